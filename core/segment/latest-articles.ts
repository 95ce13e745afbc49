import type { ArticleRecord } from "../record/article-record.ts";
import { DamagedBlockError, sealBytes, unsealBytes } from "./block-codec.ts";
import { deflateJson, inflateJson } from "./deflate.ts";
import type { EntryTable } from "./entry-table.ts";
import {
  type ArticleSummary,
  type Block,
  type LatestBucket,
  MAX_LATEST,
  type ReadBlock,
} from "./format.ts";
import type { OutletRows } from "./outlet-profiles.ts";
import { documentsName, readLines } from "./source-blocks.ts";
import { summarize } from "./summarize.ts";

/** Articles at hand at once while the blocks are made: about 30 MB. */
const ARTICLES_AT_ONCE = 65_536;

/** A bucket under construction. */
interface LatestRows {
  readonly number: number;
  readonly outlets: readonly { readonly site: string; readonly rows: readonly number[] }[];
}

/**
 * The `latest` blocks. The articles are read again out of the source, each of its blocks once for
 * `ARTICLES_AT_ONCE` of them; those in a block that is damaged by now are left out.
 */
export async function* latestBlocks(
  entries: EntryTable,
  buckets: readonly (readonly OutletRows[])[],
  read: ReadBlock,
): AsyncGenerator<Block> {
  let group: LatestRows[] = [];
  let articles = 0;
  for (const [number, outlets] of buckets.entries()) {
    const latest = outlets.map(({ site, rows }) => ({ site, rows: latestRows(entries, rows) }));
    group.push({ number, outlets: latest });
    articles += latest.reduce((sum, { rows }) => sum + rows.length, 0);
    if (articles < ARTICLES_AT_ONCE && number < buckets.length - 1) continue;
    yield* encodeGroup(entries, group, read);
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
  return inflateJson<LatestBucket>(unsealBytes(name, bytes));
}

async function* encodeGroup(
  entries: EntryTable,
  group: readonly LatestRows[],
  read: ReadBlock,
): AsyncGenerator<Block> {
  const rows = group.flatMap(({ outlets }) => outlets.flatMap((outlet) => outlet.rows));
  const summaries = await readSummaries(entries, rows, read);
  for (const { number, outlets } of group) {
    const bucket: LatestBucket = outlets.map(({ site, rows }) => [
      site,
      rows.flatMap((row) => summaries.get(row) ?? []),
    ]);
    yield { name: `latest/${number}`, bytes: sealBytes(await deflateJson(bucket)) };
  }
}

/** The articles of some rows, in the order of the source. */
async function readSummaries(
  entries: EntryTable,
  rows: readonly number[],
  read: ReadBlock,
): Promise<Map<number, ArticleSummary>> {
  const summaries = new Map<number, ArticleSummary>();
  const inOrder = rows.toSorted((a, b) => a - b);
  for (const [name, inBlock] of Map.groupBy(inOrder, (row) => documentsName(entries.place(row)))) {
    const bytes = await read(name);
    const lines = bytes === undefined ? [] : await readLines(name, bytes).catch(noneIfDamaged);
    for (const row of inBlock) {
      const { index, related } = entries.place(row);
      const line = lines[index];
      if (line === undefined) continue;
      const record: ArticleRecord = JSON.parse(line);
      const article = related === null ? record : record.related?.[related];
      if (article !== undefined)
        summaries.set(row, { ...summarize(article), excerpt: "", image: null });
    }
  }
  return summaries;
}

function noneIfDamaged(error: unknown): string[] {
  if (error instanceof DamagedBlockError) return [];
  throw error;
}

/** The latest rows first, those in time order before those without a time. */
function latestRows(entries: EntryTable, rows: readonly number[]): number[] {
  const latest: { row: number; time: number }[] = [];
  for (const row of rows) {
    const time = entries.published(row);
    const last = latest[MAX_LATEST - 1];
    if (last !== undefined && time <= last.time) continue;
    // Equal times keep the order of the source.
    const at = latest.findIndex((other) => other.time < time);
    latest.splice(at < 0 ? latest.length : at, 0, { row, time });
    if (latest.length > MAX_LATEST) latest.pop();
  }
  return latest.map(({ row }) => row);
}
