import { decodeFeed } from "../../core/feeds/text/decode-feed.ts";
import { MAX_OPML_FILE, OPML_PREFIX, type OpmlOutline } from "../../core/outlets/opml.ts";
import { brokenOutlines } from "./broken-outlines.ts";

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
  if (whole !== null) {
    if (whole.documentElement.localName.toLowerCase() !== "opml") return { fault: "not-opml" };
    const elements = [...whole.getElementsByTagName("outline")];
    const outlines = elements.map((element) => outlineOf((name) => element.getAttribute(name)));
    return { outlines: outlines.filter(hasFeed), isCut: false };
  }
  if (!/<opml\b[^<>]*>/i.test(plain)) return { fault: "not-opml" };
  const outlines = brokenOutlines(plain).map((attributes) =>
    outlineOf((name) => decoded(attributes.get(name) ?? "")),
  );
  return { outlines: outlines.filter(hasFeed), isCut: true };
}

function hasFeed({ xmlUrl }: OpmlOutline): boolean {
  return xmlUrl !== "";
}

function outlineOf(attributeOf: (name: string) => string | null): OpmlOutline {
  const attribute = (name: string) => attributeOf(name) ?? "";
  return {
    xmlUrl: attribute("xmlUrl") || attribute("xmlurl"),
    // Some programs escape names twice, or with entities of HTML.
    text: decoded(attribute("text")),
    title: decoded(attribute("title")),
    htmlUrl: attribute("htmlUrl") || attribute("htmlurl"),
    language: attribute("language"),
    country: attribute(`${OPML_PREFIX}:country`),
    domains: attribute(`${OPML_PREFIX}:domains`),
    every: attribute(`${OPML_PREFIX}:every`),
    paused: attribute(`${OPML_PREFIX}:paused`),
  };
}

/** A text with the characters that references of HTML stand for. Nothing in it becomes an element. */
function decoded(text: string): string {
  if (!text.includes("&")) return text;
  const inert = text.replaceAll("<", "&lt;");
  return new DOMParser().parseFromString(`<body>${inert}`, "text/html").body.textContent ?? text;
}

/** Parses XML; `null` if it is not well-formed, since browsers differ in what they make of that. */
function wellFormed(text: string): Document | null {
  const document = new DOMParser().parseFromString(text, "text/xml");
  return document.getElementsByTagName("parsererror").length > 0 ? null : document;
}
