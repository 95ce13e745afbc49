/**
 * An address in which the characters are percent-encoded that the URL parser leaves in a query although they are no part
 * of an address (RFC 3986, appendix A) and mean something in BibTeX or Markdown.
 *
 * @param url an http(s) address
 */
export function inertAddress(url: string): string {
  return new URL(url).href.replace(/[\\{}|^`<>"\s]/g, encodeURIComponent);
}
