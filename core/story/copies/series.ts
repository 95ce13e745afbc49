import { type NamedOutlet, withoutOutletSuffix } from "../words/outlet-suffix.ts";
import { isSeriesWord } from "../words/series-words.ts";
import { splitWords } from "../words/split-words.ts";

/** Two publications as far as they tell a series. */
export interface SeriesPart {
  readonly title: string;
  readonly outlet: NamedOutlet;
  /** ms since 1970, or `null`. */
  readonly published: number | null;
}

/** Parts of a series come at least so long after one another, ms; sooner it is an update. */
const LEAST_GAP = 12 * 3_600_000;

/**
 * Whether two articles are parts of one outlet's series under a standing title: “Photos of the day: May 3” is another
 * story each day. Their headlines differ in figures, months, days and numbers at most.
 */
export function isSameSeries(a: SeriesPart, b: SeriesPart): boolean {
  if (a.outlet.domain !== b.outlet.domain || a.published === null || b.published === null)
    return false;
  return Math.abs(a.published - b.published) >= LEAST_GAP && standing(a) === standing(b);
}

function standing({ title, outlet }: SeriesPart): string {
  return splitWords(withoutOutletSuffix(title, outlet))
    .filter((word) => !isSeriesWord(word))
    .join(" ");
}
