import type { JSX } from "preact";
import type { OfferedFeed, PageOffer } from "../core/feeds/page-offer.ts";
import { isolated } from "./isolated.ts";
import { type TextKey, useLocale } from "./locale.ts";

/** How far an outlet that the reader picked has come. */
export type OfferState = "open" | "asking" | "allowed" | "kept-out" | "failed";

interface Props {
  readonly offer: PageOffer;
  readonly state: OfferState;
  /** Called within the reader's click, which the browser's question for permission needs. */
  readonly onAdd: (feed: OfferedFeed) => void;
}

const SAID: Readonly<Record<Exclude<OfferState, "open">, TextKey>> = {
  asking: "outletAsking",
  allowed: "outletAllowed",
  "kept-out": "outletKeptOut",
  failed: "outletNotAdded",
};

/** Lets the reader pick the outlet of the open page, by one of the feeds that the page offers. */
export function AddOutletOffer({ offer, state, onAdd }: Props): JSX.Element {
  const { text } = useLocale();
  const [first, ...others] = offer.feeds;
  const canAdd = state === "open" || state === "failed";
  return (
    <section class="offer" aria-label={text("addThisOutlet")}>
      <p role="status">{state !== "open" && text(SAID[state], isolated(offer.name))}</p>
      {canAdd && first !== undefined && others.length === 0 && (
        <button type="button" class="button-quiet" onClick={() => onAdd(first)}>
          {`${text("addThisOutlet")}: `}
          <FeedName name={offer.name} feed={first} />
        </button>
      )}
      {canAdd && others.length > 0 && (
        <details>
          <summary>
            {`${text("addThisOutlet")}: `}
            <bdi>{offer.name}</bdi>
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
  /** Where the feed has no title. */
  readonly name: string;
  readonly feed: OfferedFeed;
}

function FeedName({ name, feed: { title, elsewhere } }: NameProps): JSX.Element {
  return (
    <>
      <bdi>{title || name}</bdi>
      {elsewhere !== null && <span class="offer-host" dir="ltr">{` (${elsewhere})`}</span>}
    </>
  );
}
