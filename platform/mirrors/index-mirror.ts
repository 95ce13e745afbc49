import { DataSetFile } from "../../core/data-set-file/data-set-file.ts";
import { MirrorIndexBuilder } from "../../core/published/build-mirror-index.ts";
import { MirrorIndex } from "../../core/published/mirror-index.ts";
import type { MirrorList } from "../../core/published/mirror-list.ts";
import { reportError } from "../report-error.ts";
import { readCheckNote } from "./check-note.ts";
import type { FitDeps } from "./fit-file.ts";
import type { MirrorFiles } from "./mirror-files.ts";

const report = reportError("index of a mirror");

/** The index of a mirror; `null` when it has none that can be read. */
export async function openMirrorIndex(files: MirrorFiles, id: string): Promise<MirrorIndex | null> {
  try {
    const file = await files.readIndex(id);
    return file && (await MirrorIndex.open(file.read, file.size));
  } catch (error) {
    report(error);
    return null;
  }
}

/**
 * Has the index of a mirror cover the files in use, and no others. Without it look-ups find the same and take longer, so a
 * failure is reported and not passed on.
 *
 * @throws when `signal` is aborted
 */
export async function indexMirror(
  id: string,
  inUse: Pick<MirrorList, "files">,
  deps: Pick<FitDeps, "files" | "pause">,
  signal: AbortSignal,
): Promise<void> {
  try {
    const index = await openMirrorIndex(deps.files, id);
    const indexed = index && [...index.meta.files.map(({ name }) => name), ...index.meta.others];
    if (JSON.stringify(indexed) !== JSON.stringify(inUse.files.map(({ name }) => name)))
      await build(id, inUse, deps, signal);
  } catch (error) {
    signal.throwIfAborted();
    report(error);
  }
}

async function build(
  id: string,
  inUse: Pick<MirrorList, "files">,
  { files, pause }: Pick<FitDeps, "files" | "pause">,
  signal: AbortSignal,
): Promise<void> {
  const builder = new MirrorIndexBuilder();
  for (const { name } of inUse.files) {
    signal.throwIfAborted();
    const note = await readCheckNote(files, id, name);
    // The next update brings it again.
    if (note === null) return;
    const [read, size] = await Promise.all([
      files.reader(id, name, note.version),
      files.size(id, name, note.version),
    ]);
    await builder.add(name, await DataSetFile.open(read, size));
    await pause();
  }
  await files.writeIndex(id, (sink) => builder.write(sink));
}
