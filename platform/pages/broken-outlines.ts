/** The part of a tag that is read, in UTF-16 code units. */
const MAX_TAG = 20_000;
const ATTRIBUTE = /\s([\w:.-]{1,60})\s{0,9}=\s{0,9}(["'])/g;
/** What follows the quote that ends a value: another attribute, or the end of the tag and another one. */
const AFTER_VALUE =
  /^(?:\s{1,99}[\w:.-]{1,60}\s{0,9}=\s{0,9}["']|\s{0,99}\/?>\s*(?:<\/?(?:outline|body|opml)\b|<!--|$))/i;

/**
 * The attributes of each `<outline>` of an OPML text that is not well-formed. A value goes up to the quote that another attribute
 * or the end of the tag follows, so it may hold quotes and markup. What is cut off within a tag is left out.
 */
export function brokenOutlines(text: string): ReadonlyMap<string, string>[] {
  return text
    .split(/(?=<\/?outline\b)/i)
    .filter((part) => /^<outline\b/i.test(part))
    .map((part) => attributesOf(part.slice(0, MAX_TAG)));
}

function attributesOf(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  ATTRIBUTE.lastIndex = 0;
  for (let found = ATTRIBUTE.exec(tag); found !== null; found = ATTRIBUTE.exec(tag)) {
    const [, name = "", quote = ""] = found;
    const from = ATTRIBUTE.lastIndex;
    let end = tag.indexOf(quote, from);
    while (end >= 0 && !AFTER_VALUE.test(tag.slice(end + 1, end + 300)))
      end = tag.indexOf(quote, end + 1);
    if (end < 0) break;
    if (!attributes.has(name)) attributes.set(name, tag.slice(from, end));
    ATTRIBUTE.lastIndex = end + 1;
  }
  return attributes;
}
