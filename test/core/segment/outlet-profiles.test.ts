import { describe, expect, test } from "vitest";
import { SegmentBuilder } from "../../../core/segment/build-segment.ts";
import { EntryTable } from "../../../core/segment/entry-table.ts";
import { dataSetOf, record } from "../../fixtures/records.ts";
import { decodeSegment, openBlocks } from "../../fixtures/segments.ts";
import { packed } from "../../fixtures/source-stores.ts";

const b = (fields: { quality: number }) => record("https://b.example/1", fields);

describe("an outlet's profile", () => {
  test("counts each article once, by its own record rather than by what others say", async () => {
    const { outlets, meta } = await decodeSegment([
      record("https://a.example/1", { related: [b({ quality: 10 })] }),
      b({ quality: 90 }),
      record("https://c.example/1", { related: [b({ quality: 20 })] }),
    ]);
    expect(meta.articles).toBe(3);
    expect(outlets.get("b.example")).toMatchObject({
      articles: 1,
      rated: 1,
      quality: { median: 90 },
    });
  });

  test("covers all hosts of a site, under its most frequent name", async () => {
    const named = (host: string, name: string) =>
      record(`https://${host}/${name}`, { provider: { name, domain: host } });
    const { outlets } = await decodeSegment([
      named("www.a.co.uk", "A Sport"),
      named("news.a.co.uk", "A"),
      named("a.co.uk", "A"),
    ]);
    expect(outlets.get("a.co.uk")).toMatchObject({ site: "a.co.uk", name: "A", articles: 3 });
  });

  test("has the ten latest articles, undated ones last, and distinguishes unrated from 0", async () => {
    const dated = Array.from({ length: 10 }, (_, i) =>
      record(`https://a.example/${i}`, {
        title: `Day ${i}`,
        publishedDateTime: `2022-04-1${i}T00:00:00Z`,
      }),
    );
    const { outlets, latest } = await decodeSegment([
      record("https://a.example/undated", { quality: 0 }),
      ...dated,
    ]);
    expect((await latest("a.example")).map(({ title }) => title)).toEqual(
      [9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map((day) => `Day ${day}`),
    );
    expect(outlets.get("a.example")).toMatchObject({
      articles: 11,
      rated: 1,
      quality: { min: 0, max: 0 },
    });
  });

  test("goes without the latest articles that can no longer be read", async () => {
    const [first, second] = await packed([
      record("https://a.example/1", { title: "One", excerpt: "x".repeat(40_000) }),
      record("https://a.example/2", { title: "Two", excerpt: "x".repeat(40_000) }),
      record("https://a.example/3", { title: "Three" }),
    ]);
    const before = new SegmentBuilder(dataSetOf([record("https://a.example/1")]));
    for (const block of [first, second])
      if (block !== undefined) before.add({ ...block, length: block.bytes.length });
    // As after an interruption: records in memory have to be read again.
    const chunks = Array.from(before.entries.chunksFrom(0), ({ bytes }) => bytes);
    const entries = EntryTable.restore(chunks, before.entries.size) ?? undefined;
    const builder = new SegmentBuilder(dataSetOf([record("https://a.example/1")]), entries);
    const blocks = new Map<string, Uint8Array<ArrayBuffer>>();
    const damaged = new Uint8Array(9);
    const read = async (name: string) => (name.startsWith("docs/0+") ? damaged : second?.bytes);
    for await (const { name, bytes } of builder.finish(read)) blocks.set(name, bytes);
    const { segment } = await openBlocks(blocks);
    const profile = await segment.outlet("a.example");
    expect(profile?.articles).toBe(2);
    expect(profile && (await segment.latest(profile)).map(({ title }) => title)).toEqual(["Two"]);
  });
});
