import {
  type ArticleRecord,
  MAX_RELATED_ARTICLES,
  type RelatedRecord,
} from "../record/article-record.ts";
import type { BlockPlace, DocumentsName, RecordPlace } from "./format.ts";
import {
  BLOCK_LENGTH,
  documentsName,
  placeOfReference,
  type RelatedReference,
  type SourceLines,
} from "./source-block.ts";

/** Reads a source block; `null` where it is missing or damaged. */
export type ReadSourceBlock = (name: DocumentsName) => Promise<SourceLines | null>;

/** A record as a block has it. */
type StoredRecord = Omit<ArticleRecord, "related"> & {
  readonly related?: readonly (RelatedReference | RelatedRecord)[];
};

/** A record and the blocks that its references count in, its own first. */
interface Referring {
  readonly record: StoredRecord;
  readonly blocks: readonly BlockPlace[];
}

type Blocks = ReadonlyMap<DocumentsName, SourceLines | null>;

/**
 * The records at some places, in the same order, each with its related articles; `null` for a record that cannot be
 * read whole. Each block is read once, in two rounds: those with the records, then others that these refer to. As
 * long as `read` gives the same object for a block, a related article is one object too.
 */
export async function readRecords(
  places: readonly RecordPlace[],
  read: ReadSourceBlock,
): Promise<(ArticleRecord | null)[]> {
  const own = await readAll(places, read, new Map());
  const records = places.map(({ start, length, index }) => {
    const place = { start, length };
    const block = own.get(documentsName(place)) ?? null;
    return block && storedRecord(block, place, index);
  });
  const all = await readAll(
    records.flatMap((record) => (record === null ? [] : neededBlocks(record))),
    read,
    own,
  );
  return records.map((record) => record && withRelated(record, all));
}

/**
 * The most related articles that the records of a block name together. A reference takes two characters, and only the
 * last record of a block goes beyond `BLOCK_LENGTH`, so no block of our own writing comes near it.
 */
const MAX_NAMED_IN_BLOCK = BLOCK_LENGTH;

/**
 * All records of a block that was read, in the same way; `null` also for those that name more related articles than
 * they may, each or together: a few bytes can name one article a million times.
 *
 * @param read reads the other blocks that they refer to
 */
export async function readRecordsOf(
  block: SourceLines,
  place: BlockPlace,
  read: ReadSourceBlock,
): Promise<(ArticleRecord | null)[]> {
  const own = new Map([[documentsName(place), block]]);
  const all = await readAll(block.referredTo, read, own);
  let named = 0;
  return block.records.map((_, index) => {
    const record = storedRecord(block, place, index);
    named += record?.record.related?.length ?? 0;
    return record && named <= MAX_NAMED_IN_BLOCK ? withRelated(record, all) : null;
  });
}

function storedRecord(block: SourceLines, place: BlockPlace, index: number): Referring | null {
  const line = block.records[index];
  const record = line === undefined ? null : parsedLine<StoredRecord>(line);
  if (record === null || (record.related?.length ?? 0) > MAX_RELATED_ARTICLES) return null;
  return { record, blocks: [place, ...block.referredTo] };
}

function neededBlocks({ record, blocks }: Referring): BlockPlace[] {
  const numbers = (record.related ?? []).flatMap((one) =>
    typeof one === "number" ? placeOfReference(one).block : [],
  );
  return [...new Set(numbers)].flatMap((number) => blocks[number] ?? []);
}

function withRelated({ record, blocks }: Referring, read: Blocks): ArticleRecord | null {
  const { related: stored, ...own } = record;
  if (stored === undefined) return own;
  const related: RelatedRecord[] = [];
  for (const one of stored) {
    const article = typeof one === "number" ? relatedArticle(one, blocks, read) : one;
    if (article === null) return null;
    related.push(article);
  }
  return { ...record, related };
}

/** What was parsed of the related articles of a block, which is done once for each that is needed. */
const parsed = new WeakMap<SourceLines, Map<number, RelatedRecord>>();

function relatedArticle(
  reference: RelatedReference,
  blocks: readonly BlockPlace[],
  read: Blocks,
): RelatedRecord | null {
  const { block: number, index } = placeOfReference(reference);
  const place = blocks[number];
  const block = place === undefined ? null : (read.get(documentsName(place)) ?? null);
  const line = block?.related[index];
  if (block === null || line === undefined) return null;
  const articles = parsed.get(block) ?? new Map<number, RelatedRecord>();
  parsed.set(block, articles);
  const article = articles.get(index) ?? parsedLine<RelatedRecord>(line);
  if (article !== null) articles.set(index, article);
  return article;
}

/** The value of a line of a block; `null` where that is no JSON, which only a file has that was made to harm. */
function parsedLine<Value>(line: string): Value | null {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** @param known what was read already */
async function readAll(
  places: readonly BlockPlace[],
  read: ReadSourceBlock,
  known: Blocks,
): Promise<Blocks> {
  const blocks = new Map(known);
  const names = new Set(places.map(documentsName));
  await Promise.all(
    Array.from(names, async (name) => {
      if (!blocks.has(name)) blocks.set(name, await read(name));
    }),
  );
  return blocks;
}
