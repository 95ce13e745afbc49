import { murmur3 } from "../../hash.ts";
import { type NamedOutlet, withoutOutletSuffix } from "../words/outlet-suffix.ts";
import { splitWords } from "../words/split-words.ts";
import { agencyMark } from "./agency-mark.ts";
import { tellingStems } from "./headline-agreement.ts";

/** What two articles are compared by to tell copies of one text. */
export interface CopyText {
  readonly title: string;
  /** Description or first lines; empty when there is none. */
  readonly excerpt: string;
  /** ms since 1970, or `null`. */
  readonly published: number | null;
  readonly outlet: NamedOutlet;
}

/** An article as it is compared. */
export interface Print {
  readonly published: number | null;
  readonly domain: string;
  /** Of the headline, without the outlet's name. */
  readonly words: readonly string[];
  readonly stems: ReadonlySet<string>;
  /** Shingles of the headline. */
  readonly headline: ReadonlySet<number>;
  /** Shingles of the excerpt; none where it is too short to tell one text from another. */
  readonly text: ReadonlySet<number>;
  readonly textStems: ReadonlySet<string>;
  readonly agency: string | null;
}

/** Words in a shingle: long enough that two writers rarely choose the same. */
const SHINGLE_WORDS = 3;
/** Words of a text that are looked at. */
const MAX_WORDS = 80;
/** Shingles of an excerpt that says anything; “Read more”, “Video”, “The Associated Press” have fewer. */
const LEAST_TEXT = 8;

export function printOf({ title, excerpt, published, outlet }: CopyText): Print {
  const headline = withoutOutletSuffix(title, outlet);
  const words = splitWords(headline);
  const lead = splitWords(excerpt).slice(0, MAX_WORDS);
  const text = shingles(lead);
  return {
    published,
    domain: outlet.domain,
    words,
    stems: tellingStems(words),
    headline: shingles(words),
    text: text.size < LEAST_TEXT ? new Set() : text,
    textStems: tellingStems(lead),
    agency: agencyMark(excerpt) ?? agencyMark(headline),
  };
}

function shingles(words: readonly string[]): Set<number> {
  const found = new Set<number>();
  const last = Math.max(1, words.length - SHINGLE_WORDS + 1);
  if (words.length > 0)
    for (let i = 0; i < last; i++)
      found.add(murmur3(words.slice(i, i + SHINGLE_WORDS).join(" "), 0));
  return found;
}
