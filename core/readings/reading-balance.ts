import { mainHost } from "../url/outlet-domains.ts";
import type { Reading } from "./reading.ts";

/** What is known of an outlet. */
export interface OutletFacts {
  /** ISO 3166-1; empty when unknown. */
  readonly country: string;
  /** BCP 47; empty when unknown. */
  readonly language: string;
  /** Empty when unknown. */
  readonly owner: string;
}

/** How many articles of one outlet, country, language or owner the user has read. */
export interface ReadingShare {
  /** A name, a code; empty when unknown. */
  readonly name: string;
  readonly articles: number;
}

/** What the user has read, summed up. */
export interface ReadingBalance {
  readonly articles: number;
  /** Each the most frequent first, unknown ones last. */
  readonly outlets: readonly ReadingShare[];
  readonly countries: readonly ReadingShare[];
  readonly languages: readonly ReadingShare[];
  readonly owners: readonly ReadingShare[];
  /** How many stories that several outlets have the user has read about. */
  readonly stories: number;
  /** Those of them that the user read in one outlet only: the latest reading of each, the latest first. */
  readonly oneSided: readonly Reading[];
}

/** @param factsOf what is known of the outlet of a domain */
export function readingBalance(
  readings: readonly Reading[],
  factsOf: (domain: string) => OutletFacts,
): ReadingBalance {
  const nameOf = new Map(readings.map(({ domain, outlet }) => [mainHost(domain), outlet]));
  const sharesBy = (groupOf: (reading: Reading) => string) => shares(readings.map(groupOf));
  const shared = storiesOf(readings).filter((story) => story.some(({ hasOthers }) => hasOthers));
  const oneSided = shared.filter(
    (story) => new Set(story.map(({ domain }) => mainHost(domain))).size === 1,
  );
  return {
    articles: readings.length,
    outlets: sharesBy(({ domain }) => nameOf.get(mainHost(domain)) ?? domain),
    countries: sharesBy(({ domain }) => factsOf(domain).country),
    languages: sharesBy(({ domain }) => factsOf(domain).language.split("-")[0] ?? ""),
    owners: sharesBy(({ domain }) => factsOf(domain).owner),
    stories: shared.length,
    oneSided: oneSided.flatMap((story) => story.slice(-1)).sort((a, b) => b.at - a.at),
  };
}

function shares(names: readonly string[]): ReadingShare[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Array.from(counts, ([name, articles]) => ({ name, articles })).sort(
    (a, b) =>
      Number(a.name === "") - Number(b.name === "") ||
      b.articles - a.articles ||
      (a.name < b.name ? -1 : 1),
  );
}

/** The readings by story, each in their order: those that share an article of their stories. */
function storiesOf(readings: readonly Reading[]): Reading[][] {
  const groupOf = new Map<number, Reading[]>();
  const groups = new Set<Reading[]>();
  for (const one of readings) {
    const own = [one];
    groups.add(own);
    for (const number of one.story) {
      const other = groupOf.get(number);
      if (other !== undefined && other !== own && groups.has(other)) {
        own.unshift(...other);
        groups.delete(other);
        for (const { story } of other) for (const known of story) groupOf.set(known, own);
      }
      groupOf.set(number, own);
    }
  }
  return Array.from(groups, (group) => group.sort((a, b) => a.at - b.at));
}
