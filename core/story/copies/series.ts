import { HOUR } from "../../durations.ts";
import { mainHost } from "../../url/outlet-domains.ts";
import { type NamedOutlet, withoutOutletSuffix } from "../words/outlet-suffix.ts";
import { isSeriesWord } from "../words/series-words.ts";
import { splitWords } from "../words/split-words.ts";

/** The parts of an article by which a series is recognised. */
export interface SeriesPart {
  readonly title: string;
  readonly outlet: NamedOutlet;
  /** ms since 1970, or `null`. */
  readonly published: number | null;
}

/** Least time between two parts of a series, ms; a shorter one means an update of the same article. */
const LEAST_GAP = 12 * HOUR;

/**
 * Whether two articles are parts of one outlet's series under a recurring title: “Photos of the day: May 3” is a different
 * story each day. Their headlines differ at most in numbers, months and weekdays.
 */
export function isSameSeries(a: SeriesPart, b: SeriesPart): boolean {
  const isOneOutlet = mainHost(a.outlet.domain) === mainHost(b.outlet.domain);
  if (!isOneOutlet || a.published === null || b.published === null) return false;
  return (
    Math.abs(a.published - b.published) >= LEAST_GAP && recurringTitle(a) === recurringTitle(b)
  );
}

function recurringTitle({ title, outlet }: SeriesPart): string {
  return splitWords(withoutOutletSuffix(title, outlet))
    .filter((word) => !isSeriesWord(word))
    .join(" ");
}
