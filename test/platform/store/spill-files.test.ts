import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openMemorySpill, openSpillFiles } from "../../../platform/store/spill-files.ts";
import { MemoryFolder } from "../../fixtures/memory-folder.ts";

let root: MemoryFolder;
beforeEach(() => {
  root = new MemoryFolder();
  vi.stubGlobal("navigator", { storage: { getDirectory: async () => root } });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe.each([
  { kind: "files", open: () => openSpillFiles("story-spill") },
  { kind: "memory", open: async () => openMemorySpill() },
])("a spill in $kind", ({ open }) => {
  test("gives back each chunk, in whatever order they were written", async () => {
    const spill = await open();
    await spill.write("spill/texts/0/0", Uint8Array.of(1, 2));
    await spill.write("spill/terms/0/0", Uint8Array.of(3));
    await spill.write("spill/texts/1/0", Uint8Array.of(4, 5, 6));
    await spill.write("spill/texts/0/1", Uint8Array.of(7));
    expect(await spill.read("spill/texts/0/1")).toEqual(Uint8Array.of(7));
    expect(await spill.read("spill/texts/0/0")).toEqual(Uint8Array.of(1, 2));
    expect(await spill.read("spill/texts/1/0")).toEqual(Uint8Array.of(4, 5, 6));
    expect(await spill.read("spill/terms/0/0")).toEqual(Uint8Array.of(3));
  });

  test("has nothing of a chunk that was not written", async () => {
    const spill = await open();
    await spill.write("spill/texts/0/0", Uint8Array.of(1));
    expect(await spill.read("spill/texts/0/1")).toBeUndefined();
    expect(await spill.read("spill/terms/0/0")).toBeUndefined();
  });

  test("can be disposed of", async () => {
    const spill = await open();
    await spill.write("spill/texts/0/0", Uint8Array.of(1));
    await expect(spill.dispose()).resolves.toBeUndefined();
  });
});

describe("a spill in files", () => {
  test("has a file for each name", async () => {
    const spill = await openSpillFiles("story-spill");
    await spill.write("spill/texts/0/0", Uint8Array.of(1));
    await spill.write("spill/terms/5/0", Uint8Array.of(2));
    expect(root.paths()).toEqual(["story-spill/", "story-spill/terms", "story-spill/texts"]);
  });

  test("starts empty after an interrupted build, in a new folder", async () => {
    await root.put("story-spill/texts", 1);
    await root.put("live-spill/texts", 1);
    await openSpillFiles("story-spill");
    expect(root.paths()).toEqual(["live-spill/", "live-spill/texts", "story-spill/"]);
  });

  test("fails to write while it is read", async () => {
    const spill = await openSpillFiles("story-spill");
    await spill.write("spill/texts/0/0", Uint8Array.of(1));
    await spill.read("spill/texts/0/0");
    await expect(spill.write("spill/texts/0/1", Uint8Array.of(2))).rejects.toThrow(
      "a spill is read only after it is written",
    );
    await spill.write("spill/terms/0/0", Uint8Array.of(3));
    expect(await spill.read("spill/terms/0/0")).toEqual(Uint8Array.of(3));
  });

  test("is asked of the browser once for all chunks of a file", async () => {
    const spill = await openSpillFiles("story-spill");
    await spill.write("spill/texts/0/0", Uint8Array.of(1));
    await spill.write("spill/texts/0/1", Uint8Array.of(2));
    await spill.read("spill/texts/0/0");
    await spill.read("spill/texts/0/1");
    expect((await root.file("story-spill/texts")).snapshots).toBe(1);
  });

  test("leaves no file once it is disposed of, and aborts what is being written", async () => {
    const spill = await openSpillFiles("story-spill");
    await spill.write("spill/texts/0/0", Uint8Array.of(1));
    await spill.write("spill/terms/0/0", Uint8Array.of(2));
    await spill.read("spill/terms/0/0");
    const [texts, terms] = await Promise.all(
      ["texts", "terms"].map((name) => root.file(`story-spill/${name}`)),
    );
    await spill.dispose();
    expect([texts?.isAborted, terms?.isAborted]).toEqual([true, false]);
    expect(root.paths()).toEqual([]);
  });

  test("can be disposed of twice", async () => {
    const spill = await openSpillFiles("story-spill");
    await spill.write("spill/texts/0/0", Uint8Array.of(1));
    await spill.dispose();
    await expect(spill.dispose()).resolves.toBeUndefined();
  });

  test.each([
    new DOMException("locked", "NoModificationAllowedError"),
    Object.assign(new Error("of another kind"), { name: "NotFoundError" }),
  ])(
    "is not opened when the files of an earlier build cannot be removed: $name",
    async (refusal) => {
      vi.spyOn(root, "removeEntry").mockRejectedValue(refusal);
      await expect(openSpillFiles("live-spill")).rejects.toBe(refusal);
    },
  );
});
