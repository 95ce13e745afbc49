import { beforeAll, describe, expect, test } from "vitest";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import { HOUR } from "../../../core/durations.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { dataSetOf, record, seedRecord } from "../../fixtures/records.ts";
import { type Blocks, blocksOf, openBlocks } from "../../fixtures/segments.ts";

const seed = seedRecord();
const SEED_PAGES = [seed, ...(seed.related ?? [])].map(({ webUrl = "" }) => webUrl);

/** 2,000 articles of 200 outlets, every one naming its neighbours. */
const MANY: readonly ArticleRecord[] = Array.from({ length: 2000 }, (_, i) =>
  record(`https://outlet${i % 200}.example/story/${i}`, {
    publishedDateTime: new Date(Date.UTC(2022, 0, 1) + i * HOUR).toISOString(),
    quality: i % 100,
    related: [1, 2, 3].map((step) => {
      const other = (i + step * 7) % 2000;
      return record(`https://outlet${other % 200}.example/story/${other}`);
    }),
  }),
);

let small: Blocks;
let large: Blocks;
beforeAll(async () => {
  small = await blocksOf(dataSetOf([seed]));
  large = await blocksOf(dataSetOf([...MANY, seed]));
});

async function kindsRead(blocks: Blocks, address: string) {
  const { segment, reads } = await openBlocks(blocks);
  const coverage = await findCoverage([segment], address, []);
  return { kind: coverage.kind, read: reads.map((name) => name.replace(/\/.*/, "")) };
}

describe("a look-up reads few blocks", () => {
  test.each(SEED_PAGES)("four for %s", async (address) => {
    expect(await kindsRead(small, address)).toEqual({
      kind: "article",
      read: ["meta", "domains", "urls", "docs"],
    });
  });

  test("one for each address that a page claims, however often and in whatever form", async () => {
    const { segment, reads } = await openBlocks(small);
    await findCoverage([segment], "https://futurism.com/other", [
      { source: "og:url", url: "https://futurism.com/other" },
      { source: "og:url", url: "https://www.futurism.com/other/amp" },
      { source: "json-ld", url: "https://futurism.com/third" },
    ]);
    const [meta, domains, own, claimed, latest, ...more] = reads;
    expect([meta, domains, own, claimed]).toEqual(["meta", "domains/0", "urls/0", "urls/0"]);
    // What the outlet has lately.
    expect(latest).toBe("latest/0");
    expect(more).toEqual([]);
  });

  test("four for another page of a known outlet", async () => {
    expect(await kindsRead(small, "https://futurism.com/other")).toEqual({
      kind: "outlet",
      read: ["meta", "domains", "urls", "latest"],
    });
  });

  test("only meta for an address that is no web page", async () => {
    expect(await kindsRead(small, "about:blank")).toEqual({ kind: "none", read: ["meta"] });
  });
});

describe("a look-up reads no more blocks beside 2,000 other articles", () => {
  test("though there are many more blocks", () => {
    expect(small.size).toBe(6);
    expect(large.size).toBeGreaterThan(60);
  });

  test.each([
    ...SEED_PAGES,
    "https://futurism.com/other",
    "https://unknown.example/",
    "https://a.b.c.unknown.example/x",
  ])("%s", async (address) => {
    expect(await kindsRead(large, address)).toEqual(await kindsRead(small, address));
  });

  test("each block is small", () => {
    const sizes = [...large].map(([, bytes]) => bytes.length);
    expect(Math.max(...sizes)).toBeLessThan(150_000);
  });
});

test("at worst: four blocks for the outlet, five addresses, a record and four that name it", async () => {
  const url = (n: number) => `https://sub.a.b.c.example/${n}`;
  const page = record(url(5), { excerpt: "x".repeat(4000) });
  // Records that name the page, each so large that it fills a block of its own.
  const naming = [1, 2, 3, 4, 5, 6].map((n) =>
    record(`https://naming${n}.example/`, {
      related: [
        page,
        ...Array.from({ length: 9 }, (_, i) =>
          record(`https://filler.example/${n}/${i}`, { excerpt: "x".repeat(4000) }),
        ),
      ],
    }),
  );
  const { segment, reads } = await openBlocks(await blocksOf(dataSetOf([...naming, page])));
  const coverage = await findCoverage(
    [segment],
    url(1),
    ([2, 3, 4, 5] as const).map((n) => ({ source: "canonical", url: url(n) })),
  );
  expect(coverage).toMatchObject({ kind: "article", page: { url: url(5) }, omitted: 2 });
  expect(reads.filter((name) => name.startsWith("docs/")).length).toBe(5);
  expect(reads.filter((name) => name.startsWith("urls/")).length).toBe(5);
  expect(reads.filter((name) => name.startsWith("domains/")).length).toBe(4);
  expect(reads.length).toBe(15);
});
