import type * as z from "zod/mini";
import type { FileBlockName } from "../data-set-file/layout.ts";
import { decodeBlock } from "../segment/block-codec.ts";
import type { ArticlePlace } from "../segment/format.ts";
import { decodeLatest } from "../segment/latest-articles.ts";
import { placesInUrlBucket } from "../segment/url-bucket.ts";
import { latestBucket, outletBucket, patterns, segmentMeta } from "./published-blocks.ts";
import { UnfitFileError } from "./unfit-file.ts";

/** Tells whether there is an article at a place, by the source blocks that a check has read. */
export type HasArticle = (place: ArticlePlace) => boolean;

/** Reads a block of an index. Throws an `UnfitFileError` when the file has none of that name. */
export type ReadIndexBlock = (name: FileBlockName) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * Checks that every block of a file's segment is there, and that all of it fits the records of the file: an address
 * that leads to no record would have the file dropped as damaged and fetched again, each time it is looked up.
 *
 * @throws UnfitFileError, DamagedBlockError, and what a schema throws
 */
export async function checkSegment(read: ReadIndexBlock, hasArticle: HasArticle): Promise<void> {
  const check = async (name: FileBlockName, schema: z.ZodMiniType) => {
    schema.parse(decodeBlock(name, await read(name)));
  };
  const meta = segmentMeta.parse(decodeBlock("meta", await read("meta")));
  await check("patterns", patterns);
  for (let number = 0; number < meta.domainBuckets; number++) {
    await check(`domains/${number}`, outletBucket);
    const latest = `latest/${number}` as const;
    latestBucket.parse(await decodeLatest(latest, await read(latest)));
  }
  for (let number = 0; number < meta.urlBuckets; number++) {
    const name = `urls/${number}` as const;
    if (!placesInUrlBucket(name, await read(name)).every(hasArticle))
      throw new UnfitFileError(`${name} leads to no record`);
  }
}
