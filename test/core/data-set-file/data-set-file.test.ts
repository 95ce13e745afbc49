import { beforeAll, describe, expect, test } from "vitest";
import { DataSetFileWriter } from "../../../core/data-set-file/data-set-file-writer.ts";
import type { DataSetFileFacts } from "../../../core/data-set-file/write-data-set-file.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { readableRecords } from "../../../core/segment/scan-source.ts";
import { SegmentReader } from "../../../core/segment/segment-reader.ts";
import { StoryIndexReader } from "../../../core/story-index/story-index-reader.ts";
import { dataSetFileOf, openInMemory } from "../../fixtures/data-set-files.ts";
import { dataSetOf, MANIFEST, record, seedRecord } from "../../fixtures/records.ts";
import { blocksOf } from "../../fixtures/segments.ts";

const FUTURISM = "https://futurism.com/ukraine-facial-recognition-russian-photos";

const RECORDS: readonly ArticleRecord[] = [
  seedRecord(),
  ...Array.from({ length: 40 }, (_, i) =>
    record(`https://www.a${i % 9}.example/${i}`, { title: `Article ${i} of the bridge` }),
  ),
];

let bytes: Uint8Array<ArrayBuffer>;
let facts: DataSetFileFacts;
beforeAll(async () => {
  ({ bytes, facts } = await dataSetFileOf([...RECORDS, seedRecord()]));
});

describe("a data set file", () => {
  test("begins with SSDATA and the version of its layout, and ends with SSDATA", () => {
    const text = (from: number) => String.fromCharCode(...bytes.slice(from, from + 8));
    expect(text(0)).toBe("SSDATA\r\n");
    expect([...bytes.slice(8, 16)]).toEqual([0, 0, 0, 1, 0, 0, 0, 0]);
    expect(text(bytes.length - 8)).toBe("SSDATA\r\n");
  });

  test("of the same records is the same, byte for byte", async () => {
    expect((await dataSetFileOf([...RECORDS, seedRecord()])).bytes).toEqual(bytes);
  });

  test("says what it holds; of two records of one page the first counts", () => {
    expect(facts).toMatchObject({
      info: { ...MANIFEST, records: 41 },
      articles: 44,
      outlets: 13,
      duplicates: 1,
      bytes: bytes.length,
    });
  });

  test("gives the records back as they were", async () => {
    const { file } = await openInMemory(bytes);
    const found: ArticleRecord[] = [];
    for await (const block of file.scan())
      found.push(...readableRecords(block).map(([, each]) => each));
    expect(found).toEqual(RECORDS);
  });

  test("is opened with three reads", async () => {
    const { ranges } = await openInMemory(bytes);
    expect(ranges.length).toBe(3);
    expect(ranges.slice(0, 2)).toEqual([
      [0, 16],
      [bytes.length - 24, bytes.length],
    ]);
  });

  test("answers look-ups by address, by outlet and by text", async () => {
    const { file } = await openInMemory(bytes);
    expect([file.hasSegment, file.hasStories]).toEqual([true, true]);
    const stories = new StoryIndexReader("made-up", (names) => file.readAll(names));
    const segment = await SegmentReader.open((name) => file.read(name), undefined, stories);
    const key = "futurism.com/ukraine-facial-recognition-russian-photos";
    const article = (await segment.article(key)) ?? (await segment.article(FUTURISM));
    expect(article?.own?.related.length).toBe(3);
    expect(await segment.outlet("www.a3.example")).toMatchObject({ site: "a3.example" });
    expect(segment.meta).toMatchObject({ articles: 44 });
    expect((await file.outlets()).patterns).toEqual(facts.patterns);
  });

  test("has the same index as a segment that is built in memory", async () => {
    const { file } = await openInMemory(bytes);
    const built = await blocksOf(dataSetOf(RECORDS));
    const names = [...built.keys()].filter((name) => !/^(?:docs\/|urls\/|meta)/.test(name));
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) expect(await file.read(name as "patterns")).toEqual(built.get(name));
  });

  test("has no block that was not written", async () => {
    const { file } = await openInMemory(bytes);
    expect(await file.read("urls/9999")).toBeUndefined();
    expect(await file.read("postings/5/5")).toBeUndefined();
    expect(await file.read("docs/0+16")).toBeUndefined();
  });

  test("reads blocks that lie side by side at once, in the order of their names", async () => {
    const { file, ranges } = await openInMemory(bytes);
    const one = await Promise.all([file.read("patterns"), file.read("meta")]);
    ranges.length = 0;
    const all = await file.readAll(["meta", "urls/9999", "patterns"]);
    expect(all).toEqual([one[1], undefined, one[0]]);
    expect(ranges.length).toBe(1);
  });
});

test("a file without indexes is complete too", async () => {
  const parts: number[] = [];
  const writer = new DataSetFileWriter({ write: (more) => void parts.push(...more) });
  await writer.addRecord(seedRecord());
  await writer.endSource(dataSetOf([seedRecord()]));
  await writer.close();
  const { file } = await openInMemory(Uint8Array.from(parts));
  expect([file.hasSegment, file.hasStories]).toEqual([false, false]);
  expect((await file.outlets()).outlets.length).toBe(4);
});
