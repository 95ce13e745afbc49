import { beforeEach, describe, expect, test, vi } from "vitest";
import { Generation } from "../../../platform/store/generation.ts";
import { createMemoryStore } from "../../../platform/store/memory-store.ts";

const store = createMemoryStore();
const write = vi.spyOn(store, "write");

beforeEach(async () => {
  write.mockClear();
  await store.clear();
});

/** The names of the blocks of each write. */
function writes(): string[][] {
  return write.mock.calls.map(([, blocks]) => blocks.map(({ name }) => name));
}

describe("a generation", () => {
  test("writes the blocks that are added 32 at a time, and the last ones when it is flushed", async () => {
    const generation = new Generation(store, "g");
    const names = Array.from({ length: 33 }, (_, i) => `urls/${i}` as const);
    for (const name of names.slice(0, 31))
      await generation.add({ name, bytes: Uint8Array.of(1, 2) });
    expect(writes()).toEqual([]);
    for (const name of names.slice(31)) await generation.add({ name, bytes: Uint8Array.of(1, 2) });
    expect(writes()).toEqual([names.slice(0, 32)]);
    await generation.flush();
    expect(writes()).toEqual([names.slice(0, 32), ["urls/32"]]);
    expect(generation.bytes).toBe(66);
  });

  test("writes nothing where nothing was added", async () => {
    const generation = new Generation(store, "g");
    await generation.add({ name: "meta", bytes: Uint8Array.of(1) });
    await generation.flush();
    await generation.flush();
    expect(writes()).toEqual([["meta"]]);
  });

  test("reads and lists its own blocks", async () => {
    const generation = new Generation(store, "g");
    await new Generation(store, "other").write([{ name: "urls/1", bytes: Uint8Array.of(9) }]);
    await generation.write([
      { name: "checkpoint", bytes: Uint8Array.of(1) },
      { name: "urls/0", bytes: Uint8Array.of(2) },
    ]);
    expect(await generation.read("urls/0")).toEqual(Uint8Array.of(2));
    expect(await generation.read("urls/1")).toBeUndefined();
    expect(await generation.names("urls/")).toEqual(["urls/0"]);
    expect(generation.bytes).toBe(0);
  });
});
