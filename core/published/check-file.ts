import type * as z from "zod/mini";
import type { DataSetFile } from "../data-set-file/data-set-file.ts";
import { articleRecord } from "../record/article-record.ts";
import { decodeBlock } from "../segment/block-codec.ts";
import type { BlockName } from "../segment/format.ts";
import { decodeLatest } from "../segment/latest-articles.ts";
import { latestBucket, outletBucket, patterns, segmentMeta } from "./published-blocks.ts";

/** The largest block that is read at once, bytes: those of our own writing have at most a few hundred kB. */
const MAX_PUBLISHED_BLOCK_BYTES = 16_000_000;

/** Thrown for a file whose content is not what a data set file may hold. */
export class UnfitFileError extends Error {}

/** What a check found in a file. */
export interface CheckedFile {
  /** Bytes of each source block, in their order from the first one on. */
  readonly blocks: readonly number[];
  readonly records: number;
}

/** What a check reports to, and how it is ended. */
export interface CheckRun {
  readonly signal: AbortSignal;
  /** Called after each block, and waited for, with the bytes of the file that are checked. */
  onProgress(bytes: number): Promise<void> | void;
}

/**
 * Checks all that a look-up will take out of a published file as it is: every record against the schema of records, and
 * the blocks of the index that are shown or acted upon. The file's hash shows that it is what its publisher has signed,
 * not that this can be shown: its texts, addresses and match patterns come from outside. Where a record lies, look-ups
 * are told by other blocks; `CheckedBlocks` keeps them to the blocks that were seen here.
 *
 * @throws UnfitFileError
 */
export async function checkFile(
  file: DataSetFile,
  { signal, onProgress }: CheckRun,
): Promise<CheckedFile> {
  if (file.largestBlock > MAX_PUBLISHED_BLOCK_BYTES)
    throw new UnfitFileError("a block is too large");
  const blocks: number[] = [];
  let records = 0;
  try {
    for await (const block of file.scan()) {
      signal.throwIfAborted();
      if (block.records === null || block.length > MAX_PUBLISHED_BLOCK_BYTES)
        throw new UnfitFileError("a block of records is damaged");
      for (const record of block.records)
        if (!articleRecord.safeParse(record).success) throw new UnfitFileError("not a record");
      blocks.push(block.length);
      records += block.records.length;
      await onProgress(block.start + block.length);
    }
    // Whatever index the file has, one is built anew with these when the formats change.
    await file.outlets();
    if (file.hasSegment) await checkIndex(file, signal);
  } catch (error) {
    if (signal.aborted || error instanceof UnfitFileError) throw error;
    // Whatever a decoder throws for bytes that it has not written.
    throw new UnfitFileError(error instanceof Error ? error.message : "unreadable");
  }
  return { blocks, records };
}

async function checkIndex(file: DataSetFile, signal: AbortSignal): Promise<void> {
  const bytesOf = async (name: BlockName) => {
    signal.throwIfAborted();
    const bytes = await file.read(name);
    if (bytes === undefined) throw new UnfitFileError(`no block ${name}`);
    return bytes;
  };
  const check = async (name: BlockName, schema: z.ZodMiniType) => {
    schema.parse(decodeBlock(name, await bytesOf(name)));
  };
  const meta = segmentMeta.parse(decodeBlock("meta", await bytesOf("meta")));
  await check("patterns", patterns);
  for (let number = 0; number < meta.domainBuckets; number++) {
    await check(`domains/${number}`, outletBucket);
    const latest: BlockName = `latest/${number}`;
    latestBucket.parse(await decodeLatest(latest, await bytesOf(latest)));
  }
}
