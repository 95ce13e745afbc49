import type { Comparison } from "../../core/compare/compare-articles.ts";
import type { ComparedArticle } from "../../core/compare/compared-text.ts";
import type { Locale } from "../kit/locale.ts";
import { quotedWords } from "./quoted-words.ts";

/** A comparison as plain text, for the clipboard: headlines, differing figures, and what the open page does not mention. */
export function comparisonText(
  { figures, missing }: Comparison,
  articles: readonly ComparedArticle[],
  { text, dateTime }: Locale,
): string {
  const nameOf = (article: number) => articles[article]?.outlet.name ?? "";
  const timeOf = (article: number) => {
    const published = articles[article]?.published ?? null;
    return published === null ? text("timeUnknown") : dateTime(published);
  };
  const quote = (whole: string, range: { readonly start: number; readonly end: number }) => {
    const { before, words, behind } = quotedWords(whole, range);
    return `“${before}${words}${behind}”`;
  };
  const lines = articles.map(
    ({ title, url }, at) => `${nameOf(at)} (${timeOf(at)}): ${title}\n${url}`,
  );
  if (figures.length > 0) lines.push("", text("compareFigures"));
  for (const { counts, rows } of figures) {
    if (counts !== null) lines.push(`${text(`compareCounts_${counts}`)}:`);
    for (const { article, quote: whole, range } of rows)
      lines.push(
        `- ${whole.slice(range.start, range.end)}: ${nameOf(article)} (${timeOf(article)}), ${quote(whole, range)}`,
      );
  }
  if (missing !== null && missing.length > 0) lines.push("", text("compareMissing"));
  for (const { words, sources } of missing ?? []) {
    lines.push(`${words}:`);
    for (const { article, quote: whole, range } of sources)
      lines.push(`- ${nameOf(article)}: ${quote(whole, range)} ${articles[article]?.url ?? ""}`);
  }
  return `${lines.join("\n")}\n`;
}
