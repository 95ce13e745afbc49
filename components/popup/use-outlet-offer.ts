import { useEffect, useState } from "preact/hooks";
import type { FeedLink } from "../../core/offer/feed-links.ts";
import { type OfferedFeed, type PageOffer, pageOffer } from "../../core/offer/page-offer.ts";
import { outletPatterns } from "../../core/outlets/outlet-patterns.ts";
import type { TabCoverage } from "../../core/protocol/messages.ts";
import type { RequestAccess, Send } from "../kit/deps.ts";
import type { OfferState } from "./AddOutletOffer.tsx";

export interface OutletOfferDeps {
  readonly send: Send;
  readonly requestAccess: RequestAccess;
}

/**
 * Offers to add the outlet of the open page, unless it is among the live outlets already.
 *
 * @param answer the answer for the page; `null` until it is there
 * @param feeds the feeds that the page links to
 */
export function useOutletOffer(
  { send, requestAccess }: OutletOfferDeps,
  answer: TabCoverage | null,
  feeds: readonly FeedLink[],
) {
  const [offer, setOffer] = useState<PageOffer | null>(null);
  const [state, setState] = useState<OfferState>("open");
  const hasOffer = offer !== null;
  useEffect(() => {
    if (answer === null || feeds.length === 0 || hasOffer) return;
    void findOffer(send, answer, feeds).then(setOffer, () => undefined);
  }, [send, answer, feeds, hasOffer]);

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
  send: Send,
  { address, coverage, facts }: TabCoverage,
  feeds: readonly FeedLink[],
): Promise<PageOffer | null> {
  const [{ siteOf }, status] = await Promise.all([
    // The Public Suffix List is large: only a page that offers feeds needs it.
    import("../../core/url/site-of.ts"),
    send({ type: "outlets.status" }),
  ]);
  if (!status.ok) return null;
  return pageOffer({ address, feeds, facts, coverage }, status.value.outlets, siteOf);
}
