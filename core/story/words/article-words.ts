import { addressWords } from "./address-words.ts";
import { splitOutlet } from "./outlet-suffix.ts";
import { splitWords } from "./split-words.ts";
import { isCapitalised, isTitleCase } from "./title-case.ts";

/** The parts of a page or a record by which its story is found. Only the title is required. */
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

/** The weight of a word by its place; the first word of a headline has 1. */
export const FIELD_WEIGHT = {
  /** Factor for names in a headline that is not in title case. */
  name: 1.2,
  /** How much less a word of a headline weighs than the one before it: outlets and asides come last. */
  step: 0.03,
  /** Least weight of a word of a headline. */
  least: 0.4,
  outlet: 0.3,
  address: 0.5,
  excerpt: 0.35,
} as const;

/** Most words of an excerpt that are used: a lead names who and what at the beginning. */
export const EXCERPT_WORDS = 40;
/** Longest title and excerpt used, in UTF-16 code units, so that a hostile page costs no more time. */
const MAX_TITLE = 400;
const MAX_EXCERPT = 600;
const WORD_AS_WRITTEN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu;

/**
 * The distinct words of an article, each with its weight, from the headline, the outlet's name after it, the address
 * and the excerpt. A word in several places has the weight of the first, which is the highest.
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

/** The headline as it is used, without the outlet's name behind it. */
export function headlineOf({ title }: StoryText): string {
  return splitOutlet(title.slice(0, MAX_TITLE)).headline;
}

/** Names in a headline: its capitalised words after the first, unless it is in title case. */
function namesIn(headline: string): Set<string> {
  const written = headline.match(WORD_AS_WRITTEN) ?? [];
  if (isTitleCase(written)) return new Set();
  return new Set(written.slice(1).filter(isCapitalised).flatMap(splitWords));
}
