import type { JSX } from "preact";
import type { RelatedArticle } from "../../core/coverage/coverage.ts";
import type { StoryOrder } from "../../core/settings/settings.ts";
import { useLocale } from "../kit/locale.ts";
import {
  kindChoices,
  languageChoices,
  outletChoices,
  type RelatedFilter,
} from "./choose-related.ts";

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
  const { text, number, language, languageName } = useLocale();
  const kinds = kindChoices(related);
  const languages = languageChoices(related);
  const outlets = outletChoices(related, language);
  if (kinds.length + languages.length + outlets.length === 0) return null;
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
      {languages.length > 0 && (
        <ChoiceList
          label={text("filterLanguage")}
          all={text("searchAnyLanguage")}
          chosen={filter.language}
          choices={languages.map(({ language: tag, count }) => [
            tag,
            `${languageName(tag)} (${number(count)})`,
          ])}
          onChoose={(chosen) => onFilter({ ...filter, language: chosen })}
        />
      )}
      {outlets.length > 0 && (
        <ChoiceList
          label={text("sortOutlet")}
          all={text("searchAnyOutlet")}
          chosen={filter.outlet}
          choices={outlets.map(({ outlet, count }) => [outlet, `${outlet} (${number(count)})`])}
          onChoose={(outlet) => onFilter({ ...filter, outlet })}
        />
      )}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly label: string;
  /** What no choice is called. */
  readonly all: string;
  readonly chosen: string | null;
  readonly choices: readonly (readonly [value: string, name: string])[];
  readonly onChoose: (value: string | null) => void;
}

function ChoiceList({ label, all, chosen, choices, onChoose }: ChoiceProps): JSX.Element {
  return (
    <label class="filter-choice">
      <span class="visually-hidden">{label}</span>
      <select
        value={chosen ?? ""}
        onChange={(event) => onChoose(event.currentTarget.value || null)}
      >
        <option value="">{all}</option>
        {choices.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
