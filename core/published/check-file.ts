import type { DataSetFile } from "../data-set-file/data-set-file.ts";
import {
  type ArticleRecord,
  articleRecord,
  type RelatedRecord,
  relatedRecord,
} from "../record/article-record.ts";
import { checkSegment, type HasArticle, type ReadIndexBlock } from "./check-segment.ts";
import { checkStories } from "./check-stories.ts";
import { UnfitFileError } from "./unfit-file.ts";

/** The largest block that is read at once, bytes: those of our own writing have at most a few hundred kB. */
const MAX_PUBLISHED_BLOCK_BYTES = 16_000_000;

/** After so many records other work may run. */
const RECORDS_AT_ONCE = 64;

/** What a check found in a file. */
export interface CheckedFile {
  /** Bytes of each source block, in their order from the first one on. */
  readonly blocks: readonly number[];
  readonly records: number;
}

/** What a check reports to, and how it is ended. */
export interface CheckRun {
  readonly signal: AbortSignal;
  /** Called after each block and within long ones, and waited for, with the bytes of the file that are checked. */
  onProgress(bytes: number): Promise<void> | void;
}

/**
 * Checks everything in a published file that look-ups use without a check of their own: every record against the
 * schema of records, and the blocks of its indexes. The file's hash shows that it is what its publisher has signed,
 * not that this can be shown: its texts, addresses and match patterns come from outside. `CheckedBlocks` keeps
 * look-ups to the source blocks that were seen here.
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
  const articles = new CheckedArticles();
  const known = new WeakSet<RelatedRecord>();
  try {
    for await (const block of file.scan()) {
      signal.throwIfAborted();
      if (block.records === null || block.length > MAX_PUBLISHED_BLOCK_BYTES)
        throw new UnfitFileError("a block of records is damaged");
      for (const [index, record] of block.records.entries()) {
        if (!isRecord(record, known)) throw new UnfitFileError("not a record");
        if (index % RECORDS_AT_ONCE === RECORDS_AT_ONCE - 1) {
          await onProgress(block.start);
          signal.throwIfAborted();
        }
      }
      articles.add(block.start, block.length, block.records);
      blocks.push(block.length);
      records += block.records.length;
      await onProgress(block.start + block.length);
    }
    // Whatever index the file has, it is rebuilt from these when the formats change.
    await file.outlets();
    const read: ReadIndexBlock = async (name) => {
      signal.throwIfAborted();
      const bytes = await file.read(name);
      if (bytes === undefined) throw new UnfitFileError(`no block ${name}`);
      return bytes;
    };
    if (file.hasSegment) await checkSegment(read, articles.has);
    if (file.hasStories) await checkStories(read, articles.has);
  } catch (error) {
    if (signal.aborted || error instanceof UnfitFileError) throw error;
    // Whatever a decoder throws for bytes that it has not written.
    throw new UnfitFileError(error instanceof Error ? error.message : "unreadable");
  }
  return { blocks, records };
}

/** @param known related articles that are fit; records that name the same one share an object */
function isRecord(record: ArticleRecord | null, known: WeakSet<RelatedRecord>): boolean {
  if (record === null) return false;
  const { related = [], ...own } = record;
  if (!articleRecord.safeParse(own).success || !Array.isArray(related)) return false;
  return related.every((article) => {
    if (known.has(article)) return true;
    if (!relatedRecord.safeParse(article).success) return false;
    known.add(article);
    return true;
  });
}

/** Where the articles of a file are. */
class CheckedArticles {
  /** Of each block by its start: its length, and how many related articles each of its records has. */
  readonly #blocks = new Map<number, { readonly length: number; readonly related: number[] }>();

  add(start: number, length: number, records: readonly (ArticleRecord | null)[]): void {
    const related = records.map((record) => record?.related?.length ?? 0);
    this.#blocks.set(start, { length, related });
  }

  readonly has: HasArticle = ({ start, length, index, related }) => {
    const block = this.#blocks.get(start);
    const count = block?.related[index];
    return block?.length === length && count !== undefined && (related ?? -1) < count;
  };
}
