import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { KnownSummary } from "../../core/coverage/coverage.ts";
import { preferenceFinder } from "../../core/outlets/preference-finder.ts";
import type { SearchAnswer, TodayAnswer, TodayOutlet } from "../../core/protocol/today.ts";
import { HiddenLine } from "../articles/HiddenLine.tsx";
import { CardMarks } from "../articles/MarkTags.tsx";
import { QualityMark } from "../articles/QualityMark.tsx";
import { saidLanguages } from "../articles/said-languages.ts";
import { ChoiceField } from "../fields/ChoiceField.tsx";
import { ArticleLink } from "../kit/ArticleLink.tsx";
import { useLocale } from "../kit/locale.ts";
import { Loading, Message } from "../kit/Message.tsx";
import { SEARCH_DAYS, type Search } from "./use-search.ts";

interface Props {
  readonly search: Search;
  readonly found: SearchAnswer | "searching" | "failed";
  /** The user's outlets. */
  readonly outlets: readonly TodayOutlet[];
  readonly preferences: TodayAnswer["preferences"];
  readonly onChange: (changes: Partial<Search>) => void;
  readonly onRetry: () => void;
}

/** What a search found in all data sets and live outlets, with its filters. */
export function SearchResults(props: Props): JSX.Element {
  const { search, found, outlets, onChange, onRetry } = props;
  const { text, counted, language } = useLocale();
  const [showsHidden, setShowsHidden] = useState(false);
  const preferenceOf = preferenceFinder(props.preferences);
  const isHidden = ({ outlet }: KnownSummary) => preferenceOf(outlet.domain) === "hidden";
  const articles = typeof found === "string" ? [] : found.articles;
  const hidden = articles.filter(isHidden).length;
  const languages = saidLanguages(articles, language);
  return (
    <section class="found" aria-label={text("searchResults")}>
      <SearchFilters {...{ search, outlets, onChange }} />
      {found === "searching" ? (
        <Loading label={text("loading")} />
      ) : found === "failed" ? (
        <Message title={text("failedTitle")} action={{ label: text("retry"), run: onRetry }}>
          {text("failedUnavailable")}
        </Message>
      ) : found.articles.length === 0 ? (
        <Message title={text("searchNothingTitle")}>{text("searchNothingText")}</Message>
      ) : (
        <>
          <p class="fine" role="status">
            {counted("searchFound", found.articles.length)}
            {found.isCut && ` ${text("searchCut")}`}
          </p>
          <ol class="found-list">
            {articles
              .filter((article) => showsHidden || !isHidden(article))
              .map((article) => (
                <FoundArticle
                  key={article.url}
                  article={article}
                  languages={languages}
                  dataSets={found.dataSets}
                />
              ))}
          </ol>
          {hidden > 0 && (
            <HiddenLine
              label={counted("hiddenArticles", hidden)}
              isShown={showsHidden}
              onShow={setShowsHidden}
            />
          )}
        </>
      )}
    </section>
  );
}

interface FoundProps {
  readonly article: KnownSummary;
  /** The languages that are said (`saidLanguages`). */
  readonly languages: ReadonlySet<string>;
  readonly dataSets: SearchAnswer["dataSets"];
}

function FoundArticle({ article, languages, dataSets }: FoundProps): JSX.Element {
  const { text, date } = useLocale();
  const { title, url, outlet, published, quality, excerpt } = article;
  const [id] = article.dataSets;
  const dataSet = dataSets.find(([one]) => one === id)?.[1] ?? "";
  return (
    <li class="story">
      <h2 dir="auto">
        <ArticleLink class="story-link clamped" title={title} url={url}>
          {title}
        </ArticleLink>
      </h2>
      <p class="story-facts">
        <span class="story-outlet" dir="auto">
          {outlet.name}
        </span>
        {published !== null && (
          <time dateTime={new Date(published).toISOString()}>{date(published)}</time>
        )}
        <span dir="auto">{id === "live" ? text("liveTitle") : dataSet}</span>
        <CardMarks article={article} languages={languages} />
        {quality !== null && <QualityMark article={article} />}
      </p>
      {excerpt !== "" && (
        <p class="story-excerpt" dir="auto">
          {excerpt}
        </p>
      )}
    </li>
  );
}

const DAYS_TEXT = {
  0: "searchAnyTime",
  1: "spanDay",
  7: "spanWeek",
  30: "searchMonth",
  365: "searchYear",
} as const;
const QUALITY_TEXT = {
  any: "searchAnyQuality",
  rated: "searchRated",
  upper: "searchUpper",
} as const;

function SearchFilters({
  search,
  outlets,
  onChange,
}: Pick<Props, "search" | "outlets" | "onChange">): JSX.Element {
  const { text, languageName } = useLocale();
  const { domains, language, days, quality } = search;
  const chosen = outlets.find((outlet) => outlet.domains.join() === domains.join())?.name ?? "";
  const languages = new Set(outlets.map((outlet) => outlet.language.split("-")[0] ?? ""));
  languages.delete("");
  return (
    <div class="filters">
      {outlets.length > 0 && (
        <ChoiceField
          class="filter"
          label={text("sortOutlet")}
          values={["", ...outlets.map(({ name }) => name)]}
          value={chosen}
          nameOf={(one) => one || text("searchAnyOutlet")}
          onChange={(value) =>
            onChange({ domains: outlets.find(({ name }) => name === value)?.domains ?? [] })
          }
        />
      )}
      {languages.size > 1 && (
        <ChoiceField
          class="filter"
          label={text("languageLabel")}
          values={["", ...languages]}
          value={language}
          nameOf={(one) => (one === "" ? text("searchAnyLanguage") : languageName(one))}
          onChange={(value) => onChange({ language: value })}
        />
      )}
      <ChoiceField
        class="filter"
        label={text("published")}
        values={SEARCH_DAYS}
        value={days}
        nameOf={(one) => text(DAYS_TEXT[one])}
        onChange={(value) => onChange({ days: value })}
      />
      <ChoiceField
        class="filter"
        label={text("quality")}
        values={["any", "rated", "upper"] as const}
        value={quality}
        nameOf={(one) => text(QUALITY_TEXT[one])}
        onChange={(value) => onChange({ quality: value })}
      />
    </div>
  );
}
