import { MAX_OPML_FILE, type OpmlOutline } from "../../core/feeds/opml.ts";

/** Outlines that are read of one file. */
const MAX_OUTLINES = 10_000;

/** Why a file is not read. */
export type OpmlFileFault = "too-large" | "unreadable" | "not-opml";

/**
 * The feeds that an OPML file names, by the browser's own XML parser, which loads nothing. Files
 * declare entities only to do harm, and leave `&` in addresses as it is: what is no reference to one
 * of XML's own is taken as written, so that nothing can be unfolded.
 */
export async function readOpmlFile(
  file: File,
): Promise<{ readonly outlines: readonly OpmlOutline[] } | { readonly fault: OpmlFileFault }> {
  if (file.size > MAX_OPML_FILE) return { fault: "too-large" };
  try {
    return parseOpml(await file.text());
  } catch {
    return { fault: "unreadable" };
  }
}

function parseOpml(
  text: string,
): { readonly outlines: readonly OpmlOutline[] } | { readonly fault: OpmlFileFault } {
  if (/<!ENTITY/i.test(text)) return { fault: "not-opml" };
  const plain = text
    .replace(/^\ufeff?\s+/, "")
    .replace(/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/gi, "&amp;");
  const document = new DOMParser().parseFromString(plain, "text/xml");
  if (document.documentElement?.localName.toLowerCase() !== "opml") return { fault: "not-opml" };
  const outlines: OpmlOutline[] = [];
  for (const element of document.getElementsByTagName("outline")) {
    if (outlines.length === MAX_OUTLINES) break;
    const attribute = (name: string) => element.getAttribute(name) ?? "";
    const xmlUrl = attribute("xmlUrl") || attribute("xmlurl");
    if (xmlUrl === "") continue;
    outlines.push({
      xmlUrl,
      text: attribute("text"),
      title: attribute("title"),
      htmlUrl: attribute("htmlUrl") || attribute("htmlurl"),
      language: attribute("language"),
    });
  }
  return { outlines };
}
