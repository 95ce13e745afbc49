import type { JSX } from "preact";
import type { TextRange } from "../../core/story/words/whole-words.ts";
import { quotedWords } from "./quoted-words.ts";

interface Props {
  readonly text: string;
  /** What is quoted for. */
  readonly range: TextRange;
}

/** Words out of a headline or description, with what they are quoted for. */
export function Quotation({ text, range }: Props): JSX.Element {
  const { before, words, behind } = quotedWords(text, range);
  return (
    <q dir="auto">
      {before}
      <b>{words}</b>
      {behind}
    </q>
  );
}
