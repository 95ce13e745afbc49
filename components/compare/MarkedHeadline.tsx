import type { JSX } from "preact";
import type { Mark, MarkedRange } from "../../core/compare/compare-headlines.ts";
import { useLocale } from "../kit/locale.ts";

interface Props {
  readonly title: string;
  /** In order, without overlaps. */
  readonly marks: readonly MarkedRange[];
}

/** A headline with what is marked in it, also said in words for who cannot see it. */
export function MarkedHeadline({ title, marks }: Props): JSX.Element {
  const { text, list } = useLocale();
  const wordsOf = (kind: Mark) =>
    marks.flatMap(({ start, end, mark }) => (mark === kind ? title.slice(start, end) : []));
  const [own, differing] = [wordsOf("own"), wordsOf("differs")];
  let last = 0;
  const parts = marks.flatMap(({ start, end, mark }) => {
    const before = title.slice(last, start);
    last = end;
    return [before, <Part key={start} mark={mark} words={title.slice(start, end)} />];
  });
  return (
    <>
      <span dir="auto">
        {parts}
        {title.slice(last)}
      </span>
      {own.length > 0 && (
        <span class="visually-hidden">{` ${text("compareOwnWords", list(own))}`}</span>
      )}
      {differing.length > 0 && (
        <span class="visually-hidden">{` ${text("compareDiffersWords", list(differing))}`}</span>
      )}
    </>
  );
}

function Part({ mark, words }: { readonly mark: Mark; readonly words: string }): JSX.Element {
  if (mark === "own") return <b class="compared-own">{words}</b>;
  if (mark === "differs") return <b class="compared-differs">{words}</b>;
  return <span class="compared-common">{words}</span>;
}
