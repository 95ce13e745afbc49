import type { FileSink } from "../../core/data-set-file/data-set-file-writer.ts";
import type { ReadSource } from "../../core/segment/scan-source.ts";
import { type PartsFolder, PartWriter, partName, readParts } from "./file-parts.ts";
import {
  fileIn,
  MirrorFolders,
  namesIn,
  readText,
  removeFrom,
  writeFile,
} from "./mirror-folders.ts";

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
  const folders = new MirrorFolders(getRoot);
  return {
    ids: async () => namesIn(await folders.find()),
    readList: async (id) => readText(await folders.find(id), LIST),
    writeList: async (id, text) => writeText(await folders.make(id), LIST, text),
    async readIndex(id) {
      const file = await fileIn(await folders.find(id), INDEX);
      if (file === null) return null;
      const read: ReadSource = async (start, end) =>
        new Uint8Array(await file.slice(start, end).arrayBuffer());
      return { size: file.size, read };
    },
    writeIndex: async (id, write) => writeFile(await folders.make(id), INDEX, write),
    names: async (id) =>
      (await namesIn(await folders.find(id))).filter((name) => name !== LIST && name !== INDEX),
    size: async (id, name, version) => sizeOf(await folders.find(id, name), version),
    async writer(id, name, version) {
      const size = await sizeOf(await folders.find(id, name), version);
      return PartWriter.open(partsIn(await folders.make(id, name), version), size);
    },
    async reader(id, name, version) {
      const folder = await folders.find(id, name);
      return readParts(partsIn(folder, version), (await partNames(folder, version)).length);
    },
    readNote: async (id, name, note) => readText(await folders.find(id, name), note),
    writeNote: async (id, name, note, text) => writeText(await folders.make(id, name), note, text),
    async removeVersion(id, name, version) {
      const folder = await folders.find(id, name);
      for (const part of await partNames(folder, version)) await removeFrom(folder, part);
    },
    removeFile: async (id, name) => removeFrom(await folders.find(id), name),
    remove: async (id) => removeFrom(await folders.find(), id),
  };
}

function writeText(folder: FileSystemDirectoryHandle, name: string, text: string): Promise<void> {
  return writeFile(folder, name, (writable) => writable.write(new TextEncoder().encode(text)));
}

/** The parts of a version of the file whose folder this is. */
function partsIn(folder: FileSystemDirectoryHandle | null, version: Version): PartsFolder {
  return {
    file: (number) => fileIn(folder, partName(version, number)),
    async write(number, bytes) {
      if (folder === null) throw new TypeError("no folder to write to");
      await writeFile(folder, partName(version, number), (writable) => writable.write(bytes));
    },
  };
}

async function partNames(
  folder: FileSystemDirectoryHandle | null,
  version: Version,
): Promise<string[]> {
  const prefix = partName(version, "");
  return (await namesIn(folder)).filter((name) => name.startsWith(prefix));
}

/** Bytes of all parts of a version. */
async function sizeOf(folder: FileSystemDirectoryHandle | null, version: Version): Promise<number> {
  const { length } = await partNames(folder, version);
  const parts = partsIn(folder, version);
  let size = 0;
  for (let number = 0; number < length; number++) size += (await parts.file(number))?.size ?? 0;
  return size;
}
