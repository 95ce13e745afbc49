import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A folder for a suite's own files, removed after its tests. */
export function useFolder() {
  const folder = mkdtempSync(join(tmpdir(), "second-source-tests-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  return {
    folder,
    /** Writes a file, and gives its path. */
    file(name: string, text: string): string {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
  };
}
