import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { DataSetFile } from "../../../core/data-set-file/data-set-file.ts";
import { readableRecords } from "../../../core/segment/scan-source.ts";
import {
  createSourceStore,
  sourcesFolder,
  stagingLock,
} from "../../../platform/store/source-store.ts";
import { MemoryFolder } from "../../fixtures/memory-folder.ts";
import { record } from "../../fixtures/records.ts";
import { MemorySources } from "../../fixtures/source-stores.ts";

let root: MemoryFolder;
beforeEach(async () => {
  root = new MemoryFolder();
  vi.stubGlobal("navigator", { storage: { getDirectory: async () => root } });
  await root.put("data-sets/s1/articles.dataset", ...(await fileOf(1)));
  await root.put("data-sets/s1/reserve", 0);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A data set file of so many articles. */
async function fileOf(articles: number): Promise<Uint8Array> {
  const sources = new MemorySources();
  const records = Array.from({ length: articles }, (_, i) =>
    record(`https://a.example/${i}`, { title: `Article ${i}` }),
  );
  await sources.stage("s", records);
  return sources.kept.get("s")?.bytes ?? new Uint8Array();
}

async function titlesIn(file: DataSetFile | null): Promise<string[]> {
  const titles: string[] = [];
  for await (const block of file?.scan() ?? [])
    for (const [, { title }] of readableRecords(block)) titles.push(title);
  return titles;
}

/** The browser refuses storage until the test ends that. */
function refuse(): () => void {
  const refusal = vi
    .spyOn(root, "getDirectoryHandle")
    .mockRejectedValue(new DOMException("not now", "InvalidStateError"));
  return () => refusal.mockRestore();
}

describe("a kept source", () => {
  test("has the records that were written", async () => {
    const source = await createSourceStore().open("s1");
    expect(await titlesIn(source)).toEqual(["Article 0"]);
  });

  test("is asked of the browser once", async () => {
    const store = createSourceStore();
    await store.open("s1");
    await store.open("s1");
    expect((await root.file("data-sets/s1/articles.dataset")).snapshots).toBe(1);
  });

  test("that is missing is nothing, and is found once it is there", async () => {
    const store = createSourceStore();
    expect(await store.open("s2")).toBeNull();
    await root.put("data-sets/s2/articles.dataset", ...(await fileOf(2)));
    expect(await titlesIn(await store.open("s2"))).toEqual(["Article 0", "Article 1"]);
  });

  test("that the browser refuses is an error, and is found once it does not", async () => {
    const store = createSourceStore();
    const allow = refuse();
    await expect(store.open("s1")).rejects.toMatchObject({ name: "InvalidStateError" });
    allow();
    expect(await titlesIn(await store.open("s1"))).toEqual(["Article 0"]);
  });

  test("that was not written to its end is none", async () => {
    await root.put("data-sets/s2/articles.dataset", ...(await fileOf(1)).slice(0, -1));
    expect(await createSourceStore().open("s2")).toBeNull();
  });

  test("that is removed is gone with all its files, and no longer answers", async () => {
    await root.put("data-sets/s2/articles.dataset", 5);
    const store = createSourceStore();
    await store.open("s1");
    await store.remove("s1");
    expect(root.paths()).toEqual(["data-sets/", "data-sets/s2/", "data-sets/s2/articles.dataset"]);
    expect(await store.open("s1")).toBeNull();
  });

  test("that is missing can be removed", async () => {
    await createSourceStore().remove("s2");
    expect(await createSourceStore().names()).toEqual(["s1"]);
  });

  test("that the browser cannot remove is an error", async () => {
    const refusal = new DOMException("locked", "NoModificationAllowedError");
    const folder = await root.getDirectoryHandle("data-sets");
    vi.spyOn(folder, "removeEntry").mockRejectedValue(refusal);
    await expect(createSourceStore().remove("s1")).rejects.toBe(refusal);
  });
});

describe("the reserve of an import", () => {
  test("is freed, and nothing else", async () => {
    await createSourceStore().releaseReserve("s1");
    expect(root.paths()).toEqual(["data-sets/", "data-sets/s1/", "data-sets/s1/articles.dataset"]);
  });

  test("can be freed again, or for a source that is missing", async () => {
    const store = createSourceStore();
    await store.releaseReserve("s1");
    await store.releaseReserve("s1");
    await store.releaseReserve("s2");
    expect(await store.names()).toEqual(["s1"]);
  });

  test("is not freed when the browser refuses storage", async () => {
    refuse();
    await expect(createSourceStore().releaseReserve("s1")).rejects.toThrow("not now");
  });
});

test("the names of the sources are those of their folders", async () => {
  await root.put("data-sets/s2/articles.dataset", 5);
  expect(await createSourceStore().names()).toEqual(["s1", "s2"]);
});

test("the folder of the sources is made where it is missing", async () => {
  root = new MemoryFolder();
  await sourcesFolder();
  expect(root.paths()).toEqual(["data-sets/"]);
});

test("an error that is not a DOMException does not count as a missing file", async () => {
  const error = Object.assign(new Error("of another kind"), { name: "NotFoundError" });
  vi.spyOn(root, "getDirectoryHandle").mockRejectedValue(error);
  await expect(createSourceStore().open("s1")).rejects.toBe(error);
});

test("each source has a lock of its own while it is staged", () => {
  expect(stagingLock("s1")).toBe("staging:s1");
});
