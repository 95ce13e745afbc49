import { describe, expect, test } from "vitest";
import { DamagedBlockError, encodeBlock } from "../../../core/segment/block-codec.ts";
import { SegmentReader, UnreadableSegmentError } from "../../../core/segment/segment-reader.ts";
import { dataSetOf, record, seedRecord } from "../../fixtures/records.ts";
import { blocksOf, openBlocks } from "../../fixtures/segments.ts";

const FUTURISM = "futurism.com/ukraine-facial-recognition-russian-photos";
const seedBlocks = () => blocksOf(dataSetOf([seedRecord()]));

/** The seed's segment with one block changed, or taken out by `undefined`. */
function openWith(name: string, change: (bytes: Uint8Array) => Uint8Array | undefined) {
  const blocks = seedBlocks();
  const bytes = change(blocks.get(name) ?? new Uint8Array());
  if (bytes === undefined) blocks.delete(name);
  else blocks.set(name, bytes);
  return SegmentReader.open(async (block) => blocks.get(block));
}

/** A look-up that reads the block. */
const lookUps: readonly (readonly [
  block: string,
  ask: (segment: SegmentReader) => Promise<unknown>,
])[] = [
  ["urls/0", (segment) => segment.url(FUTURISM)],
  ["docs/0", (segment) => segment.documents([[0, 0]])],
  ["domains/0", (segment) => segment.outlet("futurism.com")],
];

describe("a look-up", () => {
  test("by URL key finds what is known, and reads one block", async () => {
    const { segment, reads } = await openBlocks(seedBlocks());
    expect(await segment.url(FUTURISM)).toEqual({ own: [0, 0], namedBy: [], namedByCount: 0 });
    expect(reads).toEqual(["meta", "urls/0"]);
  });

  test("by a URL key that is not known finds nothing", async () => {
    const { segment } = await openBlocks(seedBlocks());
    expect(await segment.url("futurism.com/other")).toBeNull();
    expect(await segment.url("__proto__")).toBeNull();
    expect(await segment.url("")).toBeNull();
  });

  test("of documents reads each block once and keeps the order", async () => {
    const records = Array.from({ length: 300 }, (_, i) => record(`https://a.example/${i}`));
    const { segment, reads } = await openBlocks(blocksOf(dataSetOf(records)));
    const documents = await segment.documents([
      [1, 2],
      [0, 3, 9],
      [1, 0],
    ]);
    expect(reads).toEqual(["meta", "docs/1", "docs/0"]);
    const [second, first, third] = documents.map(({ article }) =>
      Number(article.url.split("/").pop()),
    );
    expect(first).toBe(3);
    expect(third).toBeGreaterThan(100);
    expect(second).toBe((third ?? 0) + 2);
  });

  test("of no documents reads nothing", async () => {
    const { segment, reads } = await openBlocks(seedBlocks());
    expect(await segment.documents([])).toEqual([]);
    expect(reads).toEqual(["meta"]);
  });
});

describe("the outlet of a host", () => {
  test.each([
    ["futurism.com", "Futurism"],
    ["amp.futurism.com", "Futurism"],
    ["a.b.c.futurism.com", "Futurism"],
    ["www.wsj.com", "Wall Street Journal"],
  ])("%s is %s", async (host, name) => {
    const { segment } = await openBlocks(seedBlocks());
    expect((await segment.outlet(host))?.name).toBe(name);
  });

  test.each([
    "evilfuturism.com",
    "futurism.com.evil.example",
    "com",
    "",
    "localhost",
    "futurism.co",
  ])("“%s” is none", async (host) => {
    const { segment } = await openBlocks(seedBlocks());
    expect(await segment.outlet(host)).toBeNull();
  });

  test("is looked for in four blocks at most, however long the host", async () => {
    const { segment, reads } = await openBlocks(seedBlocks());
    expect(await segment.outlet("a.b.c.d.e.f.g.h.example.com")).toBeNull();
    expect(reads).toEqual(["meta", "domains/0", "domains/0", "domains/0", "domains/0"]);
  });
});

describe("a segment that cannot be read says so", () => {
  test("without its meta block", async () => {
    const opened = SegmentReader.open(async () => undefined);
    await expect(opened).rejects.toThrow(UnreadableSegmentError);
    await expect(opened).rejects.toThrow("the index lacks its block meta");
  });

  test.each([2, 4])("when it has format %i", async (format) => {
    const opened = SegmentReader.open(async () => encodeBlock({ format }));
    await expect(opened).rejects.toThrow(UnreadableSegmentError);
    await expect(opened).rejects.toThrow(`the index has format ${format}, not 3`);
  });

  test("when its meta block is damaged", async () => {
    await expect(openWith("meta", (bytes) => bytes.subarray(1))).rejects.toThrow(DamagedBlockError);
  });

  test.each(lookUps)("when block %s is missing", async (name, ask) => {
    const segment = await openWith(name, () => undefined);
    await expect(ask(segment)).rejects.toThrow(UnreadableSegmentError);
  });

  test.each(lookUps)("when block %s is cut short", async (name, ask) => {
    const segment = await openWith(name, (bytes) => bytes.subarray(0, bytes.length >> 1));
    await expect(ask(segment)).rejects.toThrow(DamagedBlockError);
  });

  test.each(lookUps)("when a bit of block %s is flipped", async (name, ask) => {
    const segment = await openWith(name, (bytes) =>
      bytes.map((byte, i) => (i === bytes.length >> 1 ? byte ^ 4 : byte)),
    );
    await expect(ask(segment)).rejects.toThrow(DamagedBlockError);
  });

  test.each(lookUps)("when block %s is empty", async (name, ask) => {
    const segment = await openWith(name, () => new Uint8Array());
    await expect(ask(segment)).rejects.toThrow(DamagedBlockError);
  });

  test("when a document is not where it should be", async () => {
    const { segment } = await openBlocks(seedBlocks());
    await expect(segment.documents([[0, 1]])).rejects.toThrow(UnreadableSegmentError);
    await expect(segment.documents([[1, 0]])).rejects.toThrow(UnreadableSegmentError);
  });
});
