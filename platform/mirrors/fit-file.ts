import { DataSetFile, UnreadableDataSetFileError } from "../../core/data-set-file/data-set-file.ts";
import { writeDataSetFile } from "../../core/data-set-file/write-data-set-file.ts";
import { checkFile } from "../../core/published/check-file.ts";
import { CURRENT_FORMATS } from "../../core/published/mirror-list.ts";
import { UnfitFileError } from "../../core/published/unfit-file.ts";
import type { ArticleRecord } from "../../core/record/article-record.ts";
import type { CountryNames } from "../../core/story/words/country-names.ts";
import { createInTurn } from "../storage/in-turn.ts";
import type { DisposableSpill } from "../store/spill-files.ts";
import { type CheckNote, readCheckNote, writeCheckNote } from "./check-note.ts";
import type { MirrorFiles, Version } from "./mirror-files.ts";

/** What it takes to make a file fit for look-ups. */
export interface FitDeps {
  readonly files: MirrorFiles;
  loadCountryNames(): Promise<CountryNames>;
  /** Holds, during a build, the data that would not fit into memory. */
  openSpill(): Promise<DisposableSpill>;
  /** Lets other work run now and then. */
  pause(): Promise<void>;
}

/** Downloads run in parallel; builds, which are heavy and share one spill folder, do not. */
const inTurn = createInTurn();

/**
 * Makes a file that is there fit for look-ups: its content is checked once, and if its index has a format that this
 * code does not read, a file with the same records and a new index is written, which replaces it.
 *
 * @returns `false` when it is not a data set file, or holds what may not be shown
 * @throws QuotaExceededError, and when `signal` is aborted
 */
export function fitFile(
  id: string,
  name: string,
  deps: FitDeps,
  signal: AbortSignal,
): Promise<boolean> {
  return inTurn(() => makeFit(id, name, deps, signal));
}

async function makeFit(
  id: string,
  name: string,
  deps: FitDeps,
  signal: AbortSignal,
): Promise<boolean> {
  const { files } = deps;
  const old = await readCheckNote(files, id, name);
  if (old !== null && isFit(old)) return true;
  try {
    const version: Version = old?.version ?? "fetched";
    const { file, blocks } = await checked(id, name, version, deps, signal);
    if (file.hasSegment && file.hasStories) {
      await writeCheckNote(files, id, name, { version, blocks, ...CURRENT_FORMATS });
      return true;
    }
    const other: Version = version === "fetched" ? "rebuilt" : "fetched";
    await files.removeVersion(id, name, other);
    await rebuild(id, name, { from: file, to: other }, deps, signal);
    const rebuilt = await checked(id, name, other, deps, signal);
    const note = { version: other, blocks: rebuilt.blocks, ...CURRENT_FORMATS };
    await writeCheckNote(files, id, name, note);
    await files.removeVersion(id, name, version);
    return true;
  } catch (error) {
    if (error instanceof UnfitFileError || error instanceof UnreadableDataSetFileError)
      return false;
    throw error;
  }
}

function isFit({ segment, stories }: CheckNote): boolean {
  return segment === CURRENT_FORMATS.segment && stories === CURRENT_FORMATS.stories;
}

async function checked(
  id: string,
  name: string,
  version: Version,
  { files, pause }: FitDeps,
  signal: AbortSignal,
): Promise<{ readonly file: DataSetFile; readonly blocks: number[] }> {
  const [read, size] = await Promise.all([
    files.reader(id, name, version),
    files.size(id, name, version),
  ]);
  const file = await DataSetFile.open(read, size);
  const { blocks } = await checkFile(file, { signal, onProgress: pause });
  return { file, blocks: [...blocks] };
}

async function rebuild(
  id: string,
  name: string,
  { from, to }: { readonly from: DataSetFile; readonly to: Version },
  { files, loadCountryNames, openSpill, pause }: FitDeps,
  signal: AbortSignal,
): Promise<void> {
  const { info, sites } = await from.outlets();
  const siteOf = new Map(sites);
  const writer = await files.writer(id, name, to);
  const spill = await openSpill();
  try {
    await writeDataSetFile(
      {
        write: (bytes) => writer.write(bytes),
        read: (start, end) => writer.read(start, end),
      },
      {
        manifest: info,
        records: recordsOf(from),
        siteOf: (host) => siteOf.get(host) ?? host,
        countries: await loadCountryNames(),
        spill,
        async onProgress() {
          signal.throwIfAborted();
          await pause();
        },
      },
    );
    await writer.flush();
  } finally {
    await spill.dispose();
  }
}

async function* recordsOf(file: DataSetFile): AsyncGenerator<ArticleRecord> {
  for await (const { records } of file.scan())
    for (const record of records ?? []) if (record !== null) yield record;
}
