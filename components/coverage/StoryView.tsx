import type { JSX } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { ArticleCoverage, RelatedArticle } from "../../core/coverage/coverage.ts";
import { preferOutlets, preferredFirst } from "../../core/coverage/prefer-outlets.ts";
import { standingOf } from "../../core/coverage/standing.ts";
import type { PreferenceOf } from "../../core/outlets/preference-finder.ts";
import type { StoryOrder } from "../../core/settings/settings.ts";
import { shownHost } from "../../core/url/shown-host.ts";
import { CiteContext } from "../articles/cite-context.ts";
import { CompareContext } from "../articles/compare-context.ts";
import { HiddenLine } from "../articles/HiddenLine.tsx";
import { MarkTags } from "../articles/MarkTags.tsx";
import { saidLanguages } from "../articles/said-languages.ts";
import { FoldedHistory } from "../articles/VersionHistory.tsx";
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
  readonly showImages: boolean;
  /** Absent where the user's preferences do not matter. */
  readonly preferenceOf?: PreferenceOf;
  readonly order: StoryOrder;
  readonly onOrder: (order: StoryOrder) => void;
  readonly onReject: (article: RelatedArticle) => void;
  readonly onUndo: (article: RelatedArticle) => void;
  /** Saves the story; absent where the view keeps nothing for the user. */
  readonly onSave?: ((coverage: ArticleCoverage) => void) | undefined;
}

const NO_PREFERENCE: PreferenceOf = () => null;

/** The story of the open page: where the page stands in it, said and drawn, and who else covers it. */
export function StoryView(props: Props): JSX.Element {
  const { coverage, onReject, preferenceOf = NO_PREFERENCE } = props;
  const { counted, language } = useLocale();
  const { page, related, sameTopic } = coverage;
  const [showsHidden, setShowsHidden] = useState(false);
  const preferred = preferOutlets(related, preferenceOf);
  const listed = showsHidden ? related : preferred.shown;
  const [filter, setFilter] = useState(ALL_RELATED);
  const place = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current !== null) focusCard(place.current, wanted.current);
    wanted.current = null;
  });
  const choose = (url: string) => {
    const hasUrl = (one: RelatedArticle) =>
      one.url === url || one.copies.some((copy) => copy.url === url);
    const isListed = listed.some(hasUrl);
    const entry = (isListed ? listed : related).find(hasUrl);
    if (entry === undefined) return;
    if (!isListed) setShowsHidden(true);
    // Drawn anew, whatever filter left it out.
    wanted.current = entry.url;
    setFilter({ ...ALL_RELATED });
  };
  const cards = {
    // An outlet without a name has its host as its name.
    pageOutlet: shownHost(page.outlet.name),
    dataSets: new Map(coverage.dataSets.map(({ id, name }) => [id, name])),
    showImages: props.showImages,
    marksUnrated: related.some(({ quality }) => quality !== null),
    languages: saidLanguages([page, ...related, ...sameTopic], language),
    onReject,
  };
  return (
    <div ref={place}>
      <PageStanding coverage={coverage} onChoose={choose} />
      <RelatedList
        coverage={coverage}
        related={preferredFirst(listed, preferenceOf)}
        cards={cards}
        filter={filter}
        onFilter={setFilter}
        order={props.order}
        onOrder={props.onOrder}
      />
      {preferred.hidden > 0 && (
        <HiddenLine
          label={counted("hiddenArticles", preferred.hidden)}
          isShown={showsHidden}
          onShow={setShowsHidden}
        />
      )}
      <StoryActions
        canCompare={related.length > 0}
        onSave={props.onSave && (() => props.onSave?.(coverage))}
      />
      <TopicSection
        articles={sameTopic}
        preferenceOf={preferenceOf}
        cards={cards}
        isOpen={related.length === 0}
      />
      <RejectedSection articles={coverage.rejected} onUndo={props.onUndo} />
      <AboutPage coverage={coverage} pageOutlet={cards.pageOutlet} />
    </div>
  );
}

interface ActionsProps {
  readonly canCompare: boolean;
  readonly onSave?: (() => void) | undefined;
}

/** What the user can do with the whole story. */
function StoryActions({ canCompare, onSave }: ActionsProps): JSX.Element | null {
  const { text } = useLocale();
  const [cite, onCompare] = [useContext(CiteContext), useContext(CompareContext)];
  const compare = canCompare ? onCompare : null;
  if (cite === null && compare === null && onSave === undefined) return null;
  return (
    <p class="list-foot">
      {compare !== null && (
        <button type="button" class="button-quiet" onClick={() => compare(null)}>
          {text("compareTitle")}
        </button>
      )}
      {cite !== null && (
        <button type="button" class="button-quiet cite-story" onClick={() => cite(null)}>
          {text("citeAction")}
        </button>
      )}
      {onSave !== undefined && (
        <button type="button" class="button-quiet save" onClick={onSave}>
          {text("saveStory")}
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
}

function PageStanding({ coverage, onChoose }: StandingProps): JSX.Element {
  const { text } = useLocale();
  return (
    <section class="page-standing" aria-label={text("thisPage")}>
      {/* It stands on the page itself. */}
      <h2 class="page-title visually-hidden" dir="auto">
        {coverage.page.title}
      </h2>
      <StandingLine standing={standingOf(coverage)} />
      <MarkTags marks={coverage.page.marks} />
      <FoldedHistory article={coverage.page} />
      <PageQuality coverage={coverage} onChoose={onChoose} />
      <StoryTimeline coverage={coverage} onChoose={onChoose} />
    </section>
  );
}
