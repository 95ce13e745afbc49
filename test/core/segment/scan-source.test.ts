import { describe, expect, test } from "vitest";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { DamagedBlockError } from "../../../core/segment/block-codec.ts";
import {
  type ReadSource,
  type ScannedBlock,
  scanSource,
} from "../../../core/segment/scan-source.ts";
import {
  decodeSourceBlock,
  documentsName,
  placeOfDocuments,
} from "../../../core/segment/source-block.ts";
import type { SourceBlock } from "../../../core/segment/source-writer.ts";
import { record, seedRecord } from "../../fixtures/records.ts";
import { joined, packed } from "../../fixtures/source-stores.ts";

/** So many records that they fill several blocks, and no two blocks are equally long. */
function records(count: number): ArticleRecord[] {
  return Array.from({ length: count }, (_, i) =>
    record(`https://a.example/${i}`, { excerpt: `${i} `.repeat(1200) }),
  );
}

function sourceOf(blocks: readonly SourceBlock[]): Uint8Array<ArrayBuffer> {
  return joined(blocks.map(({ bytes }) => bytes));
}

async function scan(
  source: Uint8Array<ArrayBuffer>,
  from = 0,
  read: ReadSource = async (start, end) => source.slice(start, end),
): Promise<ScannedBlock[]> {
  const found: ScannedBlock[] = [];
  for await (const block of scanSource(read, source.length, from)) found.push(block);
  return found;
}

const nameOf = ({ start, bytes }: SourceBlock) => documentsName({ start, length: bytes.length });

describe("the name of a block", () => {
  test("says where it lies", () => {
    expect(documentsName({ start: 4096, length: 77 })).toBe("docs/4096+77");
    expect(placeOfDocuments("docs/4096+77")).toEqual({ start: 4096, length: 77 });
  });

  test.each(["meta", "urls/3", "docs/3", "docs/3+", "docs/+3", "docs/-1+2", "xdocs/1+2", ""])(
    "is not “%s”",
    (name) => {
      expect(placeOfDocuments(name)).toBeNull();
    },
  );
});

describe("records", () => {
  test.each<[string, ArticleRecord[]]>([
    ["one", [seedRecord()]],
    ["several blocks of them", records(40)],
    [
      "text of all scripts, line ends and odd characters",
      [
        record("https://a.example/1", {
          title: "Éire 點 العبّارة 😀",
          excerpt: "a\nb\r\nc\u2028\u0000",
        }),
        record("https://a.example/2", { title: '","title":"x"}]', excerpt: "\ud800 alone" }),
      ],
    ],
    [
      "one of 5 MB",
      [record("https://a.example/1", { featuredContent: "<p>x</p>".repeat(650_000) })],
    ],
  ])("come back as they were: %s", async (_, kept) => {
    const found = await scan(sourceOf(await packed(kept)));
    expect(found.flatMap(({ records }) => records)).toEqual(kept);
  });

  test("none are no block", async () => {
    expect(await packed([])).toEqual([]);
    expect(await scan(new Uint8Array())).toEqual([]);
  });

  test("fill a block when their text passes 32,768 characters", async () => {
    const blocks = await packed(records(40));
    expect(blocks.length).toBeGreaterThan(3);
    for (const { records } of blocks.slice(0, -1)) {
      const lengths = records.map((each) => JSON.stringify(each).length + 1);
      const sum = lengths.reduce((a, b) => a + b);
      expect(sum).toBeGreaterThanOrEqual(32_768);
      expect(sum - (lengths.at(-1) ?? 0)).toBeLessThan(32_768);
    }
  });

  test("can each be read by the place of its block alone", async () => {
    const blocks = await packed(records(40));
    for (const block of blocks)
      expect(await decodeSourceBlock(nameOf(block), block.bytes)).toEqual({
        records: block.records.map((each) => JSON.stringify(each)),
        related: [],
        referredTo: [],
      });
  });
});

test("blocks lie one after the other", async () => {
  const blocks = await packed(records(40));
  let start = 0;
  for (const block of blocks) {
    expect(block.start).toBe(start);
    start += block.bytes.length;
  }
});

