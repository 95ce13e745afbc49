import { mkdtempSync, rmSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SpillFile } from "../../../scripts/dataset/publish/spill-file.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "second-source-spill-"));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

test("what the system writes in parts is written to its end", async () => {
  const handle = await open(join(folder, "other"), "w");
  const prototype: FileHandle = Object.getPrototypeOf(handle);
  const { write } = prototype;
  vi.spyOn(prototype, "write").mockImplementation(function (
    this: FileHandle,
    ...[bytes, at, length, place]: unknown[]
  ) {
    return Reflect.apply(write, this, [bytes, at, Math.min(Number(length), 3), place]);
  });
  await handle.close();
  const spill = await SpillFile.open(join(folder, "spill"));
  await spill.write("spill/texts/0/0", new TextEncoder().encode("first text"));
  await spill.write("spill/texts/0/1", new TextEncoder().encode("second"));
  const read = await Promise.all([spill.read("spill/texts/0/0"), spill.read("spill/texts/0/1")]);
  await spill.close();
  expect(read.map((bytes) => new TextDecoder().decode(bytes))).toEqual(["first text", "second"]);
});
