import { mkdirSync, openAsBlob, readdirSync, rmSync, statSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { join } from "node:path";

/** The calls that mirrors make of a folder of the origin-private file system, which Node lacks, on a folder of the disk. */
export class DiskFolder {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async getDirectoryHandle(name: string, options = { create: false }): Promise<DiskFolder> {
    const path = join(this.#path, name);
    if (options.create) mkdirSync(path, { recursive: true });
    else exists(path);
    return new DiskFolder(path);
  }

  async getFileHandle(name: string, options = { create: false }) {
    const path = join(this.#path, name);
    if (options.create) await (await open(path, "a")).close();
    else exists(path);
    return {
      getFile: () => openAsBlob(path),
      /** What is written is there once it is closed, all at once. */
      async createWritable() {
        const file = await open(`${path}.new`, "w");
        return {
          write: async (bytes: Uint8Array) => void (await file.writeFile(bytes)),
          async close() {
            await file.close();
            await rename(`${path}.new`, path);
          },
          abort: () => file.close(),
        };
      },
    };
  }

  async removeEntry(name: string): Promise<void> {
    const path = join(this.#path, name);
    exists(path);
    rmSync(path, { recursive: true });
  }

  async *keys(): AsyncGenerator<string> {
    yield* readdirSync(this.#path);
  }
}

function exists(path: string): void {
  if (statSync(path, { throwIfNoEntry: false }) === undefined)
    throw new DOMException(path, "NotFoundError");
}
