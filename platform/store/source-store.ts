import type { ReadSource } from "../../core/segment/source-blocks.ts";

/** The kept source of a data set, open for reading. */
export interface KeptSource {
  /** Bytes. */
  readonly size: number;
  readonly read: ReadSource;
}

/** Where the sources of the data sets that the user added are kept. */
export interface SourceStore {
  /** `null` when there is none by that name. */
  open(source: string): Promise<KeptSource | null>;
  /** The list of a source's outlets and sites, as it was written; `null` when it is missing. */
  directory(source: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Gives back the room that an import holds. */
  releaseReserve(source: string): Promise<void>;
  remove(source: string): Promise<void>;
  names(): Promise<string[]>;
}

/** Files of a source, in a folder of its name. */
const FOLDER = "data-sets";
export const RECORDS_FILE = "records";
export const DIRECTORY_FILE = "directory";
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
  const open = new Map<string, Promise<KeptSource | null>>();
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
    async directory(source) {
      const file = await fileOf(source, DIRECTORY_FILE);
      return file === null ? null : new Uint8Array(await file.arrayBuffer());
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

async function openFile(source: string): Promise<KeptSource | null> {
  const file = await fileOf(source, RECORDS_FILE);
  if (file === null) return null;
  return {
    size: file.size,
    async read(start, end) {
      return new Uint8Array(await file.slice(start, end).arrayBuffer());
    },
  };
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
