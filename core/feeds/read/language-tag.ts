/** A language tag in the form of BCP 47; empty when the text is none. */
export function languageTag(text: string): string {
  const tag = text.trim().replaceAll("_", "-").slice(0, 35);
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag)
    ? tag.replace(/^[a-z]+/i, (language) => language.toLowerCase())
    : "";
}
