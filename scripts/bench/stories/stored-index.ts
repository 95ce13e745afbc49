import type { ArticleRecord } from "../../../core/record/article-record.ts";
import type { ScannedBlock } from "../../../core/segment/scan-source.ts";
import { buildStoryIndex } from "../../../core/story-index/build-story-index.ts";
import type { StoryBlockName } from "../../../core/story-index/format.ts";
import { createMemorySpill } from "../../../core/story-index/spill.ts";
import { StoryIndexReader } from "../../../core/story-index/story-index-reader.ts";
import { bundledCountryNames } from "../../country-names/bundled-country-names.ts";
import type { LabelledArticle } from "./labels/labelled-articles.ts";

/** Used as the address of an article that has none. */
const NO_ADDRESS = "https://unknown.example/";

/** An index of some articles as the extension builds and reads it, with its blocks in memory. */
export async function buildStoredIndex(
  articles: readonly LabelledArticle[],
): Promise<StoryIndexReader> {
  const records = articles.map(recordOf);
  const scan = async function* (): AsyncGenerator<ScannedBlock> {
    yield { start: 0, length: 0, records };
  };
  const blocks = new Map<StoryBlockName, Uint8Array<ArrayBuffer>>();
  const onProgress = async () => undefined;
  for await (const { name, bytes } of buildStoryIndex({
    version: "labelled",
    scan,
    spill: createMemorySpill(),
    countries: bundledCountryNames(),
    onProgress,
  }))
    blocks.set(name, bytes);
  return new StoryIndexReader("labelled", async (names) => names.map((name) => blocks.get(name)));
}

function recordOf({ title, excerpt, url, published }: LabelledArticle): ArticleRecord {
  return {
    title,
    excerpt,
    webUrl: url || NO_ADDRESS,
    ...(published !== null && { publishedDateTime: new Date(published).toISOString() }),
    type: "article",
    provider: { name: "labelled", domain: "labelled.example" },
  };
}
