import type { FileSink } from "../../core/data-set-file/data-set-file-writer.ts";
import type { ReadSource } from "../../core/segment/scan-source.ts";
import { type PartsFolder, PartWriter, partName, readParts } from "./file-parts.ts";

/** What is noted beside a file: what a check found, and the validator by which its download can be resumed. */
type Note = "checked.json" | "etag";

/** The bytes of a file as they were fetched, or as they were rebuilt because its index had another format. */
export type Version = "fetched" | "rebuilt";

/** Where mirrors of published data sets are kept, each under the id of its subscription. */
export interface MirrorFiles {
  ids(): Promise<string[]>;
  /** The list of the files in use, as it was written; `null` when there is none. */
  readList(id: string): Promise<string | null>;
  /** Writes the list atomically: whoever reads it gets the old one or the new one. */
  writeList(id: string, text: string): Promise<void>;
  /** Opens the index of the mirror; `null` when there is none. */
  readIndex(id: string): Promise<{ readonly size: number; readonly read: ReadSource } | null>;
  /** Writes the index atomically, with a function that is given the file to write. */
  writeIndex(id: string, write: (sink: FileSink) => Promise<void>): Promise<void>;
  /** Names of the files that are there, whole or in part. */
  names(id: string): Promise<string[]>;
  /** Bytes that are there of a file; 0 when it is not. */
  size(id: string, name: string, version: Version): Promise<number>;
  /** Appends to the bytes that are stored. */
  writer(id: string, name: string, version: Version): Promise<PartWriter>;
  /** Reads the bytes that are there. */
  reader(id: string, name: string, version: Version): Promise<ReadSource>;
  readNote(id: string, name: string, note: Note): Promise<string | null>;
  writeNote(id: string, name: string, note: Note, text: string): Promise<void>;
  /** Deletes one version of a file. */
  removeVersion(id: string, name: string, version: Version): Promise<void>;
  removeFile(id: string, name: string): Promise<void>;
  /** Deletes a mirror with all its files. */
  remove(id: string): Promise<void>;
}

const FOLDER = "mirrors";
const LIST = "in-use.json";
const INDEX = "index.dataset";

/**
 * The mirrors in the origin-private file system: a folder for each, in it a folder for each file.
 *
 * @param getRoot gives the folder that they are in
 */
export function createMirrorFiles(
  getRoot: () => Promise<FileSystemDirectoryHandle> = () => navigator.storage.getDirectory(),
): MirrorFiles {
  /** The folder, which is not created: `null` where it or a folder above it is missing. */
  const folderAt = async (...path: string[]): Promise<FileSystemDirectoryHandle | null> => {
    let folder = await getRoot();
    for (const name of [FOLDER, ...path]) {
      const inside = await folder.getDirectoryHandle(name).catch(nullIfMissing);
      if (inside === null) return null;
      folder = inside;
    }
    return folder;
  };
  const madeFolder = async (...path: string[]): Promise<FileSystemDirectoryHandle> => {
    let folder = await getRoot();
    for (const name of [FOLDER, ...path])
      folder = await folder.getDirectoryHandle(name, { create: true });
    return folder;
  };
  const readText = async (folder: FileSystemDirectoryHandle | null, name: string) => {
    const handle = (await folder?.getFileHandle(name).catch(nullIfMissing)) ?? null;
    return handle === null ? null : (await handle.getFile()).text();
  };
  const writeText = async (folder: FileSystemDirectoryHandle, name: string, text: string) => {
    const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writable.write(new TextEncoder().encode(text));
    await writable.close();
  };
  const namesIn = async (folder: FileSystemDirectoryHandle | null): Promise<string[]> => {
    const names: string[] = [];
    if (folder !== null) for await (const name of folder.keys()) names.push(name);
    return names;
  };
  const partsIn = (folder: FileSystemDirectoryHandle | null, version: Version): PartsFolder => ({
    async file(number) {
      const name = partName(version, number);
      const handle = await folder?.getFileHandle(name).catch(nullIfMissing);
      return (await handle?.getFile()) ?? null;
    },
    async write(number, bytes) {
      if (folder === null) throw new TypeError("no folder to write to");
      const name = partName(version, number);
      const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await writable.write(bytes);
      await writable.close();
    },
  });
  const parts = async (id: string, name: string, version: Version) => {
    const folder = await folderAt(id, name);
    const prefix = partName(version, "");
    const count = (await namesIn(folder)).filter((one) => one.startsWith(prefix)).length;
    return { parts: partsIn(folder, version), count };
  };
  const sizeOf = async (id: string, name: string, version: Version) => {
    const { parts: folder, count } = await parts(id, name, version);
    let size = 0;
    for (let number = 0; number < count; number++) size += (await folder.file(number))?.size ?? 0;
    return size;
  };
  return {
    ids: async () => namesIn(await folderAt()),
    readList: async (id) => readText(await folderAt(id), LIST),
    writeList: async (id, text) => writeText(await madeFolder(id), LIST, text),
    async readIndex(id) {
      const handle = await (await folderAt(id))?.getFileHandle(INDEX).catch(nullIfMissing);
      const file = (await handle?.getFile()) ?? null;
      if (file === null) return null;
      const read: ReadSource = async (start, end) =>
        new Uint8Array(await file.slice(start, end).arrayBuffer());
      return { size: file.size, read };
    },
    async writeIndex(id, write) {
      const handle = await (await madeFolder(id)).getFileHandle(INDEX, { create: true });
      const writable = await handle.createWritable();
      try {
        await write(writable);
        await writable.close();
      } catch (error) {
        await writable.abort().catch(() => undefined);
        throw error;
      }
    },
    names: async (id) =>
      (await namesIn(await folderAt(id))).filter((name) => name !== LIST && name !== INDEX),
    size: sizeOf,
    async writer(id, name, version) {
      const size = await sizeOf(id, name, version);
      return PartWriter.open(partsIn(await madeFolder(id, name), version), size);
    },
    async reader(id, name, version) {
      const { parts: folder, count } = await parts(id, name, version);
      return readParts(folder, count);
    },
    readNote: async (id, name, note) => readText(await folderAt(id, name), note),
    writeNote: async (id, name, note, text) => writeText(await madeFolder(id, name), note, text),
    async removeVersion(id, name, version) {
      const folder = await folderAt(id, name);
      const prefix = partName(version, "");
      for (const part of await namesIn(folder))
        if (part.startsWith(prefix)) await folder?.removeEntry(part).catch(nullIfMissing);
    },
    async removeFile(id, name) {
      const folder = await folderAt(id);
      await folder?.removeEntry(name, { recursive: true }).catch(nullIfMissing);
    },
    async remove(id) {
      const folder = await folderAt();
      await folder?.removeEntry(id, { recursive: true }).catch(nullIfMissing);
    },
  };
}

function nullIfMissing(error: unknown): null {
  if (error instanceof DOMException && error.name === "NotFoundError") return null;
  throw error;
}
