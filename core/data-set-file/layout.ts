import * as z from "zod/mini";
import { type BlockName, MAX_BLOCK_BYTES } from "../segment/format.ts";
import type { StoryBlockName } from "../story-index/format.ts";

/**
 * A data set file holds one data set, or a part of one, and is never changed. docs/format.md describes it byte by byte.
 *
 *   header       MAGIC, version of the layout (4 bytes, big-endian), four bytes 0
 *   source       source blocks, one after the other; a place in the source counts from the start of the file
 *   blocks       `outlets`, then the blocks of the story index and of the segment, where the file has them
 *   directory    JSON, raw deflate: where the source ends, and name and length of each block after it
 *   trailer      24 bytes: start of the directory (8), its length (4), its checksum (4), MAGIC
 *
 * Whoever changes it raises `LAYOUT_VERSION`.
 */
export const LAYOUT_VERSION = 1;

/** `SSDATA`, and a line end that a transfer as text would change. */
export const MAGIC: readonly number[] = [0x53, 0x53, 0x44, 0x41, 0x54, 0x41, 0x0d, 0x0a];
export const HEADER_BYTES = 16;

/** How the names of data set files end. */
export const DATA_SET_FILE_EXTENSION = ".dataset";

/** The outlets of the data set and what it is (`OutletDirectory`): what an index is built with. */
export const OUTLETS_BLOCK = "outlets";

export type FileBlockName = BlockName | StoryBlockName | typeof OUTLETS_BLOCK;

const count = z.int().check(z.nonnegative());
const blockLength = z.int().check(z.nonnegative(), z.maximum(MAX_BLOCK_BYTES));

/**
 * Blocks with consecutive numbers, one after the other: `["urls/", 0, [900, 870]]` are `urls/0` and `urls/1`. For a
 * block without a number the second is `null`.
 */
const blockRun = z.tuple([z.string(), z.nullable(count), z.array(blockLength)]);

export const fileDirectory = z.object({
  /** The formats in which the file has the segment and the story index; `null` when it has none. */
  segment: z.nullable(z.number()),
  stories: z.nullable(z.number()),
  /** Where the source ends and the first other block begins, bytes. */
  sourceEnd: z.int().check(z.minimum(HEADER_BYTES)),
  runs: z.array(blockRun),
});

export type FileDirectory = z.infer<typeof fileDirectory>;
