import { outletDomains } from "../url/outlet-domains.ts";
import { readFeedAddress, readSiteHost } from "./feed-address.ts";
import { outletName } from "./outlet-name.ts";
import {
  MAX_DOMAINS,
  MAX_OUTLETS,
  outletEntry,
  POLL_EVERY,
  type WantedOutlet,
  wantedOutlet,
} from "./subscription.ts";

/** Size of the largest OPML file that is read, bytes. */
export const MAX_OPML_FILE = 5_000_000;

/** The attributes of one `<outline>` with a feed; empty where it lacks one. */
export interface OpmlOutline {
  readonly text: string;
  readonly title: string;
  readonly xmlUrl: string;
  readonly htmlUrl: string;
  readonly language: string;
  /** In our own files only, like the following ones. */
  readonly country: string;
  /** Domains besides that of `htmlUrl`, separated by blanks. */
  readonly domains: string;
  readonly every: string;
  readonly paused: string;
}

/** Namespace and prefix of our own attributes, for what OPML does not define. */
const NAMESPACE = "urn:x-second-source:outlets";
export const OPML_PREFIX = "ss";

/** The new outlets of an OPML file, and the number of its other entries. */
export interface OpmlReading {
  readonly outlets: readonly WantedOutlet[];
  /** Feeds that were added already. */
  readonly known: number;
  /** Entries without a usable feed or site. */
  readonly unusable: number;
  /** New feeds beyond `MAX_OUTLETS`, which are left out. */
  readonly beyond: number;
}

/**
 * The outlets of a file's outlines, each feed once.
 *
 * An outlet's main site is that of its `htmlUrl`, else that of the feed; our own files may name others, and those of outlets
 * on several sites are known. An address with http is changed to https, since only https
 * is ever requested. An outlet whose host belongs to no site (an IP address, say) is unusable.
 *
 * @param known feeds that were added already
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
    domains: sitesOf(host, outline.domains, siteOf),
    feed: address.feed,
    country: country.safeParse(outline.country).data ?? "",
    language: language.safeParse(outline.language).data ?? "",
    ...(every !== undefined && { every }),
    ...(outline.paused === "true" && { isPaused: true }),
  });
  return success ? data : null;
}

/** The site of a host, its outlet's other sites as far as they are known, and those of more hosts, separated by blanks. */
function sitesOf(
  host: string,
  others: string,
  siteOf: (host: string) => string | null,
): readonly string[] {
  const site = siteOf(host);
  if (site === null) return [];
  const more = others
    .split(/\s+/)
    .map(readSiteHost)
    .filter((one) => one !== null);
  const sites = [site, ...more.map(siteOf).filter((one) => one !== null)];
  return [...new Set(sites.flatMap(outletDomains))].slice(0, MAX_DOMAINS);
}

/**
 * Outlets as an OPML 2.0 file (http://opml.org/spec2.opml). What OPML does not define is in attributes of our own namespace,
 * as its specification demands.
 *
 * @param now ms since 1970
 */
export function writeOpml(outlets: readonly WantedOutlet[], now: number): string {
  const lines = outlets.map((outlet) => {
    const { name, domains, feed, country, language, every, isPaused } = outlet;
    const [main = "", ...others] = domains;
    const attributes = {
      type: "rss",
      text: name,
      title: name,
      xmlUrl: feed,
      htmlUrl: `https://${main}/`,
      ...(language !== "" && { language }),
      ...(country !== "" && { [`${OPML_PREFIX}:country`]: country }),
      ...(others.length > 0 && { [`${OPML_PREFIX}:domains`]: others.join(" ") }),
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
