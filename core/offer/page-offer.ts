import type { Coverage } from "../coverage/coverage.ts";
import { readSiteHost } from "../outlets/feed-address.ts";
import { outletName } from "../outlets/outlet-name.ts";
import { type OutletEntry, outletEntry } from "../outlets/subscription.ts";
import type { PageFacts } from "../page/page-facts.ts";
import type { OutletStatus } from "../protocol/live-status.ts";
import { shownHost } from "../url/shown-host.ts";
import type { FeedLink } from "./feed-links.ts";

/** The outlet of an open page, which the user can add with one of the feeds that the page offers. */
export interface PageOffer {
  readonly name: string;
  readonly feeds: readonly OfferedFeed[];
}

export interface OfferedFeed {
  readonly title: string;
  /** Host of a feed outside the outlet's own site; `null` for one on it. */
  readonly elsewhere: string | null;
  readonly entry: OutletEntry;
}

/** What is known of the open page. */
interface OfferingPage {
  readonly address: string;
  readonly feeds: readonly FeedLink[];
  readonly facts: PageFacts | null;
  readonly coverage: Coverage;
}

/**
 * The outlet and feeds that a page offers to a user who has not added the outlet yet, the feeds on its own site first; `null`
 * when there is nothing to offer.
 *
 * @param outlets the outlets that were added
 * @param siteOf the site that a host is part of
 */
export function pageOffer(
  { address, feeds, facts, coverage }: OfferingPage,
  outlets: readonly Pick<OutletStatus, "domain" | "feed" | "removedAt">[],
  siteOf: (host: string) => string | null,
): PageOffer | null {
  const hostname = readSiteHost(address);
  if (hostname === null) return null;
  const domain = siteOf(hostname);
  if (domain === null) return null;
  const isAdded = outlets.some(
    (outlet) =>
      outlet.removedAt === null &&
      (outlet.domain === domain || feeds.some(({ feed }) => feed === outlet.feed)),
  );
  if (isAdded) return null;
  const name =
    outletName(nameInData(coverage) || facts?.outlet || "") || hostname.replace(/^www\./, "");
  const offered = feeds.flatMap(({ title, feed }): OfferedFeed[] => {
    const entry = { name, domain, feed, country: "", language: facts?.language ?? "" };
    const { hostname: host } = new URL(feed);
    const elsewhere = siteOf(host) === domain ? null : host;
    return outletEntry.safeParse(entry).success ? [{ title, elsewhere, entry }] : [];
  });
  const ownSiteFirst = (a: OfferedFeed, b: OfferedFeed) =>
    Number(a.elsewhere !== null) - Number(b.elsewhere !== null);
  return offered.length === 0 ? null : { name, feeds: offered.sort(ownSiteFirst) };
}

function nameInData(coverage: Coverage): string {
  if (coverage.kind === "none") return "";
  return coverage.kind === "outlet" ? coverage.name : shownHost(coverage.page.outlet.name);
}
