import { describe, expect, test } from "vitest";
import { encodeBlock } from "../../../core/segment/block-codec.ts";
import { FORMAT_VERSION, type OutletProfile } from "../../../core/segment/format.ts";
import { keyHash } from "../../../core/segment/key-hash.ts";
import { SegmentReader } from "../../../core/segment/segment-reader.ts";
import { placeOfDocuments } from "../../../core/segment/source-block.ts";
import { UnreadableSegmentError } from "../../../core/segment/unreadable-segment.ts";
import { encodeUrlBucket } from "../../../core/segment/url-bucket.ts";
import { dataSetOf, record, seedRecord } from "../../fixtures/records.ts";
import { type Blocks, blocksOf, openBlocks } from "../../fixtures/segments.ts";

const FUTURISM = "futurism.com/ukraine-facial-recognition-russian-photos";
const INSIDER =
  "businessinsider.com/ukraine-sending-photos-of-dead-russian-soldiers-home-moms-2022-4";
const seedBlocks = () => blocksOf(dataSetOf([seedRecord()]));

/** Names of the blocks of a kind, in order. */
function namesOf(blocks: Blocks, kind: string): string[] {
  return [...blocks.keys()].filter((name) => name.startsWith(kind));
}

/** The seed's segment with the block of a kind changed, or taken out by `undefined`. */
async function openWith(
  kind: string,
  change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> | undefined,
) {
  const blocks = await seedBlocks();
  const [name = ""] = namesOf(blocks, kind);
  const bytes = change(blocks.get(name) ?? new Uint8Array());
  if (bytes === undefined) blocks.delete(name);
  else blocks.set(name, bytes);
  return SegmentReader.open(async (block) => blocks.get(block));
}

async function outletOf(segment: SegmentReader, host: string): Promise<OutletProfile> {
  const profile = await segment.outlet(host);
  if (profile === null) throw new Error(`no outlet of ${host}`);
  return profile;
}

/** A look-up that reads the block. */
const lookUps: readonly (readonly [
  kind: string,
  ask: (segment: SegmentReader) => Promise<unknown>,
])[] = [
  ["urls/", (segment) => segment.article(FUTURISM)],
  ["docs/", (segment) => segment.article(FUTURISM)],
  ["domains/", (segment) => segment.outlet("futurism.com")],
  ["latest/", async (segment) => segment.latest(await outletOf(segment, "futurism.com"))],
  ["patterns", (segment) => segment.patterns()],
];

describe("a look-up", () => {
  test("by URL key finds the article, with one block for the key and one for the record", async () => {
    const { segment, reads } = await openBlocks(await seedBlocks());
    expect(await segment.article(FUTURISM)).toMatchObject({
      own: { article: { outlet: { name: "Futurism" } }, topics: ["Computer Vision", "AI"] },
      namedBy: [],
      omitted: 0,
    });
    expect(reads).toEqual(["meta", "urls/0", expect.stringMatching(/^docs\/0\+/)]);
  });

  test("by the URL key of what a record names finds that record, and how it describes it", async () => {
    const { segment } = await openBlocks(await seedBlocks());
    expect(await segment.article(INSIDER)).toMatchObject({
      own: null,
      namedBy: [
        {
          document: { article: { outlet: { name: "Futurism" } } },
          as: { outlet: { name: "Business Insider" } },
        },
      ],
      omitted: 0,
    });
  });

  test("by a URL key that is not known finds nothing, and reads one block", async () => {
    const { segment, reads } = await openBlocks(await seedBlocks());
    expect(await segment.article("futurism.com/other")).toBeNull();
    expect(await segment.article("__proto__")).toBeNull();
    expect(await segment.article("")).toBeNull();
    expect(reads).toEqual(["meta", "urls/0", "urls/0", "urls/0"]);
  });

  test("of an outlet's latest articles reads one block, and leaves excerpts and pictures out", async () => {
    const picture = { images: [{ url: "https://a.example/picture.png" }] };
    const one = record("https://a.example/1", { title: "One", excerpt: "x", ...picture });
    const { segment, reads } = await openBlocks(await blocksOf(dataSetOf([one])));
    const profile = await segment.outlet("a.example");
    expect(profile && (await segment.latest(profile))).toEqual([
      {
        title: "One",
        excerpt: "",
        url: "https://a.example/1",
        published: null,
        type: "article",
        language: null,
        marks: [],
        history: [],
        outlet: { name: "Outlet a.example", domain: "a.example" },
        quality: null,
        image: null,
      },
    ]);
    expect(reads).toEqual(["meta", "domains/0", "latest/0"]);
  });

  test("of the pages to run on gives their match patterns", async () => {
    const { segment } = await openBlocks(await seedBlocks());
    expect(await segment.patterns()).toContain("*://*.futurism.com/*");
  });
});

