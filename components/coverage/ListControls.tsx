import type { JSX } from "preact";
import type { RelatedArticle } from "../../core/coverage/coverage.ts";
import type { StoryOrder } from "../../core/settings/settings.ts";
import { useLocale } from "../kit/locale.ts";
import { kindChoices, outletChoices, type RelatedFilter } from "./choose-related.ts";

const ORDERS = {
  match: "sortMatch",
  time: "sortTime",
  quality: "sortQuality",
  outlet: "sortOutlet",
} as const;
const KINDS = { all: "filterAll", originals: "filterOriginals", rated: "filterRated" } as const;

interface OrderProps {
  readonly related: readonly RelatedArticle[];
  readonly order: StoryOrder;
  readonly onOrder: (order: StoryOrder) => void;
}

/** In which order the list is; nothing where there is nothing to sort. */
export function OrderField({ related, order, onOrder }: OrderProps): JSX.Element | null {
  const { text } = useLocale();
  if (related.length < 2) return null;
  const isRated = related.some(({ quality }) => quality !== null);
  const orders = (["match", "time", "quality", "outlet"] as const).filter(
    (one) => one !== "quality" || isRated || order === one,
  );
  return (
    <label class="sort">
      <span class="visually-hidden">{text("sortBy")}</span>
      <select value={order} onChange={(event) => onOrder(event.currentTarget.value as StoryOrder)}>
        {orders.map((one) => (
          <option key={one} value={one}>
            {text(ORDERS[one])}
          </option>
        ))}
      </select>
    </label>
  );
}

interface FilterProps {
  readonly related: readonly RelatedArticle[];
  readonly filter: RelatedFilter;
  readonly onFilter: (filter: RelatedFilter) => void;
}

/** Which articles are listed, with how many each choice leaves; nothing where no choice would change anything. */
export function FilterBar({ related, filter, onFilter }: FilterProps): JSX.Element | null {
  const { text, number, language } = useLocale();
  const kinds = kindChoices(related);
  const outlets = outletChoices(related, language);
  if (kinds.length + outlets.length === 0) return null;
  return (
    <fieldset class="filters">
      <legend class="visually-hidden">{text("filterLabel")}</legend>
      {kinds.map(({ kind, count }) => (
        <button
          key={kind}
          type="button"
          class="filter-chip"
          aria-pressed={filter.kind === kind}
          onClick={() => onFilter({ ...filter, kind })}
        >
          {text(KINDS[kind])} <span class="filter-count">{number(count)}</span>
        </button>
      ))}
      {outlets.length > 0 && (
        <label class="filter-outlet">
          <span class="visually-hidden">{text("sortOutlet")}</span>
          <select
            value={filter.outlet ?? ""}
            onChange={(event) => onFilter({ ...filter, outlet: event.currentTarget.value || null })}
          >
            <option value="">{text("searchAnyOutlet")}</option>
            {outlets.map(({ outlet, count }) => (
              <option key={outlet} value={outlet}>
                {`${outlet} (${number(count)})`}
              </option>
            ))}
          </select>
        </label>
      )}
    </fieldset>
  );
}
