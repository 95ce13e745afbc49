import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ArticleCoverage, RelatedArticle } from "../../core/coverage/coverage.ts";
import type { StoryOrder } from "../../core/settings/settings.ts";
import { ArticleRows } from "../articles/ArticleRows.tsx";
import type { CardContext } from "../articles/card-context.ts";
import { HelpButton } from "../kit/HelpButton.tsx";
import { isolated } from "../kit/isolated.ts";
import { useLocale } from "../kit/locale.ts";
import { chooseRelated, type RelatedFilter } from "./choose-related.ts";
import { FilterBar, OrderField } from "./ListControls.tsx";
import { sortRelated } from "./sort-related.ts";

interface Props {
  readonly coverage: ArticleCoverage;
  /** Those of its entries that are listed: the others are of outlets that the user hides. */
  readonly related: readonly RelatedArticle[];
  readonly cards: CardContext;
  readonly filter: RelatedFilter;
  readonly onFilter: (filter: RelatedFilter) => void;
  /** As the user chose it last, on whatever page. */
  readonly order: StoryOrder;
  readonly onOrder: (order: StoryOrder) => void;
}

/**
 * Other articles on the story, in the order that the user chooses. The heading says the number that the toolbar button and the
 * sidebar's tab say: that of the entries. How many articles and voices they are with all copies stands beneath the list.
 */
export function RelatedList(props: Props): JSX.Element {
  const { coverage, related, cards, filter, onFilter } = props;
  const { text, counted, language } = useLocale();
  const count = coverage.related.length;
  /** What the user has chosen here, until the setting, as it was then, changes. */
  const [choice, setChoice] = useState({ order: props.order, setting: props.order });
  const order = choice.setting === props.order ? choice.order : props.order;
  const heading = count === 0 ? text("noRelated") : counted("relatedArticles", count);
  const chosen = chooseRelated(related, filter);
  // The last article that a filter let through may have gone with a newer answer.
  const shown = sortRelated(chosen.length > 0 ? chosen : related, order, language);
  return (
    <section aria-label={heading}>
      <div class="list-head">
        <h2 tabIndex={-1}>{heading}</h2>
        <OrderField
          related={related}
          order={order}
          onOrder={(chosen) => {
            setChoice({ order: chosen, setting: props.order });
            props.onOrder(chosen);
          }}
        />
        <FilterBar related={related} filter={filter} onFilter={onFilter} />
      </div>
      {related.length > 0 && <ArticleRows {...cards} articles={shown} />}
      {related.length > 0 && <p class="list-keys">{text("listKeys")}</p>}
      <ListNotes coverage={coverage} pageOutlet={cards.pageOutlet} />
    </section>
  );
}

interface NotesProps {
  readonly coverage: ArticleCoverage;
  readonly pageOutlet: string;
}

/** What holds for the whole list, said once beneath it. */
function ListNotes({ coverage, pageOutlet }: NotesProps): JSX.Element {
  const { text, counted } = useLocale();
  const { page, related, counts, omitted } = coverage;
  const isRated = [page, ...related].some(({ quality }) => quality !== null);
  const isAllLinked =
    related.length > 0 && related.every(({ reason }) => reason.kind === "named-by-page");
  return (
    <div class="list-notes">
      {counts.articles !== counts.independent && (
        <p class="list-note">
          {text(
            "countsWithReprints",
            counted("articlesIn", counts.articles),
            counted("independentVoices", counts.independent),
          )}{" "}
          <HelpButton about={text("reprint")}>{text("countsHelp")}</HelpButton>
        </p>
      )}
      {isAllLinked && <p class="list-note">{text("allLinked", isolated(pageOutlet))}</p>}
      {related.length > 0 && !isRated && <p class="list-note">{text("noneRated")}</p>}
      {omitted > 0 && <p class="list-note">{counted("omitted", omitted)}</p>}
    </div>
  );
}