describe("the outlet of a host", () => {
  test.each([
    ["futurism.com", "Futurism"],
    ["amp.futurism.com", "Futurism"],
    ["a.b.c.futurism.com", "Futurism"],
    ["www.wsj.com", "Wall Street Journal"],
  ])("%s is %s", async (host, name) => {
    const { segment } = await openBlocks(await seedBlocks());
    expect((await segment.outlet(host))?.name).toBe(name);
  });

  test.each([
    "evilfuturism.com",
    "futurism.com.evil.example",
    "com",
    "",
    "localhost",
    "futurism.co",
  ])("“%s” has none", async (host) => {
    const { segment } = await openBlocks(await seedBlocks());
    expect(await segment.outlet(host)).toBeNull();
  });

  test("is looked for in four blocks at most, however long the host", async () => {
    const { segment, reads } = await openBlocks(await seedBlocks());
    expect(await segment.outlet("a.b.c.d.e.f.g.h.example.com")).toBeNull();
    expect(reads).toEqual(["meta", "domains/0", "domains/0", "domains/0", "domains/0"]);
  });
});

describe("a segment that cannot be read throws", () => {
  test("without its meta block", async () => {
    const opened = SegmentReader.open(async () => undefined);
    await expect(opened).rejects.toThrow(UnreadableSegmentError);
    await expect(opened).rejects.toThrow("the index lacks its block meta");
  });

  test.each([FORMAT_VERSION - 1, FORMAT_VERSION + 1])("when it has format %i", async (format) => {
    const opened = SegmentReader.open(async () => encodeBlock({ format }));
    await expect(opened).rejects.toThrow(UnreadableSegmentError);
    await expect(opened).rejects.toThrow(`the index has format ${format}, not 9`);
  });

  test("when its meta block is damaged", async () => {
    await expect(openWith("meta", (bytes) => bytes.subarray(1))).rejects.toThrow(
      UnreadableSegmentError,
    );
  });

  test.each(lookUps)("when block %s is missing", async (name, ask) => {
    const segment = await openWith(name, () => undefined);
    await expect(ask(segment)).rejects.toThrow(UnreadableSegmentError);
  });

  test.each(lookUps)("when block %s is cut short", async (name, ask) => {
    const segment = await openWith(name, (bytes) => bytes.subarray(0, bytes.length >> 1));
    await expect(ask(segment)).rejects.toThrow(UnreadableSegmentError);
  });

  test.each(lookUps)("when a bit of block %s is flipped", async (name, ask) => {
    const segment = await openWith(name, (bytes) =>
      bytes.map((byte, i) => (i === bytes.length >> 1 ? byte ^ 4 : byte)),
    );
    await expect(ask(segment)).rejects.toThrow(UnreadableSegmentError);
  });

  test.each(lookUps)("when block %s is empty", async (name, ask) => {
    const segment = await openWith(name, () => new Uint8Array());
    await expect(ask(segment)).rejects.toThrow(UnreadableSegmentError);
  });

  test("when a record is not in its place", async () => {
    const blocks = await seedBlocks();
    const start = placeOfDocuments([...blocks.keys()][0] ?? "");
    const own = start && { ...start, index: 1, related: null };
    const { fingerprint } = keyHash(FUTURISM);
    blocks.set("urls/0", encodeUrlBucket([[fingerprint, { own, namedBy: [], namedByCount: 0 }]]));
    const { segment } = await openBlocks(blocks);
    await expect(segment.article(FUTURISM)).rejects.toThrow("no record 0/1");
  });

  test("of which data set it is, by the name the reader was opened with", async () => {
    const info = { ...dataSetOf([]).info, id: "mine" };
    const blocks = await seedBlocks();
    blocks.delete("urls/0");
    const segment = await SegmentReader.open(async (block) => blocks.get(block), info);
    await expect(segment.article(FUTURISM)).rejects.toMatchObject({ dataSet: "mine" });
    const opened = SegmentReader.open(async () => undefined, info);
    await expect(opened).rejects.toMatchObject({ dataSet: "mine" });
  });
});
