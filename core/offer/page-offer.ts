import type { Coverage } from "../coverage/coverage.ts";
import { readSiteHost } from "../outlets/feed-address.ts";
import { outletName } from "../outlets/outlet-name.ts";
import { feedHostElsewhere } from "../outlets/outlet-patterns.ts";
import type { ListedOutlet } from "../outlets/starter-list.ts";
import { type OutletEntry, outletEntry } from "../outlets/subscription.ts";
import type { PageFacts } from "../page/page-facts.ts";
import type { OutletStatus } from "../protocol/live-status.ts";
import { shownHost } from "../url/shown-host.ts";
import type { FeedLink } from "./feed-links.ts";

/** The outlet of an open page, which the user can add with one of its feeds. */
export interface PageOffer {
  readonly name: string;
  readonly feeds: readonly OfferedFeed[];
}

export interface OfferedFeed {
  /** As the page has it; empty when there is none. */
  readonly title: string;
  /** Host of a feed outside the outlet's own sites; `null` for one on them. */
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

type AddedOutlet = Pick<OutletStatus, "domains" | "feed" | "removedAt">;

/**
 * Offers an outlet of the list, with its feed there, to a user who has not added it yet; otherwise `null`.
 *
 * @param outlets the outlets that were added
 */
export function listedOffer(
  listed: ListedOutlet,
  outlets: readonly AddedOutlet[],
): PageOffer | null {
  if (isAdded(outlets, listed.domains, [listed.feed])) return null;
  const feed = { title: "", elsewhere: feedHostElsewhere(listed), entry: listed };
  return { name: listed.name, feeds: [feed] };
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
  outlets: readonly AddedOutlet[],
  siteOf: (host: string) => string | null,
): PageOffer | null {
  const hostname = readSiteHost(address);
  if (hostname === null) return null;
  const domain = siteOf(hostname);
  if (domain === null) return null;
  const addresses = feeds.map(({ feed }) => feed);
  if (isAdded(outlets, [domain], addresses)) return null;
  const name =
    outletName(nameInData(coverage) || facts?.outlet || "") || hostname.replace(/^www\./, "");
  const offered = feeds.flatMap(({ title, feed }): OfferedFeed[] => {
    const entry = { name, domains: [domain], feed, country: "", language: facts?.language ?? "" };
    const elsewhere = feedHostElsewhere(entry);
    return outletEntry.safeParse(entry).success ? [{ title, elsewhere, entry }] : [];
  });
  const ownSiteFirst = (a: OfferedFeed, b: OfferedFeed) =>
    Number(a.elsewhere !== null) - Number(b.elsewhere !== null);
  return offered.length === 0 ? null : { name, feeds: offered.sort(ownSiteFirst) };
}

/** Whether an outlet was added that has one of some domains or feeds. */
function isAdded(
  outlets: readonly AddedOutlet[],
  domains: readonly string[],
  feeds: readonly string[],
): boolean {
  return outlets.some(
    (outlet) =>
      outlet.removedAt === null &&
      (outlet.domains.some((domain) => domains.includes(domain)) || feeds.includes(outlet.feed)),
  );
}

function nameInData(coverage: Coverage): string {
  if (coverage.kind === "none") return "";
  return coverage.kind === "outlet" ? coverage.name : shownHost(coverage.page.outlet.name);
}
