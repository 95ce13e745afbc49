import { describe, expect, test } from "vitest";
import { BRIDGE, FERRY, ferry, shown } from "../invented-articles.ts";
import { readOne } from "../reading.ts";

describe("tables", () => {
  test("lines above the header are left out and named", async () => {
    const { articles, problems } = await shown(
      `Coverage report,,\n,,\nTitle,URL,Outlet\nFerry returns,${FERRY},The Paper\n`,
    );
    expect(articles).toEqual([ferry("The Paper", undefined)]);
    expect(problems).toEqual([
      'x:1: dropped: expected the names of columns in the first row, found "Coverage report"',
    ]);
  });

  test("a row with more cells than columns is read, and what is left over is named", async () => {
    const { articles, problems } = await shown(
      `title,url,outlet\nFerry returns,${FERRY},The Paper, of the harbour\nFerry returns,${FERRY},The Paper,,\n`,
    );
    expect(articles.length).toBe(2);
    expect(problems).toEqual(['x:2: dropped: expected at most 3 cells, found "of the harbour"']);
  });

  test("words that are names of columns are no header where no address follows", async () => {
    const { problems } = await shown("Some text.\n\ntitle, url, and so on\nmore words, and more\n");
    expect(problems[0]).toMatch(/^x: rejected: format not recognised/);
  });

  describe("without a row of column names", () => {
    const table = `N1\tcity\tFerry returns to the harbour\t${FERRY}\nN2\tcity\tBridge closes\t${BRIDGE}\n`;

    test("are asked about, with a guess; their first row is no header", async () => {
      const { columns } = await readOne("x", table);
      expect(columns).toMatchObject([
        { header: ["", "", "", ""], guess: { title: 2, url: 3 }, missing: ["title", "url"] },
      ]);
      expect(columns[0]?.sample.length).toBe(2);
    });

    test("are read by place, and columns that are not used are named by place", async () => {
      const columns = { title: "column 3", url: "column 4" };
      const { records, articles, unused } = await readOne("x", table, { columns });
      expect(records.map(({ title }) => title)).toEqual([
        "Ferry returns to the harbour",
        "Bridge closes",
      ]);
      expect(articles.map(({ line }) => line)).toEqual([1, 2]);
      expect(unused).toEqual(["column 1", "column 2"]);
    });
  });
});
