import type { TextRange } from "../../core/story/words/whole-words.ts";

/** Text that is quoted before and behind, UTF-16 code units. */
const AROUND = 60;

/** A quotation: some words of a text, and what stands before and behind them; an ellipsis says that more was cut off. */
export interface QuotedWords {
  readonly before: string;
  readonly words: string;
  readonly behind: string;
}

/** Words of a text with what stands around them, cut at spaces. */
export function quotedWords(text: string, { start, end }: TextRange): QuotedWords {
  const before = text.slice(0, start);
  const behind = text.slice(end);
  return {
    before: before.length > AROUND ? `…${before.slice(-AROUND).replace(/^\S*\s/, " ")}` : before,
    words: text.slice(start, end),
    behind: behind.length > AROUND ? `${behind.slice(0, AROUND).replace(/\s\S*$/, "")} …` : behind,
  };
}
