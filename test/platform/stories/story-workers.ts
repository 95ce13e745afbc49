import { Corrections } from "../../../core/corrections/corrections.ts";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import type { Services } from "../../../platform/services.ts";
import { ARTICLES, COUNTRIES, minutesAfter } from "../../core/story/headlines.ts";
import { record } from "../../fixtures/records.ts";
import { inDatabase } from "../workers.ts";

/** A page that no record names, about the bridge. */
export const UNLISTED = "https://unlisted.example/bridge";

/** The headlines as records of a site; an edition in front of them tells which data set answers. */
export function headlines(site: string, edition = ""): ArticleRecord[] {
  return ARTICLES.map(({ title, published }, i) =>
    record(`https://${site}.example/${i}`, {
      title: `${title}${edition}`,
      publishedDateTime: new Date(published ?? 0).toISOString(),
    }),
  );
}

/** What a look-up by text of the unlisted page says: the addresses of what tells its story, copies too, or the kind of the answer. */
export async function storyAt(services: Services): Promise<string[] | string> {
  const facts = {
    headline: "Cracked harbour bridge in Port Elwyn stays closed for a year",
    description: "",
    published: minutesAfter(65),
    language: "en",
    outlet: "Unlisted",
    type: "article",
  } as const;
  const readCorrections = async () => new Corrections([]);
  const question = { facts, readCorrections, countries: COUNTRIES };
  const coverage = await services.library.lookUp((segments) =>
    findCoverage(segments, UNLISTED, [], question),
  );
  if (coverage.kind !== "article") return coverage.kind;
  return coverage.related
    .flatMap((article) => [article, ...article.copies])
    .map(({ url }) => url)
    .sort();
}

/** What the database holds of every generation in use, and of those in none. */
export function blocksInDatabase(): Promise<Map<string, string[]>> {
  return inDatabase(async (database) => {
    const keys = await database.getAllKeys("blocks");
    const blocks = new Map<string, string[]>();
    for (const key of keys) {
      if (!Array.isArray(key)) continue;
      const [generation, name] = key.map(String);
      blocks.set(generation ?? "", [...(blocks.get(generation ?? "") ?? []), name ?? ""]);
    }
    return blocks;
  });
}
