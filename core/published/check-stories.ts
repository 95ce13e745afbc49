import { decodeBlock, unsealBytes } from "../segment/block-codec.ts";
import { BLOCK_ARTICLES } from "../story/match/story-source.ts";
import { NUMBERS_IN_BLOCK, STORIES_IN_BLOCK, storyMeta } from "../story-index/format.ts";
import { readRarities } from "../story-index/rarity-blocks.ts";
import { decodePiece, termsIn } from "../story-index/term-bucket.ts";
import { decodeTexts } from "../story-index/text-block.ts";
import { TimeTable } from "../story-index/time-table.ts";
import type { HasArticle, ReadIndexBlock } from "./check-segment.ts";
import { UnfitFileError } from "./unfit-file.ts";

/**
 * Checks that every block of a file's story index is there and of the length that `story-meta` says, and that its
 * articles are those of the file's records.
 *
 * @throws UnfitFileError, DamagedBlockError, and what a schema throws
 */
export async function checkStories(read: ReadIndexBlock, hasArticle: HasArticle): Promise<void> {
  const unsealed = async (name: "common-keys" | "trigrams" | "times") =>
    unsealBytes(name, await read(name));
  const meta = storyMeta.parse(decodeBlock("story-meta", await read("story-meta")));
  readRarities(meta, await unsealed("common-keys"), await unsealed("trigrams"));
  if (TimeTable.read(await unsealed("times")).ordinalAt(null) !== meta.articles)
    throw new UnfitFileError("times of other articles");
  for (let number = 0; number < meta.termBuckets; number++) await checkTerms(read, number);
  for (let number = 0; number * BLOCK_ARTICLES < meta.articles; number++) {
    const name = `texts/${number}` as const;
    const count = Math.min(BLOCK_ARTICLES, meta.articles - number * BLOCK_ARTICLES);
    const texts = decodeTexts(name, await read(name), [...Array(count).keys()]);
    if (texts.length !== count || !texts.every(([, { place }]) => hasArticle(place)))
      throw new UnfitFileError(`${name} has other articles`);
  }
  for (let number = 0; number * NUMBERS_IN_BLOCK < meta.articles; number++) {
    const name = `stories/${number}` as const;
    const count = Math.min(NUMBERS_IN_BLOCK, meta.articles - number * NUMBERS_IN_BLOCK);
    if (unsealBytes(name, await read(name)).length !== 4 * count)
      throw new UnfitFileError(`${name} has other articles`);
  }
  for (let number = 0; number * STORIES_IN_BLOCK < meta.stories; number++) {
    const name = `members/${number}` as const;
    unsealBytes(name, await read(name));
  }
}

/** Checks a bucket of keys, and the pieces of its long posting lists. */
async function checkTerms(read: ReadIndexBlock, bucket: number): Promise<void> {
  const name = `terms/${bucket}` as const;
  for (const [key, entry] of termsIn(name, await read(name))) {
    if (entry.kind === "whole") continue;
    for (const piece of entry.starts.keys()) {
      const postings = `postings/${key}/${piece}` as const;
      decodePiece(postings, await read(postings));
    }
  }
}
