import type { DataSetStatus } from "../../core/protocol/data-set-status.ts";
import type { DataSetEntry, Edition } from "../storage/data-set-entry.ts";
import {
  type BuildRow,
  isReady,
  isUsable,
  type ReadyRow,
  segmentOf,
  type UnfinishedRow,
} from "../store/build-row.ts";

/** A data set that the user added, as the list and the ledger together have it. */
export interface AddedDataSet {
  readonly entry: DataSetEntry;
  /** The edition that is listed: the one that answers, or is being built; `null` during a first import. */
  readonly shown: Edition | null;
  /** Its segment that answers look-ups. */
  readonly answering: ReadyRow | null;
  /** The last segment that was built, which need not be fit to answer. */
  readonly segment: ReadyRow | null;
  /** An import that is under way, was interrupted, or failed. */
  readonly pending: { readonly edition: Edition; readonly row: UnfinishedRow } | null;
  /** What has to be built, or rebuilt, without asking the user; `row` is the build that is to be continued. */
  readonly toBuild: { readonly edition: Edition; readonly row: UnfinishedRow | null } | null;
  readonly health: DataSetStatus["health"];
  /** The kept sources that are still needed. Sources of editions that were replaced by one that answers are not. */
  readonly sources: readonly string[];
}

/** Joins the list of data sets with the ledger: what the user wants, and what is built. The result is not stored. */
export function addedDataSets(
  entries: readonly DataSetEntry[],
  rows: readonly BuildRow[],
): AddedDataSet[] {
  return entries.map((entry) => addedDataSet(entry, rows));
}

function addedDataSet(entry: DataSetEntry, rows: readonly BuildRow[]): AddedDataSet {
  const { id, editions } = entry;
  const builds = rows.filter(
    (row): row is UnfinishedRow => row.owner === id && row.part === "segment" && !isReady(row),
  );
  const editionOf = (row: BuildRow | null) => editions.find(({ source }) => source === row?.source);
  const importRow = builds.find((row) => row.isImport && editionOf(row) !== undefined);
  const imported = importRow && editionOf(importRow);
  const pending = importRow && imported ? { edition: imported, row: importRow } : null;
  const segment = segmentOf(id, rows);
  const inUse = editionOf(segment) ?? null;
  /** The latest that is not waiting for the end of an import. */
  const wanted = editions.findLast((edition) => edition !== imported) ?? null;
  const rebuild =
    builds.find((row) => !row.isImport && wanted !== null && row.source === wanted.source) ?? null;
  const answering = segment !== null && inUse !== null && isUsable(segment) ? segment : null;
  const isUpToDate = answering !== null && inUse === wanted && rebuild === null;
  const shown = inUse ?? wanted;
  const needed =
    answering === null || inUse === null ? editions : editions.slice(editions.indexOf(inUse));
  const sources = needed.map(({ source }) => source);
  const base = { entry, shown, answering, segment, pending, sources };
  if (rebuild?.state === "failed") {
    const health = rebuild.failure === "source-lost" ? "lost" : "failed";
    return { ...base, toBuild: null, health };
  }
  if (wanted !== null && !isUpToDate)
    return { ...base, toBuild: { edition: wanted, row: rebuild }, health: "rebuilding" };
  const lost = lostRecords(shown, answering);
  return { ...base, toBuild: null, health: lost > 0 ? "incomplete" : "good" };
}

/** Records of the kept source that could not be read when its segment was built. */
export function lostRecords(shown: Edition | null, segment: ReadyRow | null): number {
  if (shown === null || segment?.source !== shown.source) return 0;
  return shown.info.records - segment.records;
}
