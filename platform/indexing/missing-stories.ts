import { dataSet as dataSetSchema } from "../../core/data-set/data-set.ts";
import type { ArticleRecord } from "../../core/record/article-record.ts";
import type { ScannedBlock } from "../../core/segment/scan-source.ts";
import type { SegmentReader } from "../../core/segment/segment-reader.ts";
import { type SourceBlock, SourceWriter } from "../../core/segment/source-writer.ts";
import { readDataSets } from "../storage/data-sets.ts";
import { BUNDLED, type ReadyRow, recordsOf, segmentOf, storiesOf } from "../store/build-row.ts";
import { MissingSourceError } from "../store/job-failure.ts";
import type { Ledger } from "../store/ledger.ts";
import type { SourceStore } from "../store/source-store.ts";
import { addedDataSets } from "./added-data-set.ts";
import type { MissingStories } from "./story-jobs.ts";

/** What it takes to find out which story indexes are missing. */
export interface MissingStoriesDeps {
  readonly ledger: Ledger;
  /** The index of the bundled data set as this version of the extension has it. */
  readonly bundled: { open(): Promise<SegmentReader> };
  readonly sources: SourceStore;
  loadDataSet(): Promise<unknown>;
}

/** The data sets whose story index is missing, the bundled one first, then the latest added. */
export async function missingStories(deps: MissingStoriesDeps): Promise<MissingStories[]> {
  const { ledger, bundled, sources, loadDataSet } = deps;
  const opened = await bundled.open().catch((error: unknown) => {
    console.error("Second Source: stories", error);
    return null;
  });
  const [rows, entries] = await Promise.all([ledger.rows(), readDataSets()]);
  const isMissing = (segment: ReadyRow | null): segment is ReadyRow =>
    segment !== null && storiesOf(segment, rows) === null;
  const found: MissingStories[] = [];
  const own = segmentOf(BUNDLED, rows);
  if (opened !== null && isMissing(own)) {
    const { version } = opened.meta.dataSet;
    const scan = async function* () {
      yield* packedAgain(dataSetSchema.parse(await loadDataSet()).records);
    };
    found.push({ dataSet: BUNDLED, version, records: recordsOf(own), scan });
  }
  const added = addedDataSets(entries, rows).filter(({ entry }) => entry.removedAt === null);
  for (const { shown, answering } of added.sort((a, b) => b.entry.addedAt - a.entry.addedAt)) {
    if (shown === null || !isMissing(answering)) continue;
    const { info, source } = shown;
    const scan = async function* () {
      const kept = await sources.open(source);
      if (kept === null) throw new MissingSourceError(source);
      yield* kept.scan();
    };
    found.push({ dataSet: info.id, version: info.version, records: recordsOf(answering), scan });
  }
  return found;
}

/** Records in the blocks that packing them gives, which is how they lie in the segment. */
async function* packedAgain(records: readonly ArticleRecord[]): AsyncGenerator<ScannedBlock> {
  const writer = new SourceWriter();
  const scanned = ({ start, bytes, records: inBlock }: SourceBlock): ScannedBlock => ({
    start,
    length: bytes.length,
    records: inBlock,
  });
  for (const record of records) {
    const block = await writer.add(record);
    if (block !== null) yield scanned(block);
  }
  const last = await writer.close();
  if (last !== null) yield scanned(last);
}
