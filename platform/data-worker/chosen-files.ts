import type { InputFile } from "../../core/import/run/read-event.ts";
import type { ChosenFiles } from "../../core/protocol/data-worker.ts";

/**
 * How many files go to the worker in one message, so that a folder of thousands does not block the
 * page. For the same reason only the worker reads their sizes, which makes the browser open each file.
 */
const FILES_IN_BATCH = 50;

/** The files of a file or folder picker. */
export function filesOfPicker(files: readonly File[]): ChosenFiles {
  async function* batches() {
    for (let i = 0; i < files.length; i += FILES_IN_BATCH) {
      yield files.slice(i, i + FILES_IN_BATCH).map((file) => ({ path: pathOf(file), blob: file }));
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  const first = files[0] === undefined ? "" : pathOf(files[0]);
  return { batches: { [Symbol.asyncIterator]: batches }, name: () => first };
}

function pathOf(file: File): string {
  return file.webkitRelativePath === "" ? file.name : file.webkitRelativePath;
}

/**
 * The files and folders of a drop. Must be called in the handler of the `drop` event, after which the
 * browser empties `transfer`.
 */
export function filesOfDrop(transfer: DataTransfer): ChosenFiles {
  const entries = Array.from(transfer.items)
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  async function* batches() {
    let batch: InputFile[] = [];
    for (const entry of entries)
      for await (const file of filesOf(entry)) {
        batch.push(file);
        if (batch.length < FILES_IN_BATCH) continue;
        yield batch;
        batch = [];
      }
    yield batch;
  }
  return { batches: { [Symbol.asyncIterator]: batches }, name: () => entries[0]?.name ?? "" };
}

async function* filesOf(entry: FileSystemEntry): AsyncGenerator<InputFile> {
  if (isFile(entry)) {
    const file = await new Promise<File | null>((resolve) =>
      entry.file(resolve, () => resolve(null)),
    );
    // A file that has been deleted since is reported when it is read.
    yield { path: entry.fullPath.replace(/^\//, ""), blob: file ?? new Blob() };
  }
  if (!isFolder(entry)) return;
  const reader = entry.createReader();
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (entries.length === 0) return;
    for (const child of entries) yield* filesOf(child);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
