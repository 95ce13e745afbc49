import { readFeedAddress, readSiteHost } from "./feed-address.ts";
import { outletName } from "./outlet-name.ts";
import { MAX_OUTLETS, type OutletEntry, outletEntry } from "./subscription.ts";

/** Most bytes of an OPML file that is read. */
export const MAX_OPML_FILE = 5_000_000;

/** What one `<outline>` with a feed says; empty where it does not. */
export interface OpmlOutline {
  readonly text: string;
  readonly title: string;
  readonly xmlUrl: string;
  readonly htmlUrl: string;
  readonly language: string;
}

/** What an OPML file is for: outlets that are not there yet, and how many others it names. */
export interface OpmlReading {
  readonly outlets: readonly OutletEntry[];
  readonly known: number;
  readonly unusable: number;
}

/**
 * Outlets out of a file's outlines, each feed once.
 *
 * An outlet's site is that of its `htmlUrl`, else that of the feed. An address with http is taken
 * for the same with https, without which nothing is asked. What is on no site of its own is unusable.
 *
 * @param known feeds that are there already
 * @param siteOf the site that a host is part of
 */
export function readOutlines(
  outlines: readonly OpmlOutline[],
  known: ReadonlySet<string>,
  siteOf: (host: string) => string | null,
): OpmlReading {
  const outlets = new Map<string, OutletEntry>();
  const knownFeeds = new Set<string>();
  let unusable = 0;
  for (const outline of outlines) {
    const entry = readOutline(outline, siteOf);
    if (entry === null || outlets.size >= MAX_OUTLETS) unusable += 1;
    else if (known.has(entry.feed)) knownFeeds.add(entry.feed);
    else if (!outlets.has(entry.feed)) outlets.set(entry.feed, entry);
  }
  return { outlets: [...outlets.values()], known: knownFeeds.size, unusable };
}

function readOutline(
  outline: OpmlOutline,
  siteOf: (host: string) => string | null,
): OutletEntry | null {
  const address = readFeedAddress(outline.xmlUrl.replace(/^http:/i, "https:"));
  if ("fault" in address) return null;
  const host = readSiteHost(outline.htmlUrl) ?? new URL(address.feed).hostname;
  const name = outletName(outline.title) || outletName(outline.text);
  const { success, data } = outletEntry.safeParse({
    name: name || host.replace(/^www\./, ""),
    domain: siteOf(host),
    feed: address.feed,
    country: "",
    language: outletEntry.shape.language.safeParse(outline.language).data ?? "",
  });
  return success ? data : null;
}

/**
 * Outlets as an OPML 2.0 file (http://opml.org/spec2.opml).
 *
 * @param now ms since 1970
 */
export function writeOpml(outlets: readonly OutletEntry[], now: number): string {
  const lines = outlets.map(({ name, domain, feed, language }) => {
    const attributes = {
      type: "rss",
      text: name,
      title: name,
      xmlUrl: feed,
      htmlUrl: `https://${domain}/`,
      ...(language !== "" && { language }),
    };
    const written = Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`);
    return `    <outline ${written.join(" ")}/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    "  <head>",
    "    <title>Second Source: live outlets</title>",
    `    <dateCreated>${new Date(now).toUTCString()}</dateCreated>`,
    "  </head>",
    "  <body>",
    ...lines,
    "  </body>",
    "</opml>",
    "",
  ].join("\n");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escaped(value: string): string {
  return value
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, " ")
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "");
}
