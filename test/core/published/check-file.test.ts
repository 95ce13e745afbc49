import { describe, expect, test } from "vitest";
import { DataSetFileWriter } from "../../../core/data-set-file/data-set-file-writer.ts";
import { checkFile } from "../../../core/published/check-file.ts";
import { CheckedBlocks } from "../../../core/published/checked-blocks.ts";
import { UnfitFileError } from "../../../core/published/unfit-file.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { encodeBlock, sealBytes } from "../../../core/segment/block-codec.ts";
import { SegmentBuilder } from "../../../core/segment/build-segment.ts";
import { deflate, deflateJson } from "../../../core/segment/deflate.ts";
import type { Block } from "../../../core/segment/format.ts";
import { scanSource } from "../../../core/segment/scan-source.ts";
import { encodeSourceBlock } from "../../../core/segment/source-block.ts";
import { encodeUrlBucket, placesInUrlBucket } from "../../../core/segment/url-bucket.ts";
import { dataSetFileOf, openInMemory } from "../../fixtures/data-set-files.ts";
import { dataSetOf, record } from "../../fixtures/records.ts";
import { joined } from "../../fixtures/source-stores.ts";
import { withDamagedBlock, withoutBlock, withSource } from "../data-set-file/rewritten-files.ts";

const RECORDS = [
  record("https://harbour.example/crane", { publishedDateTime: "2026-11-30T10:00:00Z" }),
  record("https://quay.example/crane"),
];

async function check(bytes: Uint8Array<ArrayBuffer>, signal = new AbortController().signal) {
  const { file } = await openInMemory(bytes);
  const progress: number[] = [];
  const checked = await checkFile(file, {
    signal,
    onProgress: (done) => void progress.push(done),
  });
  return { ...checked, progress };
}

/** A file of some records, with blocks of its index changed by a publisher who means harm. */
async function fileWith(
  records: readonly ArticleRecord[],
  change: (block: Block) => Block | Promise<Block> = (block) => block,
): Promise<Uint8Array<ArrayBuffer>> {
  let bytes = new Uint8Array();
  const writer = new DataSetFileWriter({
    write(more) {
      bytes = joined([bytes, more]);
    },
  });
  const directory = dataSetOf(RECORDS);
  for (const one of records) await writer.addRecord(one);
  await writer.endSource(directory);
  const builder = new SegmentBuilder(directory);
  for await (const block of scanSource(
    async (start, end) => bytes.slice(start, end),
    writer.sourceEnd,
    16,
  ))
    builder.add(block);
  for await (const block of builder.finish(async () => undefined))
    await writer.addBlock(await change(block));
  await writer.close();
  return bytes;
}

test("a file as it is published is fit, and its blocks of records are known by their places", async () => {
  const { bytes } = await dataSetFileOf(RECORDS);
  const { blocks, records, progress } = await check(bytes);
  expect(records).toBe(2);
  expect(blocks).toHaveLength(1);
  const [length = 0] = blocks;
  expect(progress).toEqual([16 + length]);
  const known = new CheckedBlocks({ blocks });
  expect(known.has({ start: 16, length })).toBe(true);
  expect(known.has({ start: 20, length: length - 4 })).toBe(false);
  expect(known.has({ start: 16, length: length - 1 })).toBe(false);
});

test("a file is fit whose records name related articles, also the same ones", async () => {
  const related = [record("https://quay.example/1"), record("https://quay.example/2")];
  const { bytes } = await dataSetFileOf([
    record("https://harbour.example/1", { related }),
    record("https://harbour.example/2", { related }),
  ]);
  expect((await check(bytes)).records).toBe(2);
});

