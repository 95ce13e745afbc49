import type { DataSetInfo } from "../../core/data-set/data-set.ts";
import { isSameDataSetName } from "../../core/data-set/data-set-name.ts";
import type { DataSetStatus, StoriesStatus } from "../../core/protocol/data-set-status.ts";
import type { Status } from "../../core/protocol/messages.ts";
import { SegmentReader } from "../../core/segment/segment-reader.ts";
import { BUNDLED } from "../indexing/bundled-index.ts";
import {
  deletedDataSets,
  purgeDeleted,
  RESTORE_MS,
  restoreDataSet,
} from "../indexing/data-set-deletion.ts";
import { recordsOf, storyRecordOf } from "../indexing/story-record.ts";
import { sweepSources } from "../indexing/sweep-sources.ts";
import type { Handlers } from "../messages/message-server.ts";
import {
  type AddedDataSet,
  changeDataSet,
  changeRegistry,
  readRegistry,
} from "../storage/data-set-registry.ts";
import { readNotice } from "../storage/index-state.ts";
import { readSettings } from "../storage/settings-store.ts";
import { readDirectory } from "../store/source-directory.ts";
import { isAccessGranted } from "../tabs/site-permissions.ts";
import type { Services } from "./services.ts";

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
  const { bundled, library, jobs, stories, sources, openStore, applyToPages } = services;

  const status = async (): Promise<Status> => {
    const [settings, notice, registry, job, store] = await Promise.all([
      readSettings(),
      readNotice(),
      readRegistry(),
      jobs.status(),
      openStore(),
    ]);
    const own = registry.added.filter(({ deletedAt }) => deletedAt === null);
    const listed = await Promise.all(own.map((dataSet) => addedStatus(services, dataSet)));
    const first = await bundledStatus(services, registry.isBundledEnabled).catch(
      (error: unknown) => {
        console.error("Second Source: no index", error);
        return [];
      },
    );
    const canImport = store.kind === "indexeddb";
    const dataSets = [...first, ...listed];
    const deleted = deletedDataSets(registry.added, first.length, Date.now());
    return { settings, notice, dataSets, deleted, job, canImport };
  };

  const changed = async (): Promise<Status> => {
    await applyToPages();
    return status();
  };

  return {
    status,
    "index.rebuild": async ({ id }) => {
      if (id === BUNDLED || (await readRegistry()).added.every(({ info }) => info.id !== id)) {
        await bundled.rebuild();
        stories.tryAgain(BUNDLED);
        return changed();
      }
      await jobs.rebuild(id);
      stories.tryAgain(id);
      library.refresh();
      return status();
    },
    "import.start": async ({ staged, access, replaces, ...texts }) => {
      const [directory, { added }, store] = await Promise.all([
        readDirectory(sources, staged),
        readRegistry(),
        openStore(),
      ]);
      if (directory === null || store.kind === "memory")
        throw new TypeError("nothing staged, or no place to keep it");
      refuseTakenName(added, texts.name, replaces);
      if (replaces !== null && !added.some(isListedAs(replaces)))
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
      await sweepSources(services);
      return null;
    },
    "dataSet.enable": async ({ id, on }) => {
      const isOwn = (await readRegistry()).added.some(({ info }) => info.id === id);
      if (isOwn) await changeDataSet(id, (dataSet) => ({ ...dataSet, isEnabled: on }));
      else if ((await bundled.open()).segment.meta.dataSet.id === id)
        await changeRegistry((registry) => ({ ...registry, isBundledEnabled: on }));
      return changed();
    },
    "dataSet.rename": async ({ id, name }) => {
      refuseTakenName((await readRegistry()).added, name, id);
      await changeDataSet(id, (dataSet) => ({ ...dataSet, info: { ...dataSet.info, name } }));
      return changed();
    },
    "dataSet.delete": async ({ id }) => {
      await jobs.stopFor(id, () =>
        changeDataSet(id, (dataSet) => ({ ...dataSet, deletedAt: Date.now() })),
      );
      await stories.leave(id);
      const purge = () => purgeDeleted(services, Date.now());
      setTimeout(
        () => purge().catch((error: unknown) => console.error("Second Source:", error)),
        RESTORE_MS + 1000,
      );
      return changed();
    },
    "dataSet.restore": async ({ id }) => {
      await restoreDataSet(id, Date.now());
      await jobs.rebuildStale();
      stories.look();
      return changed();
    },
    "dataSet.access": async ({ id, access }) => {
      await changeDataSet(id, (dataSet) => ({ ...dataSet, access }));
      return changed();
    },
  };
}

