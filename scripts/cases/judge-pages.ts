import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { SECOND } from "../../core/durations.ts";
import { pageFacts } from "../../core/page/page-facts.ts";
import { readPages } from "../bench/pages/read-pages.ts";
import { type Case, shown, type Verdict, verdictOf } from "./case.ts";

/** The day of the cases. */
const NOW = Date.UTC(2026, 10, 30);

const expectation = z.looseObject({
  article: z.optional(z.boolean()),
  headline: z.optional(z.string()),
  /** The page has this headline, or is not taken for an article. */
  headline_or_none: z.optional(z.string()),
  /** An instant to the second, or a day in UTC. */
  published: z.optional(z.string()),
  language: z.optional(z.string()),
  language_not: z.optional(z.string()),
});

/** The file of a page, and the address that it is served at, of an input such as `inputs/a.html at https://a.example/`. */
export function pageOf({ folder, input }: Case): { file: string; address: string } {
  const [file = "", address = ""] = String(input).split(" at ");
  return { file: join(folder, file), address };
}

/** Pages that the built reader reads in Chromium. */
export async function judgePages(cases: readonly Case[]): Promise<Verdict[]> {
  const pages = cases.map((given) => {
    const { file, address } = pageOf(given);
    return { address, body: readFileSync(file) };
  });
  const readings = await readPages(pages, 1);
  return cases.map((given, index) => {
    const expected = z.parse(expectation, given.expected);
    const statement = readings[index]?.reading.statement ?? null;
    const facts = statement && pageFacts(statement, pages[index]?.address ?? "", NOW);
    const published = facts?.published == null ? null : new Date(facts.published).toISOString();
    const differences: string[] = [];
    const expect = (what: string, isRight: boolean, found: unknown) => {
      if (!isRight) differences.push(`${what}, found ${shown(found)}`);
    };
    const { article, headline, headline_or_none: orNone, language_not: otherThan } = expected;
    if (article !== undefined) expect(`article ${article}`, article === (facts !== null), facts);
    if (headline !== undefined)
      expect(`headline ${shown(headline)}`, facts?.headline === headline, facts?.headline);
    if (orNone !== undefined)
      expect(`headline ${shown(orNone)}`, [undefined, orNone].includes(facts?.headline), facts);
    if (expected.published !== undefined)
      expect(`published ${expected.published}`, isTime(expected.published, published), published);
    if (expected.language !== undefined)
      expect(`language ${expected.language}`, facts?.language === expected.language, facts);
    if (otherThan !== undefined)
      expect(`not language ${otherThan}`, facts?.language !== otherThan, facts?.language);
    return verdictOf(given, differences);
  });
}

function isTime(expected: string, found: string | null): boolean {
  if (found === null) return false;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(expected);
  const seconds = (time: string) => Math.floor(Date.parse(time) / SECOND);
  return isDay ? found.startsWith(expected) : seconds(found) === seconds(expected);
}
