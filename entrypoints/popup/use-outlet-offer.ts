import { useEffect, useState } from "preact/hooks";
import type { OfferState } from "../../components/popup/AddOutletOffer.tsx";
import type { FeedLink } from "../../core/offer/feed-links.ts";
import { type OfferedFeed, type PageOffer, pageOffer } from "../../core/offer/page-offer.ts";
import { outletPatterns } from "../../core/outlets/outlet-patterns.ts";
import type { TabCoverage } from "../../core/protocol/messages.ts";
import { ask } from "../../platform/messages/message-client.ts";
import { requestAccess } from "../../platform/tabs/site-permissions.ts";

/** Offers the outlet of the open page while it is not picked, and what became of it. */
export function useOutletOffer(answer: TabCoverage | null, feeds: readonly FeedLink[]) {
  const [offer, setOffer] = useState<PageOffer | null>(null);
  const [state, setState] = useState<OfferState>("open");
  const hasOffer = offer !== null;
  useEffect(() => {
    if (answer === null || feeds.length === 0 || hasOffer) return;
    void findOffer(answer, feeds).then(setOffer, () => undefined);
  }, [answer, feeds, hasOffer]);

  /** Nothing is awaited before the browser is asked, which may close the popup: what is to be kept is on its way by then. */
  const add = ({ entry }: OfferedFeed): void => {
    const adding = ask({ type: "outlets.add", outlets: [entry] });
    const granting = requestAccess("sites", outletPatterns(entry)).catch(() => false);
    setState("asking");
    void Promise.all([adding, granting]).then(([{ ok }, isGranted]) =>
      setState(!ok ? "failed" : isGranted ? "allowed" : "kept-out"),
    );
  };
  return { offer, state, add };
}

/** The Public Suffix List is loaded where a page offers feeds, and nowhere else. */
async function findOffer(
  { address, coverage, facts }: TabCoverage,
  feeds: readonly FeedLink[],
): Promise<PageOffer | null> {
  const [{ siteOf }, status] = await Promise.all([
    import("../../core/url/site-of.ts"),
    ask({ type: "outlets.status" }),
  ]);
  if (!status.ok) return null;
  return pageOffer({ address, feeds, facts, coverage }, status.value.outlets, siteOf);
}