function isListedAs(id: string): (dataSet: AddedDataSet) => boolean {
  return ({ info, deletedAt }) => info.id === id && deletedAt === null;
}

/** Two data sets of one name could not be told apart; `except` is the one that gets the name. */
function refuseTakenName(
  added: readonly AddedDataSet[],
  name: string,
  except: string | null,
): void {
  const others = added.filter(({ info, deletedAt }) => info.id !== except && deletedAt === null);
  if (others.some(({ info }) => isSameDataSetName(info.name, name)))
    throw new TypeError("the name is taken");
}

async function bundledStatus(services: Services, isEnabled: boolean): Promise<DataSetStatus[]> {
  const { segment, builtAt, bytes: indexBytes } = await services.bundled.open();
  const stories = await storiesStatus(services, BUNDLED);
  const bytes = indexBytes + bytesOf(stories);
  const { dataSet: info, articles, outlets } = segment.meta;
  const kept = { info, isBundled: true, isEnabled, articles, outlets, bytes, builtAt };
  return [
    {
      ...kept,
      kept: null,
      addedAt: builtAt,
      access: "sites",
      isAccessGranted: true,
      patterns: await segment.patterns(),
      health: "good",
      lostRecords: 0,
      stories,
    },
  ];
}

async function addedStatus(services: Services, dataSet: AddedDataSet): Promise<DataSetStatus> {
  const { info, isEnabled, articles, outlets, addedAt, builtAt, access, lostRecords } = dataSet;
  const [patterns, stories] = await Promise.all([
    patternsOf(services, dataSet),
    storiesStatus(services, info.id),
  ]);
  const kept = { info, isEnabled, articles, outlets, addedAt, builtAt, access, lostRecords };
  return {
    ...kept,
    isBundled: false,
    kept: dataSet.source,
    bytes: dataSet.sourceBytes + dataSet.indexBytes + bytesOf(stories),
    isAccessGranted: await isAccessGranted(access, patterns),
    patterns,
    health: healthOf(dataSet),
    stories,
  };
}

/** @param dataSet as the store names it */
async function storiesStatus(
  { openStore, stories }: Services,
  dataSet: string,
): Promise<StoriesStatus> {
  const records = await (await openStore()).segments();
  const segment = records.find((one) => one.dataSet === dataSet);
  if (segment === undefined) return { kind: "waiting" };
  const found = storyRecordOf(segment, records);
  if (found !== null) return { kind: "ready", bytes: found.bytes };
  return stories.stateOf(dataSet, recordsOf(segment));
}

function bytesOf(stories: StoriesStatus): number {
  return stories.kind === "ready" ? stories.bytes : 0;
}

function healthOf({ state, lostRecords }: AddedDataSet): DataSetStatus["health"] {
  if (state === "stale") return "rebuilding";
  if (state !== "ready") return state;
  return lostRecords > 0 ? "incomplete" : "good";
}

/** Match patterns of a data set's own sites; none while it cannot be read. */
async function patternsOf(
  { openStore }: Services,
  { generation }: AddedDataSet,
): Promise<readonly string[]> {
  const store = await openStore();
  try {
    const segment = await SegmentReader.open((name) => store.read(generation, name));
    return await segment.patterns();
  } catch {
    return [];
  }
}
