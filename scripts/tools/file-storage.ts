import type { FileHandle } from "node:fs/promises";
import type { DataSetFileStorage } from "../../core/data-set-file/write-data-set-file.ts";

/** A file that a data set file is written to and, meanwhile, read from. */
export function fileStorage(file: FileHandle): DataSetFileStorage {
  let written = 0;
  return {
    async write(bytes) {
      await file.write(bytes, 0, bytes.length, written);
      written += bytes.length;
    },
    async read(start, end) {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, written) - start));
      await file.read(bytes, 0, bytes.length, start);
      return bytes;
    },
  };
}
