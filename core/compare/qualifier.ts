import { wordForm } from "./word-form.ts";

/** What a text says of a figure's exactness: the true one is known to be no less, is a little more or less, or near. */
export type Qualifier = "at-least" | "more" | "less" | "about";

/** How each is said before a figure, folded. */
const PATTERNS: readonly (readonly [qualifier: Qualifier, words: RegExp])[] = [
  [
    "at-least",
    /(?:at least|no fewer than|mindestens|wenigstens|au moins|al menos|por lo menos|pelo menos|ao menos|almeno|ne menee|ما لا يقل عن|少なくとも|至少)$/u,
  ],
  ["more", /(?:more than|over|mehr als|uber|plus de|mas de|mais de|piu di|bolee|اكثر من|超过)$/u],
  [
    "less",
    /(?:up to|fewer than|less than|nearly|almost|bis zu|fast|knapp|jusqu'a|moins de|pres de|casi|hasta|menos de|quase|ate|quasi|fino a|pochti|قرابه|ما يقرب من)$/u,
  ],
  [
    "about",
    /(?:about|around|roughly|some|rund|etwa|circa|ca|gut|environ|quelque|unos|unas|cerca de|alrededor de|okolo|نحو|حوالي|約|およそ|约)$/u,
  ],
];
/** The Arabic for "at least" stands behind what is counted. */
const AT_LEAST_BEHIND = /^[^.،:]{0,20}على الاقل/u;
/** Longest qualifier, UTF-16 code units. */
const LONGEST = 20;

/**
 * The qualifier of a figure, and how many words before the figure it takes.
 *
 * @param before the text before the figure
 * @param behind the text behind it
 */
export function qualifierOf(
  before: string,
  behind: string,
): { readonly qualifier: Qualifier | null; readonly words: number } {
  const end = wordForm(before.slice(-LONGEST)).trimEnd();
  for (const [qualifier, pattern] of PATTERNS) {
    const found = pattern.exec(end);
    // The end of a longer word is none: `bis zu`, but not `gazu`.
    const isWhole = found !== null && !/[\p{L}\p{N}]$/u.test(end.slice(0, found.index));
    const isCjk = /[\p{sc=Han}\p{sc=Hira}]/u.test(found?.[0] ?? "");
    if (found !== null && (isWhole || isCjk))
      return { qualifier, words: found[0].split(/[\s']+/).length };
  }
  if (AT_LEAST_BEHIND.test(wordForm(behind))) return { qualifier: "at-least", words: 0 };
  return { qualifier: null, words: 0 };
}
