import { addressWords } from "./address-words.ts";
import { splitOutlet } from "./outlet-suffix.ts";
import { splitWords } from "./split-words.ts";
import { isCapitalised, isTitleCase } from "./title-case.ts";

/** What a page or a record says that may tell its story. Only the title is needed. */
export interface StoryText {
  readonly title: string;
  /** Description or first lines. */
  readonly excerpt?: string;
  readonly url?: string;
  /** BCP 47 or ISO 639; `null` or absent when not known. */
  readonly language?: string | null;
  /** ms since 1970; `null` when not known. */
  readonly published: number | null;
}

/** How much a word counts by where it stands; the first word of a headline counts 1. */
export const FIELD_WEIGHT = {
  /** Names in a headline that is not all in capitals. */
  name: 1.2,
  /** What a headline's word counts less than the one before it: outlets and asides come last. */
  step: 0.03,
  least: 0.4,
  outlet: 0.3,
  address: 0.5,
  excerpt: 0.35,
} as const;

/** Words of an excerpt that are looked at: a lead names who and what at once. */
export const EXCERPT_WORDS = 40;
/** Longest title and excerpt looked at, in UTF-16 code units: a hostile page pays no more than that. */
const MAX_TITLE = 400;
const MAX_EXCERPT = 600;
const WORD_AS_WRITTEN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu;

/**
 * The distinct words of an article, each with its weight: headline, outlet's name behind it, words of the
 * address, excerpt. A word in several places has its first weight, which is its highest.
 */
export function articleWords(
  { title, excerpt = "", url = "" }: StoryText,
  excerptWords = EXCERPT_WORDS,
): Map<string, number> {
  const { headline, outlet } = splitOutlet(title.slice(0, MAX_TITLE));
  const words = new Map<string, number>();
  const { step, least } = FIELD_WEIGHT;
  for (const word of splitWords(headline))
    if (!words.has(word)) words.set(word, Math.max(least, 1 - step * words.size));
  for (const name of namesIn(headline)) words.set(name, (words.get(name) ?? 1) * FIELD_WEIGHT.name);
  const addAll = (more: readonly string[], weight: number) => {
    for (const word of more) if (!words.has(word)) words.set(word, weight);
  };
  addAll(splitWords(outlet), FIELD_WEIGHT.outlet);
  if (url !== "") addAll(addressWords(url), FIELD_WEIGHT.address);
  if (excerpt !== "")
    addAll(splitWords(excerpt.slice(0, MAX_EXCERPT)).slice(0, excerptWords), FIELD_WEIGHT.excerpt);
  return words;
}

/** Capitalised words after the first, where capitals tell names. */
function namesIn(headline: string): Set<string> {
  const written = headline.match(WORD_AS_WRITTEN) ?? [];
  if (isTitleCase(written)) return new Set();
  return new Set(written.slice(1).filter(isCapitalised).flatMap(splitWords));
}
