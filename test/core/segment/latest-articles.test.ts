import { describe, expect, test } from "vitest";
import { SegmentBuilder } from "../../../core/segment/build-segment.ts";
import { LatestInMemory } from "../../../core/segment/latest-articles.ts";
import { dataSetOf, record } from "../../fixtures/records.ts";
import { blocksOf, scanBlocks } from "../../fixtures/segments.ts";

const article = (row: number) => record(`https://a.example/${row}`, { title: `Row ${row}` });

/** The rows of which the article is kept, after articles of these times were added. */
function keptRows(times: readonly (number | null)[], site = 0, latest = new LatestInMemory()) {
  for (const [row, published] of times.entries())
    latest.add(row, { site, published }, article(row));
  return times
    .keys()
    .filter((row) => latest.get(row) !== undefined)
    .toArray();
}

describe("while a data set is read, fourteen articles of an outlet are kept", () => {
  test("the latest ones, in whatever order they come", () => {
    const times = [5, 1, 9, 3, 12, 7, 2, 14, 8, 16, 4, 10, 6, 15, 11, 13];
    expect(keptRows(times).map((row) => times[row])).toEqual(
      times.filter((time) => time !== 1 && time !== 2),
    );
  });

  test("the first ones where all are of one time, or of none", () => {
    const first = Array.from({ length: 14 }, (_, row) => row);
    expect(keptRows(Array(16).fill(7))).toEqual(first);
    expect(keptRows(Array(16).fill(null))).toEqual(first);
  });

  test("those without a time last", () => {
    const times = [null, ...Array.from({ length: 14 }, () => -1)];
    expect(keptRows(times)).not.toContain(0);
    expect(keptRows(times)).toHaveLength(14);
  });

  test("of each outlet", () => {
    const latest = new LatestInMemory();
    for (let row = 0; row < 30; row++)
      latest.add(row, { site: row % 2, published: row }, article(row));
    expect(latest.get(1)).toBeUndefined();
    expect(latest.get(2)?.title).toBe("Row 2");
    expect(latest.get(29)?.title).toBe("Row 29");
  });

  test("without excerpt, picture and history", () => {
    const latest = new LatestInMemory();
    latest.add(
      0,
      { site: 0, published: 0 },
      record("https://a.example/1", {
        excerpt: "Short",
        images: [{ url: "https://a.example/a.png" }],
        history: [{ title: "Before", replacedDateTime: "2022-04-15T17:04:00Z" }],
      }),
    );
    expect(latest.get(0)).toMatchObject({ excerpt: "", image: null, history: [] });
  });
});

test("what was kept is not read again", async () => {
  const dataSet = dataSetOf([1, 2, 3].map(article));
  const blocks = await blocksOf(dataSet);
  const builder = new SegmentBuilder(dataSet);
  for await (const block of scanBlocks(blocks)) builder.add(block);
  const names: string[] = [];
  for await (const { name } of builder.finish(() => Promise.reject(new Error("read again"))))
    names.push(name);
  expect(names).toEqual(["urls/0", "domains/0", "latest/0", "patterns", "meta"]);
});