describe("a scan", () => {
  test("continues from where an earlier one stopped", async () => {
    const blocks = await packed(records(40));
    const found = await scan(sourceOf(blocks), blocks[2]?.start);
    expect(found.map(({ start }) => start)).toEqual(blocks.slice(2).map(({ start }) => start));
    expect(found.flatMap(({ records }) => records)).toEqual(
      blocks.slice(2).flatMap(({ records }) => records),
    );
  });

  test("from the end finds nothing", async () => {
    const source = sourceOf(await packed(records(40)));
    expect(await scan(source, source.length)).toEqual([]);
  });

  test("reads a megabyte at a time, and each byte about once", async () => {
    const text = (i: number) =>
      Array.from({ length: 700 }, (_, n) => ((i * 7919 + n * 104_729) % 1_000_003).toString(36));
    const kept = Array.from({ length: 1200 }, (_, i) =>
      record(`https://a.example/${i}`, { excerpt: text(i).join("") }),
    );
    const source = sourceOf(await packed(kept));
    expect(source.length).toBeGreaterThan(2_000_000);
    let bytes = 0;
    let reads = 0;
    const found = await scan(source, 0, async (start, end) => {
      reads++;
      bytes += end - start;
      expect(end - start).toBeLessThanOrEqual(1_048_576);
      return source.slice(start, end);
    });
    expect(found.flatMap(({ records }) => records ?? []).length).toBe(1200);
    expect(reads).toBeLessThan(6);
    expect(bytes).toBeLessThan(source.length * 1.1);
  });
});

describe("damage", () => {
  test("wherever a bit of a block is flipped is noticed", async () => {
    const [block] = await packed([record("https://a.example/1")]);
    if (block === undefined) throw new Error("no block");
    for (let bit = 0; bit < block.bytes.length * 8; bit++) {
      const flipped = block.bytes.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await expect(decodeSourceBlock(nameOf(block), flipped)).rejects.toThrow(DamagedBlockError);
    }
  });

  test.each([0, 1, 7, 8, 9])("by a cut after %i bytes is noticed", async (length) => {
    const [block] = await packed([record("https://a.example/1")]);
    const cut = (block?.bytes ?? new Uint8Array()).slice(0, length);
    await expect(decodeSourceBlock("docs/0+9", cut)).rejects.toThrow("block docs/0+9 is damaged");
  });

  test("to a block skips it, and the others are read", async () => {
    const blocks = await packed(records(40));
    const source = sourceOf(blocks);
    const at = (blocks[1]?.start ?? 0) + 30;
    source[at] = (source[at] ?? 0) ^ 1;
    const found = await scan(source);
    expect(found.map(({ records }) => records)).toEqual(
      blocks.map(({ records }, i) => (i === 1 ? null : records)),
    );
  });

  test.each([0xff, 0x7f])("to a length ends the scan there (first byte %i)", async (byte) => {
    const blocks = await packed(records(40));
    const source = sourceOf(blocks);
    const start = blocks[2]?.start ?? 0;
    source[start] = byte;
    const found = await scan(source);
    expect(found.map(({ records }) => records)).toEqual([
      ...blocks.slice(0, 2).map(({ records }) => records),
      null,
    ]);
    expect(found.at(-1)).toEqual({ start, length: source.length - start, records: null });
  });

  test("to a length that points to wrong places still reaches the end", async () => {
    const blocks = await packed(records(40));
    const source = sourceOf(blocks);
    new DataView(source.buffer).setUint32(blocks[1]?.start ?? 0, 0);
    const found = await scan(source);
    expect(found[0]?.records).toEqual(blocks[0]?.records);
    expect(found[1]?.records).toBeNull();
    const last = found.at(-1);
    expect((last?.start ?? 0) + (last?.length ?? 0)).toBe(source.length);
  });

  test("by a cut is a last block that is none", async () => {
    const blocks = await packed(records(40));
    const source = sourceOf(blocks).slice(0, -3);
    const found = await scan(source);
    expect(found.map(({ records }) => records)).toEqual(
      blocks.map(({ records }, i) => (i === blocks.length - 1 ? null : records)),
    );
  });

  test("by a source shorter than it was said to be ends the scan", async () => {
    const source = sourceOf(await packed(records(40)));
    const found: ScannedBlock[] = [];
    for await (const block of scanSource(
      async (start, end) => source.slice(start, Math.min(end, 10)),
      source.length,
    ))
      found.push(block);
    expect(found).toEqual([{ start: 0, length: source.length, records: null }]);
  });
});
