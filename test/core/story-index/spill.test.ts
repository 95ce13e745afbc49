import { describe, expect, test } from "vitest";
import { ByteCursor } from "../../../core/story-index/byte-cursor.ts";
import { createMemorySpill, Spill } from "../../../core/story-index/spill.ts";

async function numbersIn(spill: Spill, partition: number): Promise<number[]> {
  const numbers: number[] = [];
  for await (const bytes of spill.read(partition)) {
    const cursor = new ByteCursor(bytes);
    while (!cursor.isAtEnd) numbers.push(cursor.uint32());
  }
  return numbers;
}

describe("rows that are sorted into partitions", () => {
  test("come back by partition, in their order, more than fit into one chunk", async () => {
    const written: string[] = [];
    const store = createMemorySpill();
    const spill = new Spill(
      {
        ...store,
        write(name, bytes) {
          written.push(name);
          return store.write(name, bytes);
        },
      },
      "rows",
      2,
    );
    for (let i = 0; i < 40_000; i++) await spill.add(i % 2, (writer) => writer.uint32(i));
    const odd = await numbersIn(spill, 1);
    expect(odd.length).toBe(20_000);
    expect(odd.every((number, i) => number === 2 * i + 1)).toBe(true);
    expect(written).toEqual(["spill/rows/0/0", "spill/rows/1/0"]);
  });

  test("that the store has lost are an error", async () => {
    const spill = new Spill({ ...createMemorySpill(), read: async () => undefined }, "rows", 1);
    for (let i = 0; i < 20_000; i++) await spill.add(0, (writer) => writer.uint32(i));
    await expect(numbersIn(spill, 0)).rejects.toThrow("spill/rows/0/0 is gone");
  });
});
