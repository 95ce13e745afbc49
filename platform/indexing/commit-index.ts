import { FORMAT_VERSION } from "../../core/segment/format.ts";
import { SegmentReader } from "../../core/segment/segment-reader.ts";
import {
  type AddedDataSet,
  changeDataSet,
  changeRegistry,
  readRegistry,
} from "../storage/data-set-registry.ts";
import { type ImportJob, writeImportJob } from "../storage/import-job.ts";
import type { SegmentRecord } from "../store/block-store.ts";
import type { BuiltIndex } from "./build-from-source.ts";
import type { JobSurroundings } from "./job-surroundings.ts";

/** What the database says of an index that was built. */
export function segmentRecord(
  dataSet: string,
  { source, generation }: { readonly source: string; readonly generation: string },
  built: BuiltIndex,
  builtAt: number,
): SegmentRecord {
  return { dataSet, generation, source, format: FORMAT_VERSION, builtAt, ...built };
}

/** The list of data sets follows the switch to an imported index. Doing it twice does no harm. */
export async function commitImport(
  surroundings: JobSurroundings,
  job: ImportJob,
  record: SegmentRecord,
): Promise<void> {
  const { info, access, source, addedAt } = job;
  const facts = await factsOf(surroundings, record);
  const before = (await readRegistry()).added.find((dataSet) => dataSet.info.id === info.id);
  const entry: AddedDataSet = {
    ...facts,
    info,
    access,
    source,
    addedAt: before?.addedAt ?? addedAt,
    isEnabled: before?.isEnabled ?? true,
    deletedAt: null,
    building: null,
    state: "ready",
  };
  await changeRegistry((registry) => ({ ...registry, added: withEntry(registry.added, entry) }));
  await writeImportJob(null);
  await surroundings.sources.releaseReserve(source).catch(() => undefined);
  // What stays behind belongs to nothing any more and is swept at a later start.
  if (before !== undefined && before.source !== source)
    await surroundings.sources.remove(before.source).catch(() => undefined);
}

/** The list with an entry in the place of the one it replaces, or at the end. */
function withEntry(added: readonly AddedDataSet[], entry: AddedDataSet): AddedDataSet[] {
  const place = added.findIndex(({ info }) => info.id === entry.info.id);
  return place === -1 ? [...added, entry] : added.with(place, entry);
}

/** The list of data sets follows the switch to an index that was built anew. */
export async function commitRebuild(
  surroundings: JobSurroundings,
  record: SegmentRecord,
): Promise<void> {
  const facts = await factsOf(surroundings, record);
  await changeDataSet(record.dataSet, (now) => ({
    ...now,
    ...facts,
    building: null,
    state: "ready",
  }));
}

async function factsOf(
  { sources, openStore }: JobSurroundings,
  { generation, source, builtAt, bytes, records }: SegmentRecord,
) {
  const store = await openStore();
  const { meta } = await SegmentReader.open((name) => store.read(generation, name));
  const kept = source === null ? null : await sources.open(source);
  return {
    generation,
    builtAt,
    articles: meta.articles,
    outlets: meta.outlets,
    sourceBytes: kept?.size ?? 0,
    indexBytes: bytes,
    lostRecords: meta.dataSet.records - records,
  };
}
