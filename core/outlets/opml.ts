import { readFeedAddress, readSiteHost } from "./feed-address.ts";
import { outletName } from "./outlet-name.ts";
import {
  MAX_OUTLETS,
  outletEntry,
  POLL_EVERY,
  type WantedOutlet,
  wantedOutlet,
} from "./subscription.ts";

/** Most bytes of an OPML file that is read. */
export const MAX_OPML_FILE = 5_000_000;

/** What one `<outline>` with a feed says; empty where it does not. */
export interface OpmlOutline {
  readonly text: string;
  readonly title: string;
  readonly xmlUrl: string;
  readonly htmlUrl: string;
  readonly language: string;
  /** As only our own files say them. */
  readonly country: string;
  readonly every: string;
  readonly paused: string;
}

/** Namespace and prefix of the attributes in our own files that OPML has no word for. */
const NAMESPACE = "urn:x-second-source:outlets";
export const OPML_PREFIX = "ss";

/** What an OPML file is for: outlets that are not there yet, and how many others it names. */
export interface OpmlReading {
  readonly outlets: readonly WantedOutlet[];
  readonly known: number;
  readonly unusable: number;
  /** Feeds that are more than can be picked. */
  readonly beyond: number;
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
  const outlets = new Map<string, WantedOutlet>();
  const knownFeeds = new Set<string>();
  let unusable = 0;
  for (const outline of outlines) {
    const outlet = readOutline(outline, siteOf);
    if (outlet === null) unusable += 1;
    else if (known.has(outlet.feed)) knownFeeds.add(outlet.feed);
    else if (!outlets.has(outlet.feed)) outlets.set(outlet.feed, outlet);
  }
  const all = [...outlets.values()];
  const beyond = Math.max(0, all.length - MAX_OUTLETS);
  return { outlets: all.slice(0, MAX_OUTLETS), known: knownFeeds.size, unusable, beyond };
}

function readOutline(
  outline: OpmlOutline,
  siteOf: (host: string) => string | null,
): WantedOutlet | null {
  const address = readFeedAddress(outline.xmlUrl.replace(/^http:/i, "https:"));
  if ("fault" in address) return null;
  const host = readSiteHost(outline.htmlUrl) ?? new URL(address.feed).hostname;
  const name = outletName(outline.title) || outletName(outline.text);
  const { country, language } = outletEntry.shape;
  const every = POLL_EVERY.find((minutes) => String(minutes) === outline.every);
  const { success, data } = wantedOutlet.safeParse({
    name: name || host.replace(/^www\./, ""),
    domain: siteOf(host),
    feed: address.feed,
    country: country.safeParse(outline.country).data ?? "",
    language: language.safeParse(outline.language).data ?? "",
    ...(every !== undefined && { every }),
    ...(outline.paused === "true" && { isPaused: true }),
  });
  return success ? data : null;
}

/**
 * Outlets as an OPML 2.0 file (http://opml.org/spec2.opml), with what it has no word for in attributes of our own
 * namespace, as it wants them.
 *
 * @param now ms since 1970
 */
export function writeOpml(outlets: readonly WantedOutlet[], now: number): string {
  const lines = outlets.map(({ name, domain, feed, country, language, every, isPaused }) => {
    const attributes = {
      type: "rss",
      text: name,
      title: name,
      xmlUrl: feed,
      htmlUrl: `https://${domain}/`,
      ...(language !== "" && { language }),
      ...(country !== "" && { [`${OPML_PREFIX}:country`]: country }),
      ...(every !== undefined && { [`${OPML_PREFIX}:every`]: String(every) }),
      ...(isPaused && { [`${OPML_PREFIX}:paused`]: "true" }),
    };
    const written = Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`);
    return `    <outline ${written.join(" ")}/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0" xmlns:${OPML_PREFIX}="${NAMESPACE}">`,
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
