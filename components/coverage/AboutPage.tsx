import type { JSX } from "preact";
import type { ArticleCoverage, PageMatch } from "../../core/coverage/coverage.ts";
import { type Locale, useLocale } from "../kit/locale.ts";
import { DataSetLines } from "./DataSetLines.tsx";

interface Props {
  readonly coverage: ArticleCoverage;
  readonly pageOutlet: string;
}

/** What else is known of the page, how it was recognised, and where the answer comes from. */
export function AboutPage({ coverage, pageOutlet }: Props): JSX.Element {
  const locale = useLocale();
  const { text } = locale;
  const { page, match, topics } = coverage;
  return (
    <div class="about-page">
      <p class="when">
        {text("labelled", text("thisPage"), "")}
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
    </div>
  );
}

const RENDITION_TEXT = {
  page: "matchPage",
  amp: "matchAmp",
  "amp-cache": "matchAmpCache",
  "amp-viewer": "matchAmpViewer",
  "web-archive": "matchWebArchive",
  proxy: "matchProxy",
} as const;

function matchText({ address, rendition }: PageMatch, { text }: Locale): string {
  return address === "page" ? text(RENDITION_TEXT[rendition]) : text("matchClaim", address);
}
