import { readDirectory } from "../../../platform/store/source-directory.ts";
import "fake-indexeddb/auto";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import {
  buildFromSource,
  recordsDone,
  type SourceBuild,
} from "../../../platform/indexing/build-from-source.ts";
import type { BlockStore, StoredBlock } from "../../../platform/store/block-store.ts";
import { Generation } from "../../../platform/store/generation.ts";
import { createMemoryStore } from "../../../platform/store/memory-store.ts";
import { record } from "../../fixtures/records.ts";
import { MemorySources } from "../../fixtures/source-stores.ts";

/** Enough for two checkpoints before the last one. */
const MANY = 17_000;

function records(count: number): ArticleRecord[] {
  return Array.from({ length: count }, (_, i) =>
    record(`https://outlet${i % 50}.example/${i}`, { quality: i % 100 }),
  );
}

let sources: MemorySources;
let store: BlockStore;
beforeEach(() => {
  sources = new MemorySources();
  store = createMemoryStore();
});

/** Builds from source `s` as generation `g`. */
async function build({
  in: target = store,
  ...changes
}: Partial<SourceBuild> & { in?: BlockStore } = {}) {
  const [source, directory] = [await sources.open("s"), await readDirectory(sources, "s")];
  if (source === null || directory === null) throw new Error("nothing staged");
  return buildFromSource({
    blocks: new Generation(target, "g"),
    source,
    directory,
    signal: new AbortController().signal,
    pause: async () => undefined,
    onProgress: () => undefined,
    ...changes,
  });
}

/** All blocks that were written, as they are in the end. */
function noted(of: BlockStore): {
  store: BlockStore;
  written: Map<string, Uint8Array>;
  writes: string[][];
} {
  const written = new Map<string, Uint8Array>();
  const writes: string[][] = [];
  const write = async (generation: string, blocks: readonly StoredBlock[]) => {
    writes.push(blocks.map(({ name }) => name));
    for (const { name, bytes } of blocks) written.set(name, bytes.slice());
    await of.write(generation, blocks);
  };
  return { store: { ...of, write }, written, writes };
}

describe("a build", () => {
  test("makes an index and returns its bytes and records", async () => {
    await sources.stage("s", records(5));
    const { store: noting, written } = noted(store);
    const built = await build({ in: noting });
    const index = [...written].filter(([name]) => !/^(checkpoint|entries)/.test(name));
    expect(index.map(([name]) => name)).toEqual([
      "urls/0",
      "domains/0",
      "domains/1",
      "latest/0",
      "latest/1",
      "patterns",
      "meta",
    ]);
    const bytes = index.reduce((sum, [, each]) => sum + each.length, 0);
    expect(built).toEqual({ bytes, records: 5 });
  });

  test("of no records is an empty index", async () => {
    await sources.stage("s", []);
    expect(await build()).toMatchObject({ records: 0 });
    expect(await store.read("g", "meta")).toBeDefined();
  });

  test("writes a checkpoint every 8,000 records, in one transaction with its rows", async () => {
    await sources.stage("s", records(MANY));
    const { store: noting, writes } = noted(store);
    await build({ in: noting });
    const checkpoints = writes.filter((names) => names.includes("checkpoint"));
    expect(checkpoints.length).toBe(3);
    expect(checkpoints[0]).toEqual([
      ...Array.from({ length: 8 }, (_, i) => `entries/${i}`),
      "checkpoint",
    ]);
    // The chunk that was not full yet is written again.
    expect(checkpoints[1]?.at(0)).toBe("entries/7");
    for (const names of writes) expect(names.length).toBeLessThanOrEqual(32);
    expect(writes.at(-1)?.at(-1)).toBe("meta");
  });

  test("reports how many records it has done, and yields", async () => {
    await sources.stage("s", records(2000));
    const done: number[] = [];
    const pause = vi.fn(async () => undefined);
    await build({ onProgress: (count) => done.push(count), pause });
    expect(done.length).toBeGreaterThan(3);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(done.at(-1)).toBe(2000);
    expect(pause.mock.calls.length).toBeGreaterThanOrEqual(done.length);
  });

  test("skips a damaged block", async () => {
    await sources.stage("s", records(2000));
    sources.damage("s", 1);
    const { records: count } = await build();
    expect(count).toBeGreaterThan(1000);
    expect(count).toBeLessThan(2000);
  });

  test("ends when it is stopped", async () => {
    await sources.stage("s", records(2000));
    const stop = new AbortController();
    const building = build({ signal: stop.signal, onProgress: () => stop.abort() });
    await expect(building).rejects.toMatchObject({ name: "AbortError" });
    expect(await store.read("g", "meta")).toBeUndefined();
  });

  test("ends when it is stopped while it writes the index", async () => {
    await sources.stage("s", records(2000));
    const stop = new AbortController();
    const { store: noting } = noted(store);
    const write = async (generation: string, blocks: readonly StoredBlock[]) => {
      await noting.write(generation, blocks);
      stop.abort();
    };
    const building = build({ signal: stop.signal, in: { ...noting, write } });
    await expect(building).rejects.toMatchObject({ name: "AbortError" });
    expect(await store.read("g", "meta")).toBeUndefined();
  });
});

describe("a build that was stopped", () => {
  const staged = new MemorySources();
  /** The index that one go makes. */
  const whole = noted(createMemoryStore());
  beforeAll(async () => {
    await staged.stage("s", records(MANY));
    sources = staged;
    await build({ in: whole.store });
  });
  beforeEach(() => {
    sources = staged;
  });

  /** Stops at a number of records. */
  async function stopAt(count: number): Promise<void> {
    const stop = new AbortController();
    const onProgress = (done: number) => {
      if (done >= count) stop.abort();
    };
    await expect(build({ signal: stop.signal, onProgress })).rejects.toThrow();
  }

  test("continues from its last checkpoint, to the same index byte for byte", async () => {
    await stopAt(12_000);
    const before = await recordsDone(new Generation(store, "g"));
    expect(before).toBeGreaterThanOrEqual(8000);
    expect(before).toBeLessThan(12_000);
    const done: number[] = [];
    const again = noted(store);
    const built = await build({ in: again.store, onProgress: (count) => done.push(count) });
    expect(done[0]).toBeGreaterThan(before);
    expect(built.records).toBe(MANY);
    for (const [name, bytes] of whole.written)
      if (!/^(checkpoint|entries)/.test(name)) expect(again.written.get(name)).toEqual(bytes);
  });

  test("before its first checkpoint starts over", async () => {
    await stopAt(3000);
    expect(await recordsDone(new Generation(store, "g"))).toBe(0);
    expect(await build()).toMatchObject({ records: MANY });
  });

  test.each(["checkpoint", "entries/0", "entries/7"] as const)(
    "starts over when %s is damaged",
    async (name) => {
      await stopAt(12_000);
      const bytes = (await store.read("g", name))?.slice() ?? new Uint8Array();
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      await store.write("g", [{ name, bytes }]);
      const again = noted(store);
      expect(await build({ in: again.store })).toMatchObject({ records: MANY });
      expect(again.written.get("urls/3")).toEqual(whole.written.get("urls/3"));
    },
  );

  test("starts over when a part of its work is lost", async () => {
    await stopAt(12_000);
    const lacking: BlockStore = {
      ...store,
      read: async (generation, name) =>
        name === "entries/1" ? undefined : store.read(generation, name),
    };
    const done: number[] = [];
    await build({ in: lacking, onProgress: (count) => done.push(count) });
    expect(done[0]).toBeLessThan(1000);
  });
});
