import { DataSetFile, UnreadableDataSetFileError } from "../../core/data-set-file/data-set-file.ts";
import { DATA_SET_FILE_EXTENSION } from "../../core/data-set-file/layout.ts";
import type { ReadSource } from "../../core/segment/scan-source.ts";

/** Where the sources of the data sets that the user added are kept. */
export interface SourceStore {
  /** `null` when there is none by that name, or none that is complete. */
  open(source: string): Promise<DataSetFile | null>;
  /** Gives back the room that an import holds. */
  releaseReserve(source: string): Promise<void>;
  remove(source: string): Promise<void>;
  names(): Promise<string[]>;
}

/** Files of a source, in a folder of its name. */
const FOLDER = "data-sets";
export const ARTICLES_FILE = `articles${DATA_SET_FILE_EXTENSION}`;
export const REPORT_FILE = "report.tsv";
/**
 * Room that an import holds until it is done, bytes. A database on a disk that is full to the last
 * byte cannot even be opened in Chromium: with the reserve given back, what was there before answers again.
 */
export const RESERVE_FILE = "reserve";
export const RESERVE_BYTES = 8_388_608;

/** A page that is writing a source holds a lock of this name: it is then not swept. */
export function stagingLock(source: string): string {
  return `staging:${source}`;
}

/**
 * The folder that holds the sources.
 *
 * @throws DOMException where the browser refuses storage
 */
export async function sourcesFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}

/** The store in the origin-private file system. */
export function createSourceStore(): SourceStore {
  /** The browser's snapshot of each source file: to ask for it costs more than to read from it. */
  const open = new Map<string, Promise<DataSetFile | null>>();
  return {
    open(source) {
      const known = open.get(source) ?? openFile(source);
      open.set(source, known);
      void known.then(
        (kept) => kept ?? open.delete(source),
        () => open.delete(source),
      );
      return known;
    },
    async releaseReserve(source) {
      try {
        const folder = await (await sourcesFolder()).getDirectoryHandle(source);
        await folder.removeEntry(RESERVE_FILE);
      } catch (error) {
        ignoreMissing(error);
      }
    },
    async remove(source) {
      open.delete(source);
      const folder = await sourcesFolder();
      await folder.removeEntry(source, { recursive: true }).catch(ignoreMissing);
    },
    async names() {
      const names: string[] = [];
      for await (const name of (await sourcesFolder()).keys()) names.push(name);
      return names;
    },
  };
}

async function openFile(source: string): Promise<DataSetFile | null> {
  const file = await fileOf(source, ARTICLES_FILE);
  if (file === null) return null;
  const read: ReadSource = async (start, end) =>
    new Uint8Array(await file.slice(start, end).arrayBuffer());
  return DataSetFile.open(read, file.size).catch((error: unknown) => {
    if (error instanceof UnreadableDataSetFileError) return null;
    throw error;
  });
}

async function fileOf(source: string, name: string): Promise<File | null> {
  try {
    // Not by `sourcesFolder`: to make sure that the folder is there takes longer than to ask for it.
    const root = await navigator.storage.getDirectory();
    const folder = await (await root.getDirectoryHandle(FOLDER)).getDirectoryHandle(source);
    return await (await folder.getFileHandle(name)).getFile();
  } catch (error) {
    ignoreMissing(error);
    return null;
  }
}

/** @throws every error but that of a file or folder that is missing */
export function ignoreMissing(error: unknown): void {
  if (!(error instanceof DOMException && error.name === "NotFoundError")) throw error;
}
