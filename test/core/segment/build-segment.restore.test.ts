import { describe, expect, test } from "vitest";
import { SegmentBuilder } from "../../../core/segment/build-segment.ts";
import { EntryTable } from "../../../core/segment/entry-table.ts";
import { documentsName } from "../../../core/segment/source-block.ts";
import type { SourceBlock } from "../../../core/segment/source-writer.ts";
import { dataSetOf, record } from "../../fixtures/records.ts";
import { blocksOf } from "../../fixtures/segments.ts";
import { packed } from "../../fixtures/source-stores.ts";

/** 600 articles of 60 outlets that name each other, some rated, some dated, in several blocks. */
const RECORDS = Array.from({ length: 600 }, (_, i) =>
  record(`https://outlet${i % 60}.example/story/${i}`, {
    excerpt: "x".repeat(200),
    ...(i % 3 > 0 && { quality: (i * 37) % 190 }),
    ...(i % 4 > 0 && { publishedDateTime: new Date(Date.UTC(2022, 0, i + 1)).toISOString() }),
    related: [1, 7].map((step) => {
      const other = (i + step) % 600;
      return record(`https://outlet${other % 60}.example/story/${other}/amp`);
    }),
  }),
);

const indexOf = async (
  builder: SegmentBuilder,
  source: readonly SourceBlock[],
): Promise<Record<string, number[]>> => {
  const bytesOf = new Map<string, Uint8Array<ArrayBuffer>>(
    source.map(({ start, bytes }) => [documentsName({ start, length: bytes.length }), bytes]),
  );
  const index: Record<string, number[]> = {};
  for await (const { name, bytes } of builder.finish(async (block) => bytesOf.get(block)))
    index[name] = [...bytes];
  return index;
};

describe("an index whose build was interrupted", () => {
  const dataSet = dataSetOf(RECORDS);

  test.each([0, 1, 3, 5])("is byte for byte the same: stopped after %i blocks", async (at) => {
    const source = await packed(RECORDS);
    expect(source.length).toBeGreaterThan(5);
    const add = (builder: SegmentBuilder, blocks: typeof source) => {
      for (const { start, bytes, records } of blocks)
        builder.add({ start, length: bytes.length, records });
    };
    const whole = new SegmentBuilder(dataSet);
    add(whole, source);

    const first = new SegmentBuilder(dataSet);
    add(first, source.slice(0, at));
    const chunks = Array.from(first.entries.chunksFrom(0), ({ bytes }) => bytes);
    const kept = first.entries.size;
    // Work after the checkpoint is lost and repeated.
    add(first, source.slice(at, at + 1));
    const second = new SegmentBuilder(dataSet, EntryTable.restore(chunks, kept) ?? undefined);
    expect(second.entries.size).toBe(kept);
    add(second, source.slice(at));

    expect(await indexOf(second, source)).toEqual(await indexOf(whole, source));
  });

  test("is that of a data set whose records are all at hand", async () => {
    const builder = new SegmentBuilder(dataSet);
    const source = await packed(RECORDS);
    for (const { start, bytes, records } of source)
      builder.add({ start, length: bytes.length, records });
    const index = await indexOf(builder, source);
    const blocks = [...(await blocksOf(dataSet))].map(([name, bytes]) => [name, [...bytes]]);
    const withoutSource = blocks.filter(([name]) => !String(name).startsWith("docs/"));
    expect(index).toEqual(Object.fromEntries(withoutSource));
  });
});
