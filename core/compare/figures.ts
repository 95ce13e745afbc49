import type { TextRange } from "../story/words/whole-words.ts";
import { type FigureKind, kindOf } from "./figure-kind.ts";
import { type Qualifier, qualifierOf } from "./qualifier.ts";
import { readNumber } from "./read-number.ts";
import { type TextWord, textWords } from "./text-words.ts";

/** A figure of a text that counts or measures something. Its range begins with its qualifier: “at least 9”. */
export interface Figure extends TextRange {
  /** Where the number ends, without its unit. */
  readonly numberEnd: number;
  readonly value: number;
  readonly qualifier: Qualifier | null;
  /** `null` where the text does not say what is counted, in a form that we understand. */
  readonly kind: FigureKind | null;
}

/** Text beside a figure that may tell how exact it is, UTF-16 code units. */
const NEAR = 40;
/** How far a rounded figure may be from an exact one that it stands for, as a share of the larger. */
const ROUNDING = 0.1;

/**
 * The figures of a text in order, in digits of any script or in words.
 *
 * @param language of the text (`guessLanguage`)
 */
export function figuresIn(text: string, language: string | null): Figure[] {
  const words = textWords(text);
  const figures: Figure[] = [];
  for (let at = 0; at < words.length; at++) {
    const number = readNumber(words, at, language);
    if (number === null) continue;
    const [first, last] = [words[at], words[number.next - 1]] as [TextWord, TextWord];
    const { qualifier, words: count } = qualifierOf(
      text.slice(Math.max(0, first.start - NEAR), first.start),
      text.slice(last.end, last.end + NEAR),
    );
    const start = words[at - count]?.start ?? first.start;
    const { kind, end } = kindOf(
      text,
      words,
      { at, next: number.next, qualified: at - count },
      language,
    );
    figures.push({ start, end, numberEnd: last.end, value: number.value, qualifier, kind });
    at = number.next - 1;
  }
  return figures;
}

/** Whether two figures of one kind say the same: they are equal, or one is rounded and stands for the other. */
export function isSameFigure(a: Figure, b: Figure): boolean {
  if (a.value === b.value) return true;
  const isNear = Math.abs(a.value - b.value) <= ROUNDING * Math.max(a.value, b.value);
  return isNear && (standsFor(a, b) || standsFor(b, a));
}

/** Whether a rounded figure may stand for another: “more than 200” for 214, but not for 190. */
function standsFor({ qualifier, value }: Figure, other: Figure): boolean {
  if (qualifier === "more") return other.value > value;
  if (qualifier === "less") return other.value < value;
  return qualifier === "about";
}
