import { Corrections } from "../../../core/corrections/corrections.ts";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import type { StoryQuery } from "../../../core/coverage/find-page-story.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import type { Services } from "../../../platform/background/services.ts";
import { ARTICLES, COUNTRIES, minutesAfter } from "../../core/story/words/headlines.ts";
import { record } from "../../fixtures/records.ts";

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

/** What the unlisted page says. */
export function storyQuery(): StoryQuery {
  const facts = {
    headline: "Port Elwyn harbour bridge closed after cracks found in two piers",
    description: "",
    published: minutesAfter(65),
    language: "en",
    outlet: "Unlisted",
    type: "article",
    marks: [],
  } as const;
  const readCorrections = async () => new Corrections([]);
  return { facts, readCorrections, loadCountryNames: async () => COUNTRIES };
}

/** What a look-up by text of the unlisted page says: the addresses of what tells its story, copies too, or the kind of the answer. */
export async function storyAt(services: Services): Promise<string[] | string> {
  const coverage = await services.library.lookUp((segments) =>
    findCoverage(segments, UNLISTED, [], storyQuery()),
  );
  if (coverage.kind !== "article") return coverage.kind;
  return coverage.related
    .flatMap((article) => [article, ...article.copies])
    .map(({ url }) => url)
    .sort();
}
