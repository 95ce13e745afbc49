import { murmur3 } from "../../hash.ts";
import { mainHost } from "../../url/outlet-domains.ts";
import { headlineDetails } from "../words/headline-details.ts";
import { type NamedOutlet, withoutOutletSuffix } from "../words/outlet-suffix.ts";
import { splitWords } from "../words/split-words.ts";
import { agencyMark } from "./agency-mark.ts";
import { contentStems } from "./headline-agreement.ts";

/** The parts of an article by which copies of one text are recognised. */
export interface CopyText {
  readonly title: string;
  /** Description or first lines; empty when there is none. */
  readonly excerpt: string;
  /** ms since 1970, or `null`. */
  readonly published: number | null;
  readonly outlet: NamedOutlet;
}

/**
 * An article as it is compared: the word shingles of its texts, hashed (document fingerprinting; Broder,
 * “On the resemblance and containment of documents”, 1997).
 */
export interface Fingerprint {
  readonly published: number | null;
  /** The outlet's main domain. */
  readonly domain: string;
  /** Words of the headline without the outlet's name. */
  readonly words: readonly string[];
  /** Stems of the headline's content words. */
  readonly stems: ReadonlySet<string>;
  /** Stems of the names and figures in the headline. */
  readonly details: ReadonlySet<string>;
  /** Shingles of the headline. */
  readonly headline: ReadonlySet<number>;
  /** Shingles of the excerpt; none where it is too short to distinguish texts. */
  readonly text: ReadonlySet<number>;
  readonly textStems: ReadonlySet<string>;
  readonly agency: string | null;
}

/** Words in a shingle: so many that two writers rarely choose the same ones. */
const SHINGLE_WORDS = 3;
/** Most words of an excerpt that are compared. */
const MAX_WORDS = 80;
/** Least shingles of an excerpt with any content; “Read more”, “Video”, “The Associated Press” have fewer. */
const LEAST_TEXT = 8;

export function fingerprintOf({ title, excerpt, published, outlet }: CopyText): Fingerprint {
  const headline = withoutOutletSuffix(title, outlet);
  const words = splitWords(headline);
  const lead = splitWords(excerpt).slice(0, MAX_WORDS);
  const text = shingles(lead);
  return {
    published,
    domain: mainHost(outlet.domain),
    words,
    stems: contentStems(words),
    details: contentStems([...headlineDetails(headline)]),
    headline: shingles(words),
    text: text.size < LEAST_TEXT ? new Set() : text,
    textStems: contentStems(lead),
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
