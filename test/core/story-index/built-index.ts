import type { ArticleRecord } from "../../../core/record/article-record.ts";
import type { ScannedBlock } from "../../../core/segment/source-blocks.ts";
import { buildStoryIndex } from "../../../core/story-index/build-story-index.ts";
import type { StoryBlockName } from "../../../core/story-index/format.ts";
import { createMemorySpill } from "../../../core/story-index/spill.ts";
import { StoryIndexReader } from "../../../core/story-index/story-index-reader.ts";
import { bundledCountryNames } from "../../../scripts/country-names/bundled-country-names.ts";

/** A story index of some records, the blocks it is made of, and those that were read. */
export interface BuiltIndex {
  readonly reader: StoryIndexReader;
  readonly blocks: Map<StoryBlockName, Uint8Array<ArrayBuffer>>;
  readonly read: StoryBlockName[];
  readonly articles: number;
}

/** Records in source blocks of so many. */
export function scanOf(records: readonly ArticleRecord[], inBlock = 3) {
  return async function* (): AsyncGenerator<ScannedBlock> {
    for (let from = 0; from < records.length; from += inBlock)
      yield { start: from * 100, length: 100, records: records.slice(from, from + inBlock) };
  };
}

export async function buildIndex(
  records: readonly ArticleRecord[],
  scan: () => AsyncIterable<ScannedBlock> = scanOf(records),
): Promise<BuiltIndex> {
  const blocks: BuiltIndex["blocks"] = new Map();
  const building = buildStoryIndex({
    version: "1",
    scan,
    spill: createMemorySpill(),
    countries: bundledCountryNames(),
    onProgress: async () => undefined,
  });
  for (;;) {
    const { done, value } = await building.next();
    if (done) {
      const read: StoryBlockName[] = [];
      const reader = new StoryIndexReader("mine", async (names) => {
        read.push(...names);
        return names.map((name) => blocks.get(name));
      });
      return { reader, blocks, read, articles: value };
    }
    blocks.set(value.name, value.bytes);
  }
}
