import type { ArticleCoverage } from "../../core/coverage/coverage.ts";
import { MINUTE } from "../../core/durations.ts";
import type { StoryEntry } from "../../core/export/story/story-entries.ts";
import type { StoryTexts } from "../../core/export/story/write-story-markdown.ts";
import { MARK_TEXT } from "../articles/mark-text.ts";
import { reasonText } from "../articles/reason-text.ts";
import { isolated } from "../kit/isolated.ts";
import type { Locale } from "../kit/locale.ts";

/**
 * What the notes of a story say besides titles and outlets, in the user's language.
 *
 * @param accessed when the user had the story, ms since 1970
 */
export function storyTexts(
  coverage: ArticleCoverage,
  accessed: number,
  locale: Locale,
): StoryTexts {
  const { text, counted, dateTime } = locale;
  const names = new Map(coverage.dataSets.map(({ id, name }) => [id, name]));
  return {
    summary: `${counted("articlesIn", coverage.counts.articles)}, ${text("citeAsOf", dateTime(accessed))}`,
    facts: (entry) => [
      ...kindTexts(entry, locale),
      timeText(entry, locale),
      qualityText(entry, locale),
      entry.reason === null
        ? text("thisPage")
        : reasonText({ reason: entry.reason }, coverage.page.outlet.name, locale),
      ...(entry.copyOf === null ? [] : [text("citeCopyOf", isolated(entry.copyOf.outlet.name))]),
      text("fromDataSets", entry.article.dataSets.map((id) => names.get(id) ?? id).join(", ")),
    ],
    sources: coverage.dataSets.map(({ name, source, licence }) =>
      [name, source, licence].filter((part) => part !== "").join(" · "),
    ),
  };
}

/** What an article is besides an article, and its language; none where nothing is known of that. */
function kindTexts({ article }: StoryEntry, { text, languageName }: Locale): string[] {
  const { type, marks, language } = article;
  const kinds = [
    ...(type === "video" ? [text("video")] : []),
    ...marks.map((mark) => text(MARK_TEXT[mark])),
    ...(language === null ? [] : [languageName(language)]),
  ];
  return kinds.length === 0 ? [] : [kinds.join(" · ")];
}

function timeText({ article, afterPage, reason }: StoryEntry, locale: Locale): string {
  const { text, dateTime, duration } = locale;
  const parts = [article.published === null ? text("timeUnknown") : dateTime(article.published)];
  if (article.isFirst) parts.push(text("first"));
  if (afterPage !== null && reason !== null) {
    if (Math.abs(afterPage) < MINUTE) parts.push(text("sameTime"));
    else parts.push(text(afterPage > 0 ? "afterThisPage" : "beforeThisPage", duration(afterPage)));
  }
  return parts.join(" · ");
}

function qualityText({ article }: StoryEntry, { text, number }: Locale): string {
  const { quality, outletQuality } = article;
  if (quality !== null) return text("citeQuality", number(quality));
  if (outletQuality === null) return text("notRated");
  return text("citeQuality", text("outletQuality", number(outletQuality.median)));
}
