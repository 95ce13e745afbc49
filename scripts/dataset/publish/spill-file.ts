import { type FileHandle, open } from "node:fs/promises";
import type { SpillName, SpillStore } from "../../../core/story-index/spill.ts";

/** A spill store in one file, which grows until it is closed. */
export class SpillFile implements SpillStore {
  readonly #file: FileHandle;
  readonly #places = new Map<SpillName, { readonly start: number; readonly length: number }>();
  #end = 0;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Opens an empty file; one that is there is emptied. */
  static async open(path: string): Promise<SpillFile> {
    return new SpillFile(await open(path, "w+"));
  }

  async write(name: SpillName, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const start = this.#end;
    this.#end += bytes.length;
    this.#places.set(name, { start, length: bytes.length });
    // One call may write a part only, as on a disk that is nearly full; the next one then throws.
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await this.#file.write(bytes, at, bytes.length - at, start + at);
      at += bytesWritten;
    }
  }

  async read(name: SpillName): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const place = this.#places.get(name);
    if (place === undefined) return undefined;
    const bytes = new Uint8Array(place.length);
    await this.#file.read(bytes, 0, place.length, place.start);
    return bytes;
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}
