import { describe, expect, test } from "vitest";
import { readDirectory } from "../../../platform/store/source-directory.ts";
import { record } from "../../fixtures/records.ts";
import { MemorySources } from "../../fixtures/source-stores.ts";

describe("the directory of a source", () => {
  test("is read as it was written", async () => {
    const sources = new MemorySources();
    await sources.stage("s1", [record("https://www.mine.example/1")]);
    expect(await readDirectory(sources, "s1")).toEqual(sources.kept.get("s1")?.directory);
  });

  test("is nothing where the source is missing", async () => {
    expect(await readDirectory(new MemorySources(), "s1")).toBeNull();
  });

  test("is nothing where it is damaged", async () => {
    const sources = new MemorySources();
    await sources.stage("s1", [record("https://www.mine.example/1")]);
    const staged = sources.kept.get("s1");
    if (staged === undefined) throw new Error("nothing is staged");
    const after = await outletsStart(sources);
    staged.bytes[after] = (staged.bytes[after] ?? 0) ^ 1;
    expect(await readDirectory(sources, "s1")).toBeNull();
  });
});

/** Where the list of outlets begins in the file: after the source. */
async function outletsStart(sources: MemorySources): Promise<number> {
  const file = await sources.open("s1");
  return (file?.size ?? 0) - 200;
}
