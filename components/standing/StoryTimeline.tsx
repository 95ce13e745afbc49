import type { JSX } from "preact";
import type { ArticleCoverage, RankedArticle } from "../../core/coverage/coverage.ts";
import { apartText } from "../kit/apart-text.ts";
import { DotLine } from "../kit/DotLine.tsx";
import { isolated } from "../kit/isolated.ts";
import { useLocale } from "../kit/locale.ts";

/** Most dots; of more, reprints are left out first. */
const MAX_DOTS = 60;

interface Props {
  readonly coverage: ArticleCoverage;
  /** The user has chosen an article by its address. */
  readonly onChoose: (url: string) => void;
}

interface TimedArticle {
  readonly article: RankedArticle;
  readonly published: number;
  readonly look: "filled" | "hollow" | "here";
}

/** The story on a line of time: texts of their own, reprints, and the open page. Nothing where fewer than two times are known. */
export function StoryTimeline({ coverage, onChoose }: Props): JSX.Element | null {
  const locale = useLocale();
  const { text, counted, timeRange, dateTime, list } = locale;
  const timed = timedArticles(coverage);
  const [first, last] = [timed[0], timed.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const [from, to] = [first.published, last.published];
  const dots = timed.map(({ article, published, look }) => {
    const { outlet, url } = article;
    const name =
      look === "hollow" ? text("reprintOf", isolated(outlet.name)) : isolated(outlet.name);
    const { published: here } = coverage.page;
    const when = here === null ? dateTime(published) : apartText(published - here, locale);
    return {
      id: url,
      share: (published - from) / Math.max(1, to - from),
      label: look === "here" ? text("thisPage") : `${name} · ${when}`,
      look,
    };
  });
  const said = list([counted("articlesIn", dots.length), timeRange(from, to)]);
  return (
    <div class="timeline">
      <DotLine dots={dots} label={text("labelled", text("timeline"), said)} onChoose={onChoose} />
      <p class="timeline-words">
        <span>{timeRange(from, to)}</span>
        {coverage.page.published !== null && (
          <span>
            <i aria-hidden="true">◆</i> {text("thisPage")}
          </span>
        )}
        {timed.some(({ look }) => look === "hollow") && (
          <span>
            <i aria-hidden="true">○</i> {text("reprint")}
          </span>
        )}
      </p>
    </div>
  );
}

/** The articles whose time is known, in order of time. */
function timedArticles({ page, related }: ArticleCoverage): TimedArticle[] {
  const entries = related.map((article) => ({
    article,
    look: article.hasPageText === true ? ("hollow" as const) : ("filled" as const),
  }));
  const reprints = related.flatMap(({ copies }) =>
    copies.map((article) => ({ article, look: "hollow" as const })),
  );
  return [{ article: page, look: "here" as const }, ...entries, ...reprints]
    .flatMap(({ article, look }) =>
      article.published === null ? [] : [{ article, look, published: article.published }],
    )
    .slice(0, MAX_DOTS)
    .sort((a, b) => a.published - b.published);
}
