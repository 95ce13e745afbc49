import { type AddedDataSet, changeDataSet, readRegistry } from "../storage/data-set-registry.ts";
import { type ImportJob, readImportJob, writeImportJob } from "../storage/import-job.ts";
import type { SegmentRecord } from "../store/block-store.ts";
import { readDirectory } from "../store/source-directory.ts";
import { untilThereIsRoom } from "../store/until-there-is-room.ts";
import { buildFromSource } from "./build-from-source.ts";
import { commitImport, commitRebuild, segmentRecord } from "./commit-index.ts";
import { failureOf, MissingSourceError } from "./job-failure.ts";
import type { JobSurroundings } from "./job-surroundings.ts";

/** A job that runs: how to stop it, and whom to tell how many records are done. */
export interface JobRun {
  readonly signal: AbortSignal;
  onRecords(records: number): void;
}

/** Where an index comes from, and the generation it is built as. */
interface BuildPlan {
  readonly id: string;
  readonly source: string;
  readonly generation: string;
}

/** Generations that are being built or may be resumed, by whomever. */
export async function underConstruction(surroundings: JobSurroundings): Promise<string[]> {
  const [job, { added }] = await Promise.all([readImportJob(), readRegistry()]);
  const rebuilds = added.map(({ building }) => building).filter((one) => one !== null);
  const imports = job === null ? [] : [job.generation];
  return [...rebuilds, ...imports, ...surroundings.otherConstruction()];
}

/** What the database says of a generation, if that is the one a data set uses. */
export async function switchedTo(
  { openStore }: JobSurroundings,
  id: string,
  generation: string,
): Promise<SegmentRecord | null> {
  const records = await (await openStore()).segments();
  return records.find((one) => one.dataSet === id && one.generation === generation) ?? null;
}

/** Takes out the blocks of a generation that came to nothing, and with it a data set's segment. */
export async function sweep(
  surroundings: JobSurroundings,
  generation: string,
  dataSet: string | null = null,
): Promise<void> {
  const building = await underConstruction(surroundings);
  const others = building.filter((one) => one !== generation);
  await (await surroundings.openStore()).remove(dataSet, others);
}

/**
 * Builds an imported data set's index and puts it into use; failing, says so in the job.
 *
 * @returns whether it is in use: not when it was stopped before
 */
export async function runImport(
  surroundings: JobSurroundings,
  job: ImportJob,
  run: JobRun,
): Promise<boolean> {
  const { source, generation } = job;
  try {
    const plan = { id: job.info.id, source, generation };
    const record = await buildAndSwitch(surroundings, plan, run);
    await commitImport(surroundings, job, record);
    // Of what it replaced, a rebuild may have been under way.
    await sweep(surroundings, generation).catch(() => undefined);
    return true;
  } catch (error) {
    if (run.signal.aborted) return false;
    const failure = failureOf(error);
    // A full disk gets its space back; what failed otherwise keeps its checkpoint.
    if (failure !== "internal") await makeRoom(surroundings, source, generation);
    await writeImportJob({ ...job, state: "failed", failure });
    throw error;
  }
}

/** Gives back what a failed import takes up, the reserve first: without it nothing may be written. */
async function makeRoom(
  surroundings: JobSurroundings,
  source: string,
  generation: string,
): Promise<void> {
  await surroundings.sources.releaseReserve(source).catch(() => undefined);
  await untilThereIsRoom(() => sweep(surroundings, generation)).catch(() => undefined);
}

/**
 * Builds a data set's index anew and puts it into use; failing, says so in the list.
 *
 * @returns whether it is in use: not when it was stopped before
 */
export async function runRebuild(
  surroundings: JobSurroundings,
  { info: { id }, source, building }: AddedDataSet,
  run: JobRun,
): Promise<boolean> {
  const generation = building ?? surroundings.newGeneration();
  try {
    await changeDataSet(id, (now) => ({ ...now, building: generation }));
    const record =
      (await switchedTo(surroundings, id, generation)) ??
      (await buildAndSwitch(surroundings, { id, source, generation }, run));
    await commitRebuild(surroundings, record);
    return true;
  } catch (error) {
    if (run.signal.aborted) return false;
    await sweep(surroundings, generation).catch(() => undefined);
    const state = failureOf(error) === "source-lost" ? "lost" : "failed";
    await changeDataSet(id, (now) => ({ ...now, building: null, state }));
    throw error;
  }
}

async function buildAndSwitch(
  surroundings: JobSurroundings,
  { id, source, generation }: BuildPlan,
  { signal, onRecords }: JobRun,
): Promise<SegmentRecord> {
  const { sources, openStore, pause, now } = surroundings;
  const [directory, kept] = await Promise.all([
    readDirectory(sources, source),
    sources.open(source),
  ]);
  if (kept === null || directory === null) throw new MissingSourceError(source);
  const store = await openStore();
  const build = { store, source: kept, directory, generation, signal, pause };
  const built = await buildFromSource({ ...build, onProgress: onRecords });
  signal.throwIfAborted();
  const record = segmentRecord(id, { source, generation }, built, now());
  await store.activate(record, await underConstruction(surroundings));
  return record;
}
