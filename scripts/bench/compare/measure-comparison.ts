import { type Comparison, compareArticles } from "../../../core/compare/compare-articles.ts";
import { figuresIn } from "../../../core/compare/figures.ts";
import { guessLanguage } from "../../../core/compare/language.ts";
import type { MissingMention } from "../../../core/compare/missing-mentions.ts";
import { type TextWord, textWords } from "../../../core/compare/text-words.ts";
import { wordForm } from "../../../core/compare/word-form.ts";
import type { CountryNames } from "../../../core/story/words/country-names.ts";
import { FUNCTION_WORDS } from "../../../core/story/words/function-words.ts";
import { isPair } from "../../../core/story/words/split-words.ts";
import type { LabelledComparison } from "./labelled-stories.ts";

export const MARKS = ["words", "figures", "missing"] as const;
export type MarkKind = (typeof MARKS)[number];

/** Marks that were shown and are right, shown and wrong, or right and not shown; each in words, for a person to read. */
export interface JudgedMarks {
  readonly right: readonly string[];
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

/** Compares labelled stories and judges what is shown by their labels. */
export function judgeComparisons(
  stories: readonly LabelledComparison[],
  countries: CountryNames,
): Readonly<Record<MarkKind, JudgedMarks>> {
  const judged = stories.map((story) => {
    const articles = story.headlines.map(({ article }) => article);
    const comparison = compareArticles(articles, story.body, countries);
    return {
      words: judgeWords(story, comparison),
      figures: judgeFigures(story, comparison),
      missing: judgeMissing(story, comparison.missing ?? []),
    };
  });
  const all = (kind: MarkKind): JudgedMarks => ({
    right: judged.flatMap((one) => one[kind].right),
    wrong: judged.flatMap((one) => one[kind].wrong),
    missed: judged.flatMap((one) => one[kind].missed),
  });
  return { words: all("words"), figures: all("figures"), missing: all("missing") };
}

/** The share of what is shown that is right, and the share of what is right that is shown; `null` where there is nothing. */
export function precisionAndRecall({ right, wrong, missed }: JudgedMarks): {
  readonly precision: number | null;
  readonly recall: number | null;
} {
  const share = (others: readonly string[]) =>
    right.length + others.length === 0 ? null : right.length / (right.length + others.length);
  return { precision: share(wrong), recall: share(missed) };
}

/** By word: a word that is marked as said by one headline alone is right where it stands in braces. */
function judgeWords({ story, headlines }: LabelledComparison, comparison: Comparison): JudgedMarks {
  const [right, wrong, missed]: [string[], string[], string[]] = [[], [], []];
  for (const [at, { article, own }] of headlines.entries()) {
    const marks = comparison.headlines[at]?.filter(({ mark }) => mark !== "common") ?? [];
    for (const word of textWords(article.title).filter(isCounted)) {
      const isIn = ({ start, end }: { start: number; end: number }) =>
        start <= word.start && word.end <= end;
      const isShown = marks.some(isIn);
      const isLabelled = own.some(isIn);
      const found = `${story}: ${word.text} | ${article.title}`;
      if (isShown) (isLabelled ? right : wrong).push(found);
      else if (isLabelled) missed.push(found);
    }
  }
  return { right, wrong, missed };
}

/** What counts are words that say something by themselves, whichever the comparison takes for such; `at least` goes with its figure. */
function isCounted({ form, text }: TextWord): boolean {
  if (FUNCTION_WORDS.has(form) || QUALIFIERS.test(form)) return false;
  return (
    form.length > 2 ||
    /\d|^\p{Lu}{2}$/u.test(text) ||
    (isPair(text) && !/^\p{sc=Hira}$/u.test(text))
  );
}

const QUALIFIERS = /^(?:at|least|mindestens|moins|menos|rund|unas|علي|الاقل|menee)$/;

/** By pair of rows of one table that differ: right where both labels are of one thing. */
function judgeFigures(
  { story, headlines }: LabelledComparison,
  { figures }: Comparison,
): JudgedMarks {
  const labels = headlines.map((headline) => headline.figures);
  const shown = new Map<string, boolean>();
  for (const { rows } of figures)
    for (const a of rows)
      for (const b of rows) {
        if (a.article >= b.article || a.value === b.value) continue;
        const isRight = labels[a.article]?.some(
          (one) =>
            one.value === a.value &&
            labels[b.article]?.some((two) => two.label === one.label && two.value === b.value),
        );
        shown.set(`${story}: ${pairName(a, b)}`, isRight === true);
      }
  const expected = new Set<string>();
  for (const [at, own] of labels.entries())
    for (const [other, others] of labels.entries())
      for (const a of at < other ? own : [])
        for (const b of others)
          if (a.label === b.label && isDifferent(a, b))
            expected.add(`${story}: ${pairName({ article: at, ...a }, { article: other, ...b })}`);
  const names = [...shown.keys()];
  return {
    right: names.filter((name) => shown.get(name) === true),
    wrong: names.filter((name) => shown.get(name) === false),
    missed: [...expected].filter((name) => !shown.has(name)),
  };
}

type Placed = { readonly article: number; readonly value: number };

function pairName(a: Placed, b: Placed): string {
  return `${a.value} (${a.article}) and ${b.value} (${b.article})`;
}

type Labelled = { readonly value: number; readonly isRounded: boolean };

function isDifferent(a: Labelled, b: Labelled): boolean {
  const isRounded = a.isRounded || b.isRounded;
  const gap = Math.abs(a.value - b.value);
  return gap > (isRounded ? 0.1 * Math.max(a.value, b.value) : 0);
}

/** By mention: right where a label has one of its words, or its value. */
function judgeMissing(
  { story, missing }: LabelledComparison,
  shown: readonly MissingMention[],
): JudgedMarks {
  const found = new Set<string>();
  const [right, wrong]: [string[], string[]] = [[], []];
  for (const { words } of shown) {
    const label = missing.find((one) => isMentionOf(one, words));
    if (label !== undefined) found.add(label);
    (label === undefined ? wrong : right).push(`${story}: ${words}`);
  }
  const missed = missing.filter((label) => !found.has(label));
  return { right, wrong, missed: missed.map((label) => `${story}: ${label}`) };
}

function isMentionOf(label: string, words: string): boolean {
  const valuesOf = (text: string) => figuresIn(text, guessLanguage(text)).map(({ value }) => value);
  if (/\d/.test(label)) return valuesOf(label)[0] === valuesOf(words)[0];
  const last = wordForm(label).split(" ").at(-1) ?? "";
  return wordForm(words).includes(last);
}
