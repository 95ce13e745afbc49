import { dataSet as dataSetSchema } from "../../core/data-set/data-set.ts";
import type { ArticleRecord } from "../../core/record/article-record.ts";
import { FORMAT_VERSION } from "../../core/segment/format.ts";
import {
  type ScannedBlock,
  type SourceBlock,
  SourceWriter,
  scanSource,
} from "../../core/segment/source-blocks.ts";
import { readRegistry } from "../storage/data-set-registry.ts";
import type { BlockStore } from "../store/block-store.ts";
import type { SourceStore } from "../store/source-store.ts";
import { BUNDLED, type OpenIndex } from "./bundled-index.ts";
import { MissingSourceError } from "./job-failure.ts";
import type { MissingStories } from "./story-jobs.ts";
import { recordsOf, storyRecordOf } from "./story-record.ts";

/** The data sets whose story index is missing, the bundled one first, then the latest added. */
export async function missingStories({
  openStore,
  openBundled,
  sources,
  loadDataSet,
}: {
  openStore(): Promise<BlockStore>;
  /** The index of the bundled data set as this version of the extension has it. */
  openBundled(): Promise<OpenIndex>;
  readonly sources: SourceStore;
  loadDataSet(): Promise<unknown>;
}): Promise<MissingStories[]> {
  const opened = await openBundled().catch((error: unknown) => {
    console.error("Second Source: stories", error);
    return null;
  });
  const [store, { added }] = await Promise.all([openStore(), readRegistry()]);
  const records = await store.segments();
  const missing = records.filter(
    (record) => record.format === FORMAT_VERSION && storyRecordOf(record, records) === null,
  );
  const bundled = missing.find(({ dataSet }) => dataSet === BUNDLED);
  const found: MissingStories[] = [];
  if (bundled !== undefined && opened !== null) {
    const { version } = opened.segment.meta.dataSet;
    const scan = async function* () {
      yield* packedAgain(dataSetSchema.parse(await loadDataSet()).records);
    };
    found.push({ dataSet: BUNDLED, version, records: recordsOf(bundled), scan });
  }
  const ready = added.filter(({ state, deletedAt }) => state === "ready" && deletedAt === null);
  for (const { info, source } of ready.sort((a, b) => b.addedAt - a.addedAt)) {
    const record = missing.find((one) => one.dataSet === info.id && one.source === source);
    if (record === undefined) continue;
    const scan = async function* () {
      const kept = await sources.open(source);
      if (kept === null) throw new MissingSourceError(source);
      yield* scanSource(kept.read, kept.size);
    };
    found.push({ dataSet: info.id, version: info.version, records: recordsOf(record), scan });
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
