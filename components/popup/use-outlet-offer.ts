import { useEffect, useState } from "preact/hooks";
import type { FeedLink } from "../../core/offer/feed-links.ts";
import {
  listedOffer,
  type OfferedFeed,
  type PageOffer,
  pageOffer,
} from "../../core/offer/page-offer.ts";
import { readSiteHost } from "../../core/outlets/feed-address.ts";
import { outletPatterns } from "../../core/outlets/outlet-patterns.ts";
import { findListed, type StarterList } from "../../core/outlets/starter-list.ts";
import type { TabCoverage } from "../../core/protocol/responses.ts";
import type { RequestAccess, Send } from "../kit/deps.ts";
import type { OfferState } from "./AddOutletOffer.tsx";

export interface OutletOfferDeps {
  readonly send: Send;
  readonly requestAccess: RequestAccess;
  /** The list of outlets; rejects if it cannot be read. */
  readonly loadStarterList: () => Promise<StarterList>;
}

/**
 * Offers to add the outlet of the open page if it is on the list or the page links to feeds, unless it is among the live outlets already.
 *
 * @param answer the answer for the page; `null` until it is there
 * @param feeds the feeds that the page links to
 */
export function useOutletOffer(
  { send, requestAccess, loadStarterList }: OutletOfferDeps,
  answer: TabCoverage | null,
  feeds: readonly FeedLink[],
) {
  const [offer, setOffer] = useState<PageOffer | null>(null);
  const [state, setState] = useState<OfferState>("open");
  const hasOffer = offer !== null;
  useEffect(() => {
    if (answer === null || hasOffer) return;
    void findOffer({ send, loadStarterList }, answer, feeds).then(setOffer, () => undefined);
  }, [send, loadStarterList, answer, feeds, hasOffer]);

  /** Sends the outlet before it asks for permission: the browser's question may close the popup. */
  const add = ({ entry }: OfferedFeed): void => {
    const adding = send({ type: "outlets.add", outlets: [entry] });
    const granting = requestAccess("sites", outletPatterns(entry));
    setState("asking");
    void Promise.all([adding, granting]).then(([{ ok }, isGranted]) =>
      setState(!ok ? "failed" : isGranted ? "allowed" : "kept-out"),
    );
  };
  return { offer, state, add };
}

async function findOffer(
  { send, loadStarterList }: Pick<OutletOfferDeps, "send" | "loadStarterList">,
  { address, coverage, facts }: TabCoverage,
  feeds: readonly FeedLink[],
): Promise<PageOffer | null> {
  const host = readSiteHost(address);
  if (host === null) return null;
  const list = await loadStarterList().catch(() => null);
  const listed = findListed(list?.outlets ?? [], host);
  if (listed === undefined && feeds.length === 0) return null;
  const status = await send({ type: "outlets.status" });
  if (!status.ok) return null;
  if (listed !== undefined) return listedOffer(listed, status.value.outlets);
  // The Public Suffix List is large: only a page that offers feeds needs it.
  const { siteOf } = await import("../../core/url/site-of.ts");
  return pageOffer({ address, feeds, facts, coverage }, status.value.outlets, siteOf);
}
