/** An `&` that begins no complete reference, which a parser of HTML may still take for one (`&copy=2`). */
const BARE_AMPERSAND = /&(?!#\d{1,7};|#x[\da-f]{1,6};|[a-z][a-z\d]{1,31};)/gi;

/** A start tag with those of its attributes of which the values end. */
export function withWholeAttributes(tag: string, name: string, isEmpty: boolean): string {
  const whole = tag.match(/\s[\w:.-]{1,100}=(?:"[^"<>]*"|'[^'<>]*')/g) ?? [];
  return `<${name}${whole.join("")}${isEmpty ? "/" : ""}>`;
}

/** An address in which each `&` that begins no reference is escaped; a CDATA section stays as it is. */
export function addressRepaired(address: string): string {
  return address.includes("<![CDATA[") ? address : address.replace(BARE_AMPERSAND, "&amp;");
}

/** A tag of which the attributes that are addresses are repaired in the same way. */
export function addressesRepaired(tag: string): string {
  return tag.includes("&") && /\s(?:href|url|src)\s*=/i.test(tag)
    ? tag.replace(BARE_AMPERSAND, "&amp;")
    : tag;
}

/** The parser counts tags of the same name within a text, and takes every `<` for the start of a tag. */
export function withoutNested(content: string, name: string): string {
  if (!content.includes("<") || content.includes("<![CDATA[")) return content;
  return content
    .replaceAll(`<${name}`, `&lt;${name}`)
    .replace(/<(?![a-z_/!?])|<(?=[^<>]*(?:<|$))/gi, "&lt;");
}

/** RSS whose links are written as Atom's: the address in an attribute. */
export function linkOfAttribute(tag: string): string | null {
  const rel = attribute(tag, "rel") ?? "alternate";
  const href = attribute(tag, "href");
  return href === undefined || rel !== "alternate" ? null : `<link>${addressRepaired(href)}</link>`;
}

/** A picture in an element that only some programs write, as Media RSS has it. */
export function thumbnail(tag: string, content: string): string {
  const inner = /<url>([\s\S]*?)(?:<\/url>|$)/i.exec(content)?.[1] ?? content;
  const written =
    attribute(tag, "url") ??
    attribute(tag, "href") ??
    attribute(tag, "src") ??
    inner.replace(/<!\[CDATA\[|\]\]>/g, "");
  const address = addressRepaired(written.trim()).replace(/["<>]/g, "");
  return /^\s*(?:https?:)?\/\//i.test(address) ? `<media:thumbnail url="${address}"/>` : "";
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "i").exec(tag);
  return found?.[1] ?? found?.[2];
}
