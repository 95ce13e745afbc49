import type { JSX } from "preact";
import type { OfferedFeed, PageOffer } from "../../core/offer/page-offer.ts";
import { shownHost } from "../../core/url/shown-host.ts";
import { isolated } from "../kit/isolated.ts";
import { type TextKey, useLocale } from "../kit/locale.ts";

/** What became of the offer. `kept-out`: added, but the user refused access to its site. */
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
 * Offers to add the outlet of the open page, by one of the feeds that the page links to. The names come
 * from the page, so the site is shown beside them.
 */
export function AddOutletOffer({ offer, state, onAdd }: Props): JSX.Element {
  const { text } = useLocale();
  const [first, ...others] = offer.feeds;
  const site = shownHost(first?.entry.domain ?? "");
  const canAdd = state === "open" || state === "failed";
  return (
    <section class="offer" aria-label={text("addThisOutlet")}>
      <p role="status">
        {state !== "open" &&
          text(STATE_TEXTS[state], `${isolated(offer.name)} (${isolated(site)})`)}
      </p>
      {canAdd && first !== undefined && others.length === 0 && (
        <button type="button" class="button-quiet" onClick={() => onAdd(first)}>
          {`${text("addThisOutlet")}: `}
          <FeedName name={offer.name} feed={first} site={site} />
        </button>
      )}
      {canAdd && others.length > 0 && (
        <details>
          <summary>
            {`${text("addThisOutlet")}: `}
            <bdi>{offer.name}</bdi>
            <Hosts hosts={[site]} />
          </summary>
          <p class="reason">{text("addThisHelp")}</p>
          <ul>
            {offer.feeds.map((feed) => (
              <li key={feed.entry.feed}>
                <button type="button" class="button-quiet" onClick={() => onAdd(feed)}>
                  <FeedName name={new URL(feed.entry.feed).pathname} feed={feed} />
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface NameProps {
  /** Shown if the feed has no title. */
  readonly name: string;
  readonly feed: OfferedFeed;
  /** The outlet's site, if it is not shown already. */
  readonly site?: string;
}

function FeedName({ name, feed: { title, elsewhere }, site }: NameProps): JSX.Element {
  const hosts = [site ?? [], elsewhere === null ? [] : shownHost(elsewhere)].flat();
  return (
    <>
      <bdi>{title || name}</bdi>
      {hosts.length > 0 && <Hosts hosts={hosts} />}
    </>
  );
}

function Hosts({ hosts }: { readonly hosts: readonly string[] }): JSX.Element {
  return <span class="offer-host" dir="ltr">{` (${hosts.join(", ")})`}</span>;
}
