import { decodeFeed } from "../../core/feeds/read/decode-feed.ts";
import { MAX_OPML_FILE, OPML_PREFIX, type OpmlOutline } from "../../core/outlets/opml.ts";

/** Why a file was not read. */
export type OpmlFileFault = "too-large" | "unreadable" | "not-opml";

/** The feeds that a file names. */
export interface OpmlFile {
  readonly outlines: readonly OpmlOutline[];
  /** The file ends too early or is broken: these are the outlines that are complete. */
  readonly isCut: boolean;
}

type Read = OpmlFile | { readonly fault: OpmlFileFault };

/**
 * Reads the feeds that an OPML file names, with the browser's own XML parser, which loads nothing. A
 * file that declares entities is refused, since only an attack needs them. Many files leave `&` in
 * addresses unescaped, so an `&` that does not begin a predefined reference is taken literally.
 */
export async function readOpmlFile(file: File): Promise<Read> {
  if (file.size > MAX_OPML_FILE) return { fault: "too-large" };
  try {
    return parseOpml(decodeFeed(new Uint8Array(await file.arrayBuffer()), ""));
  } catch {
    return { fault: "unreadable" };
  }
}

function parseOpml(text: string): Read {
  if (/<!ENTITY/i.test(text)) return { fault: "not-opml" };
  const plain = text
    .replace(/^\ufeff?\s+/, "")
    .replace(/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/gi, "&amp;");
  const whole = wellFormed(plain);
  const document = whole ?? wellFormed(wholeOutlines(plain));
  if (document?.documentElement.localName.toLowerCase() !== "opml") return { fault: "not-opml" };
  const outlines: OpmlOutline[] = [];
  for (const element of document.getElementsByTagName("outline")) {
    const attribute = (name: string) => element.getAttribute(name) ?? "";
    const xmlUrl = attribute("xmlUrl") || attribute("xmlurl");
    if (xmlUrl === "") continue;
    outlines.push({
      xmlUrl,
      text: attribute("text"),
      title: attribute("title"),
      htmlUrl: attribute("htmlUrl") || attribute("htmlurl"),
      language: attribute("language"),
      country: attribute(`${OPML_PREFIX}:country`),
      domains: attribute(`${OPML_PREFIX}:domains`),
      every: attribute(`${OPML_PREFIX}:every`),
      paused: attribute(`${OPML_PREFIX}:paused`),
    });
  }
  return { outlines, isCut: whole === null };
}

/** Parses XML; `null` if it is not well-formed, since browsers differ in what they make of that. */
function wellFormed(text: string): Document | null {
  const document = new DOMParser().parseFromString(text, "text/xml");
  return document.getElementsByTagName("parsererror").length > 0 ? null : document;
}

/** A new OPML text from the complete outline tags of a broken one. */
function wholeOutlines(text: string): string {
  const [opml] = /<opml\b[^<>]*>/i.exec(text) ?? [];
  if (opml === undefined) return "";
  const tags = text.match(/<outline(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?>/g) ?? [];
  return `${opml}${tags.map((tag) => tag.replace(/\s*\/?>$/, "/>")).join("")}</opml>`;
}