describe("a file is unfit whose", () => {
  test("record has no title", async () => {
    const bytes = await fileWith([record("https://harbour.example/1", { title: "" })]);
    await expect(check(bytes)).rejects.toThrow(UnfitFileError);
  });

  test("record leads to a script", async () => {
    const bytes = await fileWith([
      { ...record("https://harbour.example/1"), webUrl: "javascript:alert(1)" },
    ]);
    await expect(check(bytes)).rejects.toThrow(UnfitFileError);
  });

  test.each<[string, object]>([
    ["leads to a script", { webUrl: "javascript:alert(1)" }],
    ["has no title", { title: "" }],
    ["has no outlet", { provider: { name: "", domain: "" } }],
  ])("record names a related article that %s", async (_, fields) => {
    const related = [
      record("https://quay.example/1"),
      { ...record("https://quay.example/2"), ...fields },
    ];
    const bytes = await fileWith([record("https://harbour.example/1", { related })]);
    await expect(check(bytes)).rejects.toThrow("not a record");
  });

  test("latest articles lead to a script", async () => {
    const bytes = await fileWith(RECORDS, async (block) =>
      block.name !== "latest/0"
        ? block
        : {
            name: block.name,
            bytes: sealBytes(
              await deflateJson([
                [
                  "harbour.example",
                  [
                    {
                      title: "Crane",
                      excerpt: "",
                      url: "javascript:alert(1)",
                      published: null,
                      type: "article",
                      outlet: { name: "Harbour", domain: "harbour.example" },
                      quality: null,
                      image: null,
                    },
                  ],
                ],
              ]),
            ),
          },
    );
    await expect(check(bytes)).rejects.toThrow(UnfitFileError);
  });

  test.each([["<all_urls>"], ["*://*/*"], ["*://*.com/*"], ["file:///*"], ["*://a b.example/*"]])(
    "match patterns include %s",
    async (pattern) => {
      const bytes = await fileWith(RECORDS, (block) =>
        block.name === "patterns" ? { ...block, bytes: encodeBlock([pattern]) } : block,
      );
      await expect(check(bytes)).rejects.toThrow(UnfitFileError);
    },
  );

  test("blocks decompress to a thousand times their bytes", async () => {
    const bomb = sealBytes(await deflate(new Uint8Array(70_000_000)));
    expect(bomb.length).toBeLessThan(100_000);
    const bytes = await fileWith(RECORDS, (block) =>
      block.name === "latest/0" ? { ...block, bytes: bomb } : block,
    );
    await expect(check(bytes)).rejects.toThrow("block latest/0 is damaged");
  });

  test("blocks are too large to be read at once", async () => {
    const bytes = await fileWith(RECORDS, (block) =>
      block.name === "urls/0" ? { ...block, bytes: new Uint8Array(16_000_001) } : block,
    );
    await expect(check(bytes)).rejects.toThrow("a block is too large");
  });

  test.each([
    ...["outlets", "meta", "patterns", "urls/", "domains/", "latest/"],
    ...[
      "story-meta",
      "common-keys",
      "trigrams",
      "times",
      "terms/",
      "texts/",
      "stories/",
      "members/",
    ],
  ])("block %s is missing or damaged", async (name) => {
    const told = record("https://quay.example/same", { title: RECORDS[0]?.title ?? "" });
    const { bytes } = await dataSetFileOf([...RECORDS, told]);
    await expect(check(await withoutBlock(bytes, name))).rejects.toThrow(UnfitFileError);
    await expect(check(await withDamagedBlock(bytes, name))).rejects.toThrow(UnfitFileError);
  });

  test.each([
    ["in another block", { start: 20 }],
    ["after the last record", { index: 2 }],
    ["after the last related article", { related: 0 }],
  ])("addresses lead to a place %s", async (_, change) => {
    const bytes = await fileWith(RECORDS, (block) => {
      if (!block.name.startsWith("urls/")) return block;
      const places = placesInUrlBucket(block.name, block.bytes);
      const moved = places.map((place) => ({ ...place, ...change }));
      const entries = moved.map(
        (place, i) => [i, { own: null, namedBy: [place], namedByCount: 1 }] as const,
      );
      return { ...block, bytes: encodeUrlBucket(entries) };
    });
    await expect(check(bytes)).rejects.toThrow("leads to no record");
  });

  test.each([
    ["one record names", 1, 4097],
    ["the records of a block name", 9, 4000],
  ])("%s an article more often than a file may", async (_, records, references) => {
    const { bytes } = await dataSetFileOf(RECORDS);
    const { related: _none, ...own } = record("https://harbour.example/bomb");
    const line = JSON.stringify({ ...own, related: Array(references).fill(0) });
    const block = await encodeSourceBlock({
      records: Array(records).fill(line),
      related: [JSON.stringify(own)],
      referredTo: [],
    });
    await expect(check(await withSource(bytes, block))).rejects.toThrow("not a record");
  });

  test("records are not as they were written", async () => {
    const { bytes } = await dataSetFileOf(RECORDS);
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    await expect(check(bytes)).rejects.toThrow(new UnfitFileError("a block of records is damaged"));
  });
});

test("other work may run within a block of many records", async () => {
  const records = Array.from({ length: 65 }, (_, i) => record(`https://harbour.example/${i}`));
  const { progress } = await check((await dataSetFileOf(records)).bytes);
  expect(progress).toHaveLength(2);
});

test("a check that is stopped on the way says nothing of the file", async () => {
  const records = Array.from({ length: 65 }, (_, i) => record(`https://harbour.example/${i}`));
  const { file } = await openInMemory((await dataSetFileOf(records)).bytes);
  const stop = new AbortController();
  let calls = 0;
  const onProgress = () => {
    calls++;
    stop.abort();
  };
  await expect(checkFile(file, { signal: stop.signal, onProgress })).rejects.toThrow("aborted");
  expect(calls).toBe(1);
});

test("a check that is stopped says nothing of the file", async () => {
  const { bytes } = await dataSetFileOf(RECORDS);
  await expect(check(bytes, AbortSignal.abort())).rejects.toThrow("aborted");
});
