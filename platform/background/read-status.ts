import type { DataSetStatus, StoriesStatus } from "../../core/protocol/data-set-status.ts";
import type { Status } from "../../core/protocol/responses.ts";
import { SegmentReader } from "../../core/segment/segment-reader.ts";
import { addedDataSets, lostRecords } from "../indexing/added-data-set.ts";
import type { Edition } from "../storage/data-set-entry.ts";
import { readOptionsNotice } from "../storage/notices.ts";
import { dataSetsItem, settingsItem } from "../storage/stored-items.ts";
import { type BuildRow, recordsOf, segmentOf, storiesOf } from "../store/build-row.ts";
import { readDirectory } from "../store/source-directory.ts";
import { isAccessGranted } from "../tabs/site-permissions.ts";
import { type ListedDataSet, withShown } from "./listed-data-sets.ts";
import { deletedDataSets } from "./purge-removed.ts";
import type { Services } from "./services.ts";

/** The settings and all data sets, as the options show them. */
export async function readStatus(services: Services): Promise<Status> {
  const { ledger, jobs } = services;
  const [settings, notice, list, rows, job, store] = await Promise.all([
    settingsItem.read(),
    readOptionsNotice(),
    dataSetsItem.read(),
    ledger.rows(),
    jobs.status(),
    ledger.store(),
  ]);
  const all = withShown(addedDataSets(list.added, rows));
  const own = all.filter(({ entry }) => entry.removedAt === null);
  const added = await Promise.all(own.map((dataSet) => addedStatus(services, dataSet, rows)));
  const first = await bundledStatus(services, list.isBundledEnabled).catch((error: unknown) => {
    console.error("Second Source: no index", error);
    return [];
  });
  const canImport = store.kind === "indexeddb";
  const dataSets = [...first, ...added];
  const deleted = deletedDataSets(all, first.length, Date.now());
  return { settings, notice, dataSets, deleted, job, canImport };
}

async function bundledStatus(services: Services, isEnabled: boolean): Promise<DataSetStatus[]> {
  const { segment, bytes } = await services.bundled.open();
  const { dataSet: info, articles, outlets } = segment.meta;
  return [
    {
      ...{ info, isBundled: true, isEnabled, articles, outlets, bytes },
      kept: null,
      addedAt: null,
      builtAt: null,
      access: "sites",
      isAccessGranted: true,
      patterns: await segment.patterns(),
      health: "good",
      lostRecords: 0,
      // They are in the same file, and counted with it.
      stories: { kind: "ready", bytes: 0 },
    },
  ];
}

async function addedStatus(
  services: Services,
  dataSet: ListedDataSet,
  rows: readonly BuildRow[],
): Promise<DataSetStatus> {
  const { entry, shown, answering, segment, health } = dataSet;
  const { info, access, source } = shown;
  const stories = storiesStatus(services, entry.id, rows);
  const [patterns, counts] = await Promise.all([
    patternsOf(services, answering?.generation ?? null),
    segment?.counts ?? countsOf(services, shown),
  ]);
  const { articles, outlets, sourceBytes } = counts;
  return {
    ...{ info, isBundled: false, isEnabled: entry.isEnabled, articles, outlets },
    kept: source,
    bytes: sourceBytes + (segment?.bytes ?? 0) + bytesOf(stories),
    addedAt: entry.addedAt,
    builtAt: segment?.builtAt ?? entry.addedAt,
    access,
    isAccessGranted: await isAccessGranted(access, patterns),
    patterns,
    health,
    lostRecords: lostRecords(shown, segment),
    stories,
  };
}

/** The description of a data set that has no index, read from its kept source. */
async function countsOf(
  { sources }: Services,
  { info, source }: Edition,
): Promise<{ readonly articles: number; readonly outlets: number; readonly sourceBytes: number }> {
  const [directory, kept] = await Promise.all([
    readDirectory(sources, source).catch(() => null),
    sources.open(source).catch(() => null),
  ]);
  const outlets = directory?.outlets.length ?? 0;
  return { articles: info.records, outlets, sourceBytes: kept?.size ?? 0 };
}

/** @param dataSet owner of the index */
function storiesStatus(
  { stories }: Services,
  dataSet: string,
  rows: readonly BuildRow[],
): StoriesStatus {
  const segment = segmentOf(dataSet, rows);
  if (segment === null) return { kind: "waiting" };
  const found = storiesOf(segment, rows);
  if (found !== null) return { kind: "ready", bytes: found.bytes };
  return stories.stateOf(dataSet, recordsOf(segment));
}

function bytesOf(stories: StoriesStatus): number {
  return stories.kind === "ready" ? stories.bytes : 0;
}

/** Match patterns of a data set's own sites; none while it cannot be read. */
async function patternsOf(
  { ledger }: Services,
  generation: string | null,
): Promise<readonly string[]> {
  if (generation === null) return [];
  const store = await ledger.store();
  try {
    const segment = await SegmentReader.open((name) => store.read(generation, name));
    return await segment.patterns();
  } catch {
    return [];
  }
}
