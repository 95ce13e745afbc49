import type { JSX } from "preact";
import type { OfferedFeed, PageOffer } from "../../core/offer/page-offer.ts";
import { shownHost, shownHosts } from "../../core/url/shown-host.ts";
import { isolated } from "../kit/isolated.ts";
import { type TextKey, useLocale } from "../kit/locale.ts";

/** The result of the offer. `kept-out`: the outlet was added, but the user refused access to its site. */
export type OfferState = "open" | "asking" | "allowed" | "kept-out" | "failed";

interface Props {
  readonly offer: PageOffer;
  readonly state: OfferState;
  /** Called in the handler of the user's click: the browser asks for permission only then. */
  readonly onAdd: (feed: OfferedFeed) => void;
}

const STATE_TEXTS: Readonly<Record<Exclude<OfferState, "open">, TextKey>> = {
  asking: "outletAsking",
  allowed: "outletAllowed",
  "kept-out": "outletKeptOut",
  failed: "outletNotAdded",
};

/**
 * Offers to add the outlet of the open page, by its feed in the list of outlets or by one that the page links to. Names may
 * come from the page, so the sites are shown beside them.
 */
export function AddOutletOffer({ offer, state, onAdd }: Props): JSX.Element {
  const { text } = useLocale();
  const [first, ...others] = offer.feeds;
  const sites = first?.entry.domains ?? [];
  // A site that is the name already is not shown again.
  const otherSites = sites.filter((site) => shownHost(site) !== offer.name);
  const canAdd = state === "open" || state === "failed";
  return (
    <section class="offer" aria-label={text("addThisOutlet")}>
      <p role="status">
        {state !== "open" &&
          text(STATE_TEXTS[state], `${isolated(offer.name)} (${isolated(shownHosts(sites))})`)}
      </p>
      {canAdd && first !== undefined && others.length === 0 && (
        <button type="button" class="button-quiet" onClick={() => onAdd(first)}>
          {text("labelled", text("addThisOutlet"), "")}
          <bdi>{offer.name}</bdi>
          <Hosts hosts={[...otherSites, first.elsewhere]} />
        </button>
      )}
      {canAdd && others.length > 0 && (
        <details>
          <summary>
            {text("labelled", text("addThisOutlet"), "")}
            <bdi>{offer.name}</bdi>
            <Hosts hosts={otherSites} />
          </summary>
          <p class="reason">{text("addThisHelp")}</p>
          <ul>
            {offer.feeds.map((feed) => (
              <li key={feed.entry.feed}>
                <button type="button" class="button-quiet" onClick={() => onAdd(feed)}>
                  <bdi>{feed.title || new URL(feed.entry.feed).pathname}</bdi>
                  <Hosts hosts={[feed.elsewhere]} />
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** @param hosts `null` is left out */
function Hosts({ hosts }: { readonly hosts: readonly (string | null)[] }): JSX.Element | null {
  const shown = shownHosts(hosts.filter((host) => host !== null));
  return shown === "" ? null : <span class="offer-host" dir="ltr">{` (${shown})`}</span>;
}
