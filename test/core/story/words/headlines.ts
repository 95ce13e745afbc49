import { MINUTE } from "../../../../core/durations.ts";
import { MemoryIndex } from "../../../../core/story/match/memory-index.ts";
import { TermCounts } from "../../../../core/story/match/term-counts.ts";
import { indexedTerms } from "../../../../core/story/words/article-terms.ts";
import type { StoryText } from "../../../../core/story/words/article-words.ts";
import { bundledCountryNames } from "../../../../scripts/country-names/bundled-country-names.ts";

const MONDAY = Date.UTC(2026, 2, 2, 8);

function article(minutes: number, title: string, language = "en"): StoryText {
  return { title, language, published: MONDAY + minutes * MINUTE };
}

/** Articles in order of time about a bridge, a goalkeeper and a bank, and others on their topics. */
export const ARTICLES: readonly StoryText[] = [
  article(0, "Harbour bridge in Port Elwyn closed after cracks found in two piers"),
  article(20, "Port Elwyn's harbour bridge to stay closed for a year, mayor Ada Quill says"),
  article(25, "Goalkeeper Marek Dvořan leaves Rovers for a record 40 million"),
  article(30, "El puente de Port Elwyn, cerrado un año por grietas", "es"),
  article(45, "Rovers sell Dvořan for club record fee of 40 million"),
  article(50, "Cracks close Elwyn harbour bridge: commuters face detours"),
  article(60, "Central bank of Norland leaves rates unchanged"),
  article(70, "Norland's bank keeps interest rates at 3.5 percent"),
  article(80, "Мост в Порт-Элвин закрыт на год", "ru"),
  article(90, "Ferry operators in Westmark demand lower fuel taxes"),
  article(100, "Five gardens to visit this spring"),
  article(110, "Film festival opens with a silent comedy"),
  article(120, "Schools in Westmark to teach chess from autumn"),
  article(130, "New tram line opens two months early"),
  article(140, "Researchers count fewer wild bees in the hills"),
  article(150, "Rovers' youth team wins the regional cup"),
];

/** Minutes after the first article, as a time. */
export function minutesAfter(minutes: number): number {
  return MONDAY + minutes * MINUTE;
}

export const COUNTRIES = bundledCountryNames();

export function termsOfAll(articles: readonly StoryText[] = ARTICLES) {
  return articles.map((each) => indexedTerms(each, COUNTRIES));
}

export function countsOf(articles: readonly StoryText[] = ARTICLES): TermCounts {
  const counts = new TermCounts();
  for (const terms of termsOfAll(articles)) counts.add(terms);
  return counts;
}

export function indexOf(articles: readonly StoryText[] = ARTICLES): MemoryIndex {
  const index = new MemoryIndex(countsOf(articles));
  for (const [i, terms] of termsOfAll(articles).entries())
    index.add(terms, articles[i]?.published ?? null);
  return index;
}
