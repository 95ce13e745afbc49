import type { JSX } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { ArticleCoverage, RelatedArticle } from "../../core/coverage/coverage.ts";
import { standingOf } from "../../core/coverage/standing.ts";
import { type ArticleMark, allMarks } from "../../core/record/article-marks.ts";
import type { StoryOrder } from "../../core/settings/settings.ts";
import { shownHost } from "../../core/url/shown-host.ts";
import { CiteContext } from "../articles/cite-context.ts";
import { CompareContext } from "../articles/compare-context.ts";
import { MarkTags } from "../articles/MarkTags.tsx";
import { useLocale } from "../kit/locale.ts";
import { PageQuality } from "../standing/PageQuality.tsx";
import { StandingLine } from "../standing/StandingLine.tsx";
import { StoryTimeline } from "../standing/StoryTimeline.tsx";
import { AboutPage } from "./AboutPage.tsx";
import { ALL_RELATED } from "./choose-related.ts";
import { RejectedSection } from "./RejectedSection.tsx";
import { RelatedList } from "./RelatedList.tsx";
import { TopicSection } from "./TopicSection.tsx";

interface Props {
  readonly coverage: ArticleCoverage;
  /** What the page says of its article's kind. */
  readonly marks?: readonly ArticleMark[] | undefined;
  readonly showImages: boolean;
  readonly order: StoryOrder;
  readonly onOrder: (order: StoryOrder) => void;
  readonly onReject: (article: RelatedArticle) => void;
  readonly onUndo: (article: RelatedArticle) => void;
}

/** The story of the open page: where the page stands in it, said and drawn, and who else covers it. */
export function StoryView(props: Props): JSX.Element {
  const { coverage, onReject } = props;
  const { related, sameTopic } = coverage;
  const [filter, setFilter] = useState(ALL_RELATED);
  const place = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current !== null) focusCard(place.current, wanted.current);
    wanted.current = null;
  });
  const choose = (url: string) => {
    const entry = related.find(
      (one) => one.url === url || one.copies.some((copy) => copy.url === url),
    );
    if (entry === undefined) return;
    // Drawn anew, whatever filter left it out.
    wanted.current = entry.url;
    setFilter({ ...ALL_RELATED });
  };
  const cards = {
    // An outlet without a name has its host as its name.
    pageOutlet: shownHost(coverage.page.outlet.name),
    dataSets: new Map(coverage.dataSets.map(({ id, name }) => [id, name])),
    showImages: props.showImages,
    marksUnrated: related.some(({ quality }) => quality !== null),
    onReject,
  };
  return (
    <div ref={place}>
      <PageStanding coverage={coverage} marks={props.marks ?? []} onChoose={choose} />
      <RelatedList
        coverage={coverage}
        cards={cards}
        filter={filter}
        onFilter={setFilter}
        order={props.order}
        onOrder={props.onOrder}
      />
      <StoryActions canCompare={related.length > 0} />
      <TopicSection articles={sameTopic} cards={cards} isOpen={related.length === 0} />
      <RejectedSection articles={coverage.rejected} onUndo={props.onUndo} />
      <AboutPage coverage={coverage} pageOutlet={cards.pageOutlet} />
    </div>
  );
}

/** What the user can do with the whole story. */
function StoryActions({ canCompare }: { readonly canCompare: boolean }): JSX.Element | null {
  const { text } = useLocale();
  const [cite, onCompare] = [useContext(CiteContext), useContext(CompareContext)];
  const compare = canCompare ? onCompare : null;
  if (cite === null && compare === null) return null;
  return (
    <p class="list-foot">
      {compare !== null && (
        <button type="button" class="button-quiet" onClick={() => compare(null)}>
          {text("compareTitle")}
        </button>
      )}
      {cite !== null && (
        <button type="button" class="button-quiet" onClick={() => cite(null)}>
          {text("citeAction")}
        </button>
      )}
    </p>
  );
}

function focusCard(place: ParentNode | null, url: string): void {
  const cards = Array.from(place?.querySelectorAll<HTMLElement>("[data-address]") ?? []);
  const link = cards
    .find(({ dataset }) => dataset["address"] === url)
    ?.querySelector<HTMLElement>(".card-title a");
  link?.focus({ focusVisible: true });
}

interface StandingProps {
  readonly coverage: ArticleCoverage;
  readonly onChoose: (url: string) => void;
  readonly marks: readonly ArticleMark[];
}

function PageStanding({ coverage, marks, onChoose }: StandingProps): JSX.Element {
  const { text } = useLocale();
  return (
    <section class="page-standing" aria-label={text("thisPage")}>
      {/* It stands on the page itself. */}
      <h2 class="page-title visually-hidden" dir="auto">
        {coverage.page.title}
      </h2>
      <StandingLine standing={standingOf(coverage)} />
      <MarkTags marks={allMarks(marks, coverage.page.marks)} />
      <PageQuality coverage={coverage} onChoose={onChoose} />
      <StoryTimeline coverage={coverage} onChoose={onChoose} />
    </section>
  );
}
