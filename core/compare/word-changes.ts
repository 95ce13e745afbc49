/** A part of two versions of a text: both have it, or only the earlier or the later one. */
export interface TextChange {
  readonly text: string;
  readonly kind: "same" | "removed" | "added";
}

/** Longest texts that are compared, UTF-16 code units: the time grows with the product of their words. */
const MAX_LENGTH = 1000;

let segmenter: Intl.Segmenter | undefined;

/**
 * What was removed and added between two versions of a text, word by word, by a longest common subsequence (Wagner & Fischer,
 * “The string-to-string correction problem”, 1974). Versions of one headline keep the order of what they share, so that the
 * alignment of `compareHeadlines`, which knows inflections and synonyms, would hide what was changed.
 */
export function wordChanges(before: string, after: string): TextChange[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const lengths = commonLengths(a, b);
  const parts: TextChange[] = [];
  const add = (text: string, kind: TextChange["kind"]) => {
    const last = parts.at(-1);
    if (last?.kind === kind) parts.splice(-1, 1, { kind, text: last.text + text });
    else parts.push({ text, kind });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [one, other] = [a[i], b[j]];
    if (one !== undefined && other !== undefined && one.trim() === other.trim()) {
      add(other, "same");
      i++;
      j++;
    } else if (
      one !== undefined &&
      (other === undefined || at(lengths, i + 1, j) >= at(lengths, i, j + 1))
    ) {
      add(one, "removed");
      i++;
    } else {
      add(other ?? "", "added");
      j++;
    }
  }
  return parts;
}

/** The words and signs of a text, each with the space behind it. */
function wordsOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "word" });
  const words: string[] = [];
  for (const { segment } of segmenter.segment(text.slice(0, MAX_LENGTH))) {
    const last = words.at(-1);
    if (segment.trim() === "" && last !== undefined) words.splice(-1, 1, last + segment);
    else words.push(segment);
  }
  return words;
}

/** How many words the ends of two texts have in common, by where these ends begin. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i] as Uint16Array;
      row[j] =
        a[i]?.trim() === b[j]?.trim()
          ? at(lengths, i + 1, j + 1) + 1
          : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  return lengths;
}

function at(lengths: readonly Uint16Array[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}
