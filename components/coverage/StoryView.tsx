import type { JSX } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { ArticleCoverage, PageMatch, RelatedArticle } from "../../core/coverage/coverage.ts";
import { qualityScale } from "../../core/coverage/quality-scale.ts";
import { standingOf } from "../../core/coverage/standing.ts";
import type { PageMark } from "../../core/page/page-marks.ts";
import type { StoryOrder } from "../../core/settings/settings.ts";
import { shownHost } from "../../core/url/shown-host.ts";
import { CiteContext } from "../articles/cite-context.ts";
import { QualityMark } from "../articles/QualityMark.tsx";
import { HelpButton } from "../kit/HelpButton.tsx";
import { type Locale, useLocale } from "../kit/locale.ts";
import { QualityStrip } from "../standing/QualityStrip.tsx";
import { StandingLine } from "../standing/StandingLine.tsx";
import { StoryTimeline } from "../standing/StoryTimeline.tsx";
import { ALL_RELATED } from "./choose-related.ts";
import { DataSetLines } from "./DataSetLines.tsx";
import { MarkTags } from "./MarkTags.tsx";
import { RejectedSection } from "./RejectedSection.tsx";
import { RelatedList } from "./RelatedList.tsx";
import { TopicSection } from "./TopicSection.tsx";

interface Props {
  readonly coverage: ArticleCoverage;
  /** What the page says of its article's kind. */
  readonly marks?: readonly PageMark[] | undefined;
  readonly showImages: boolean;
  readonly order: StoryOrder;
  readonly onOrder: (order: StoryOrder) => void;
  readonly onReject: (article: RelatedArticle) => void;
  readonly onUndo: (article: RelatedArticle) => void;
  readonly onCompare?: (() => void) | undefined;
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
      <StoryActions onCompare={related.length > 0 ? props.onCompare : undefined} />
      <TopicSection articles={sameTopic} cards={cards} isOpen={related.length === 0} />
      <RejectedSection articles={coverage.rejected} onUndo={props.onUndo} />
      <AboutPage coverage={coverage} pageOutlet={cards.pageOutlet} />
    </div>
  );
}

/** What the user can do with the whole story. */
function StoryActions({ onCompare }: Pick<Props, "onCompare">): JSX.Element | null {
  const { text } = useLocale();
  const cite = useContext(CiteContext);
  if (cite === null && onCompare === undefined) return null;
  return (
    <p class="list-foot">
      {onCompare !== undefined && (
        <button type="button" class="button-quiet" onClick={onCompare}>
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

interface QualityProps {
  readonly coverage: ArticleCoverage;
  readonly onChoose: (url: string) => void;
}

interface StandingProps extends QualityProps {
  readonly marks: readonly PageMark[];
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
      <MarkTags marks={marks} />
      <PageQuality coverage={coverage} onChoose={onChoose} />
      <StoryTimeline coverage={coverage} onChoose={onChoose} />
    </section>
  );
}

/** How the page is rated among the others; nothing where nothing is rated. */
function PageQuality({ coverage, onChoose }: QualityProps): JSX.Element | null {
  const { text, counted, number } = useLocale();
  const { page, rated, match, related } = coverage;
  const ratedOthers = related.filter(({ quality }) => quality !== null).length;
  if (page.quality === null && page.outletQuality === null && ratedOthers === 0) return null;
  const scale = qualityScale(coverage);
  const { thirds } = [page, ...related].find(({ quality }) => quality !== null) ?? page;
  return (
    <>
      <div class="page-quality">
        <span class="eyebrow" aria-hidden="true">
          {text("quality")}
        </span>
        {match !== null && <QualityMark article={page} />}
        {page.rank === null ? (
          <span class="rank">{counted("othersRated", ratedOthers)}</span>
        ) : (
          <span class="rank">
            {rated > 1 ? text("rankOf", number(page.rank), number(rated)) : text("onlyOneRated")}
          </span>
        )}
        <HelpButton about={text("quality")}>
          {thirds === null
            ? text("qualityHelp")
            : text("bandHelp", number(thirds.lower), number(thirds.middle))}
        </HelpButton>
      </div>
      {scale !== null && <QualityStrip scale={scale} onChoose={onChoose} />}
    </>
  );
}

interface AboutProps {
  readonly coverage: ArticleCoverage;
  readonly pageOutlet: string;
}

/** What else is known of the page, how it was recognised, and where the answer comes from. */
function AboutPage({ coverage, pageOutlet }: AboutProps): JSX.Element {
  const locale = useLocale();
  const { text } = locale;
  const { page, match, topics } = coverage;
  return (
    <section class="about-page" aria-label={text("thisPage")}>
      <p class="when">
        {`${text("thisPage")}: `}
        <span dir="auto">{pageOutlet}</span>
        {page.published !== null && (
          <>
            {" · "}
            <time dateTime={new Date(page.published).toISOString()}>
              {locale.dateTime(page.published)}
            </time>
          </>
        )}
      </p>
      {topics.length > 0 && (
        <ul class="topics" aria-label={text("topics")}>
          {topics.map((topic) => (
            <li key={topic} dir="auto">
              {topic}
            </li>
          ))}
        </ul>
      )}
      <p class="reason">
        {match === null
          ? text(coverage.related.length > 0 ? "matchNone" : "pageUnlisted")
          : matchText(match, locale)}
      </p>
      <DataSetLines dataSets={coverage.dataSets} />
    </section>
  );
}

const RENDITION_TEXT = {
  page: "matchPage",
  amp: "matchAmp",
  "amp-cache": "matchAmpCache",
  "amp-viewer": "matchAmpViewer",
  "web-archive": "matchWebArchive",
} as const;

function matchText({ address, rendition }: PageMatch, { text }: Locale): string {
  return address === "page" ? text(RENDITION_TEXT[rendition]) : text("matchClaim", address);
}
