import type { DataSetInfo } from "../../core/data-set/data-set.ts";
import { freeDataSetName, isSameDataSetName } from "../../core/data-set/data-set-name.ts";
import type { DataSetStatus, StoriesStatus } from "../../core/protocol/data-set-status.ts";
import type { Status } from "../../core/protocol/responses.ts";
import { SegmentReader } from "../../core/segment/segment-reader.ts";
import { type AddedDataSet, addedDataSets, lostRecords } from "../indexing/added-data-set.ts";
import type { Handlers } from "../messages/message-server.ts";
import type { Edition } from "../storage/data-set-entry.ts";
import { changeDataSet, readDataSets } from "../storage/data-sets.ts";
import { readOptionsNotice } from "../storage/notices.ts";
import { canBeRestored } from "../storage/removable.ts";
import { dataSetsItem, settingsItem } from "../storage/stored-items.ts";
import { type BuildRow, recordsOf, segmentOf, storiesOf } from "../store/build-row.ts";
import { readDirectory } from "../store/source-directory.ts";
import { isAccessGranted } from "../tabs/site-permissions.ts";
import { deletedDataSets, schedulePurge } from "./purge-removed.ts";
import type { Services } from "./services.ts";
import { sweep } from "./start-up.ts";

type DataSetRequests =
  | "status"
  | "index.rebuild"
  | "import.start"
  | "import.resume"
  | "import.discard"
  | "sources.sweep"
  | "dataSet.enable"
  | "dataSet.rename"
  | "dataSet.delete"
  | "dataSet.restore"
  | "dataSet.access";

/** What the background does for requests about data sets. */
export function createDataSetHandlers(services: Services): Pick<Handlers, DataSetRequests> & {
  status(): Promise<Status>;
} {
  const { ledger, bundled, jobs, stories, sources, dataChanged } = services;

  /** The data sets that are, or were, listed: not those that are imported for the first time. */
  const listedOrRemoved = async (): Promise<ListedDataSet[]> => {
    const [entries, rows] = await Promise.all([readDataSets(), ledger.rows()]);
    return withShown(addedDataSets(entries, rows));
  };
  const listed = async () =>
    (await listedOrRemoved()).filter(({ entry }) => entry.removedAt === null);

  const status = async (): Promise<Status> => {
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
  };

  const changed = async (): Promise<Status> => {
    await dataChanged.emit("user");
    return status();
  };

  const changeShown = async (id: string, change: (edition: Edition) => Edition): Promise<void> => {
    const shown = (await listedOrRemoved()).find(({ entry }) => entry.id === id)?.shown;
    await changeDataSet(id, (entry) => ({
      ...entry,
      editions: entry.editions.map((one) => (one.source === shown?.source ? change(one) : one)),
    }));
  };

  return {
    status,
    "index.rebuild": async ({ id }) => {
      await jobs.rebuild(id);
      stories.retry(id);
      return status();
    },
    "import.start": async ({ staged, access, replaces, ...texts }) => {
      const [directory, added, store] = await Promise.all([
        readDirectory(sources, staged),
        listed(),
        ledger.store(),
      ]);
      if (directory === null || store.kind === "memory")
        throw new TypeError("nothing staged, or no place to keep it");
      refuseTakenName(added, texts.name, replaces);
      if (replaces !== null && added.every(({ entry }) => entry.id !== replaces))
        throw new TypeError("no data set to replace");
      const id = replaces ?? crypto.randomUUID();
      const info: DataSetInfo = { ...directory.info, ...texts, id };
      await jobs.import({ info, access, source: staged });
      return status();
    },
    "import.resume": async () => {
      await jobs.resume();
      return status();
    },
    "import.discard": async () => {
      await jobs.discard();
      return status();
    },
    "sources.sweep": async () => {
      await sweep(services);
      return null;
    },
    "dataSet.enable": async ({ id, on }) => {
      const isOwn = (await readDataSets()).some((dataSet) => dataSet.id === id);
      if (isOwn) await changeDataSet(id, (dataSet) => ({ ...dataSet, isEnabled: on }));
      else if ((await bundled.open()).segment.meta.dataSet.id === id)
        await dataSetsItem.change((list) => ({ ...list, isBundledEnabled: on }));
      return changed();
    },
    "dataSet.rename": async ({ id, name }) => {
      refuseTakenName(await listed(), name, id);
      await changeShown(id, (edition) => ({ ...edition, info: { ...edition.info, name } }));
      return changed();
    },
    "dataSet.delete": async ({ id }) => {
      const removedAt = Date.now();
      await jobs.stopFor(id, () => changeDataSet(id, (dataSet) => ({ ...dataSet, removedAt })));
      await stories.cancel(id);
      await schedulePurge();
      return changed();
    },
    "dataSet.restore": async ({ id }) => {
      const [taken, now] = [(await listed()).map(({ shown }) => shown.info.name), Date.now()];
      const removed = (await readDataSets()).find((dataSet) => dataSet.id === id);
      if (removed !== undefined && canBeRestored(removed, now)) {
        // Another data set may have taken its name meanwhile.
        await changeShown(id, (edition) => {
          const name = freeDataSetName(edition.info.name, taken);
          return { ...edition, info: { ...edition.info, name } };
        });
        await changeDataSet(id, (dataSet) => ({ ...dataSet, removedAt: null }));
      }
      await jobs.schedule();
      stories.schedule();
      return changed();
    },
    "dataSet.access": async ({ id, access }) => {
      await changeShown(id, (edition) => ({ ...edition, access }));
      return changed();
    },
  };
}

type ListedDataSet = AddedDataSet & { readonly shown: Edition };

function withShown(dataSets: readonly AddedDataSet[]): ListedDataSet[] {
  return dataSets.flatMap((one) => (one.shown === null ? [] : { ...one, shown: one.shown }));
}

/** Two data sets of one name could not be told apart; `except` is the one that gets the name. */
function refuseTakenName(
  listed: readonly ListedDataSet[],
  name: string,
  except: string | null,
): void {
  const others = listed.filter(({ entry }) => entry.id !== except);
  if (others.some(({ shown }) => isSameDataSetName(shown.info.name, name)))
    throw new TypeError("the name is taken");
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
