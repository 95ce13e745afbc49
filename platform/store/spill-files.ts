import {
  createMemorySpill,
  type SpillName,
  type SpillStore,
} from "../../core/story-index/spill.ts";
import { ignoreMissing } from "./source-store.ts";

/** A folder of files in the origin-private file system; nothing in it outlives a build, of which each folder serves one. */
export type SpillFolder = "story-spill" | "live-spill" | "mirror-spill";

/** Data that a build keeps for a while, and a way to delete them. */
export interface DisposableSpill extends SpillStore {
  dispose(): Promise<void>;
}

/** A spill in memory. */
export function openMemorySpill(): DisposableSpill {
  return { ...createMemorySpill(), dispose: async () => undefined };
}

interface Chunk {
  readonly start: number;
  readonly end: number;
}

/** A file that is written from start to end, and then read. */
class SpillFile {
  readonly #handle: FileSystemFileHandle;
  readonly #chunks = new Map<SpillName, Chunk>();
  #writing: FileSystemWritableFileStream | null;
  #size = 0;
  #file: Promise<File> | null = null;

  private constructor(handle: FileSystemFileHandle, writing: FileSystemWritableFileStream) {
    this.#handle = handle;
    this.#writing = writing;
  }

  static async create(folder: FileSystemDirectoryHandle, name: string): Promise<SpillFile> {
    const handle = await folder.getFileHandle(name, { create: true });
    return new SpillFile(handle, await handle.createWritable());
  }

  async write(name: SpillName, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if (this.#writing === null) throw new Error("a spill is read only after it is written");
    const start = this.#size;
    this.#size += bytes.length;
    this.#chunks.set(name, { start, end: this.#size });
    await this.#writing.write(bytes);
  }

  async read(name: SpillName): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const chunk = this.#chunks.get(name);
    if (chunk === undefined) return undefined;
    this.#file ??= this.#finish();
    return new Uint8Array(await (await this.#file).slice(chunk.start, chunk.end).arrayBuffer());
  }

  async abandon(): Promise<void> {
    await this.#writing?.abort();
    this.#writing = null;
  }

  async #finish(): Promise<File> {
    await this.#writing?.close();
    this.#writing = null;
    return this.#handle.getFile();
  }
}

/**
 * A spill in files of the origin-private file system: a database would keep the room of what is deleted
 * for a long time (Chromium's took twice the index itself).
 *
 * @throws DOMException where the browser refuses storage
 */
export async function openSpillFiles(name: SpillFolder): Promise<DisposableSpill> {
  const root = await navigator.storage.getDirectory();
  const remove = () => root.removeEntry(name, { recursive: true }).catch(ignoreMissing);
  await remove();
  const folder = await root.getDirectoryHandle(name, { create: true });
  const files = new Map<string, SpillFile>();
  return {
    async write(chunk, bytes) {
      const spill = spillOf(chunk);
      const file = files.get(spill) ?? (await SpillFile.create(folder, spill));
      files.set(spill, file);
      await file.write(chunk, bytes);
    },
    async read(chunk) {
      return files.get(spillOf(chunk))?.read(chunk);
    },
    async dispose() {
      await Promise.allSettled([...files.values()].map((file) => file.abandon()));
      await remove();
    },
  };
}

/** `texts` of `spill/texts/0/1`. */
function spillOf(name: SpillName): string {
  return name.split("/")[1] ?? "";
}
