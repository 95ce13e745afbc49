import type { RelatedRecord } from "../record/article-record.ts";
import type { ArticleSummary } from "./article-summary.ts";
import { summarize } from "./article-summary.ts";
import { sealBytes, unsealBytes } from "./block-codec.ts";
import { deflateJson, inflateJson } from "./deflate.ts";
import type { Entry, EntryTable } from "./entry-table.ts";
import {
  type Block,
  type LatestBucket,
  MAX_BLOCK_BYTES,
  MAX_LATEST,
  type ReadBlock,
} from "./format.ts";
import type { OutletRows } from "./outlet-profiles.ts";
import { readRecords } from "./read-records.ts";
import { nullIfDamaged } from "./scan-source.ts";
import { decodeSourceBlock, documentsName } from "./source-block.ts";

/** The most articles in memory at once while the `latest` blocks are built: about 30 MB. */
const ARTICLES_AT_ONCE = 65_536;

/** Articles that are kept of an outlet: a few more than are listed, because several records may name the same one. */
const KEPT_OF_OUTLET = MAX_LATEST + 4;

/**
 * Keeps the articles that may be among the latest of their outlets while the source is read, so that few of
 * them have to be read again.
 */
export class LatestInMemory {
  readonly #rows = new Map<number, RowAtTime[]>();
  readonly #articles = new Map<number, ArticleSummary>();

  /** Adds the article of a row. */
  add(row: number, { site, published }: Pick<Entry, "site" | "published">, article: RelatedRecord) {
    const time = published ?? Number.NEGATIVE_INFINITY;
    const rows = this.#rows.get(site) ?? [];
    this.#rows.set(site, rows);
    const isLate = rows.length < KEPT_OF_OUTLET || time > (rows.at(-1)?.time ?? 0);
    if (!isLate || this.#articles.size >= ARTICLES_AT_ONCE) return;
    this.#articles.set(row, listed(article));
    const dropped = insertLatest(rows, { row, time }, KEPT_OF_OUTLET);
    if (dropped !== undefined) this.#articles.delete(dropped.row);
  }

  /** The article of a row, if it was kept. */
  get(row: number): ArticleSummary | undefined {
    return this.#articles.get(row);
  }
}

interface RowAtTime {
  readonly row: number;
  /** ms since 1970; unknown is before everything. */
  readonly time: number;
}

/** Inserts a row by its time, latest first. Returns the last row when there are more than `most`. */
function insertLatest(rows: RowAtTime[], added: RowAtTime, most: number): RowAtTime | undefined {
  // Equal times keep the order of the source.
  const at = rows.findIndex((other) => other.time < added.time);
  rows.splice(at < 0 ? rows.length : at, 0, added);
  return rows.length > most ? rows.pop() : undefined;
}

/** An article as the list of an outlet's latest articles shows it. */
function listed(article: RelatedRecord): ArticleSummary {
  return { ...summarize(article), excerpt: "", image: null, history: [] };
}

/** A bucket that is being built. */
interface LatestRows {
  readonly number: number;
  readonly outlets: readonly { readonly site: string; readonly rows: readonly number[] }[];
}

/**
 * The `latest` blocks. Articles that are not in memory are read again from the source, `ARTICLES_AT_ONCE` at a
 * time and each block once. Articles in a block that is damaged by now are left out.
 */
export async function* latestBlocks(
  entries: EntryTable,
  buckets: readonly (readonly OutletRows[])[],
  inMemory: LatestInMemory,
  read: ReadBlock,
): AsyncGenerator<Block> {
  let group: LatestRows[] = [];
  let articles = 0;
  for (const [number, outlets] of buckets.entries()) {
    const latest = outlets.map(({ site, rows }) => ({ site, rows: latestRows(entries, rows) }));
    group.push({ number, outlets: latest });
    articles += latest.reduce((sum, { rows }) => sum + rows.length, 0);
    if (articles < ARTICLES_AT_ONCE && number < buckets.length - 1) continue;
    yield* encodeGroup(entries, group, inMemory, read);
    group = [];
    articles = 0;
  }
}

/**
 * What a `latest` block holds.
 *
 * @throws DamagedBlockError
 */
export function decodeLatest(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<LatestBucket> {
  return inflateJson<LatestBucket>(name, unsealBytes(name, bytes), MAX_BLOCK_BYTES);
}

async function* encodeGroup(
  entries: EntryTable,
  group: readonly LatestRows[],
  inMemory: LatestInMemory,
  read: ReadBlock,
): AsyncGenerator<Block> {
  const rows = group.flatMap(({ outlets }) => outlets.flatMap((outlet) => outlet.rows));
  const others = rows.filter((row) => inMemory.get(row) === undefined);
  const summaries = await readSummaries(entries, others, read);
  for (const { number, outlets } of group) {
    const bucket: LatestBucket = outlets.map(({ site, rows }) => [
      site,
      rows.flatMap((row) => inMemory.get(row) ?? summaries.get(row) ?? []),
    ]);
    yield { name: `latest/${number}`, bytes: sealBytes(await deflateJson(bucket)) };
  }
}

/** Reads the articles of some rows, in the order of the source. */
async function readSummaries(
  entries: EntryTable,
  rows: readonly number[],
  read: ReadBlock,
): Promise<Map<number, ArticleSummary>> {
  const summaries = new Map<number, ArticleSummary>();
  const inOrder = rows.toSorted((a, b) => a - b);
  for (const inBlock of Map.groupBy(inOrder, (row) => documentsName(entries.place(row))).values()) {
    const places = inBlock.map((row) => entries.place(row));
    const records = await readRecords(places, async (name) => {
      const bytes = await read(name);
      return bytes === undefined ? null : decodeSourceBlock(name, bytes).catch(nullIfDamaged);
    });
    for (const [i, row] of inBlock.entries()) {
      const record = records[i];
      const related = places[i]?.related ?? null;
      const article = related === null ? record : record?.related?.[related];
      if (article) summaries.set(row, listed(article));
    }
  }
  return summaries;
}

/** The latest rows first, those in time order before those without a time. */
function latestRows(entries: EntryTable, rows: readonly number[]): number[] {
  const latest: RowAtTime[] = [];
  for (const row of rows) {
    const time = entries.published(row);
    const last = latest[MAX_LATEST - 1];
    if (last === undefined || time > last.time) insertLatest(latest, { row, time }, MAX_LATEST);
  }
  return latest.map(({ row }) => row);
}
