import { describe, expect, test } from "vitest";
import { detectTable } from "../../../../core/import/tables/detect-table.ts";

const table = (...lines: string[]) => detectTable(`${lines.join("\n")}\n`, true);

describe("a table is detected", () => {
  test.each([
    [",", "title,url"],
    [";", "title;url"],
    ["|", "title|url"],
    ["\t", "title\turl"],
  ])("by the names in its header, with cells separated by %j", (delimiter, header) => {
    expect(table(header)).toEqual({ delimiter, rowsBefore: 0, hasHeader: true });
  });

  test("with the delimiter that the header has most of", () => {
    expect(table("title;url;tags,all", "A;https://a.example/1;x")?.delimiter).toBe(";");
    expect(table("title,url,tags|all|more|than|these")?.delimiter).toBe(",");
  });

  test("with a tab, whatever else the line has", () => {
    expect(table("title\turl\ta,b,c,d,e")?.delimiter).toBe("\t");
  });

  test("by rows with as many cells each", () => {
    expect(table("a,b", "c,d")).toEqual({ delimiter: ",", rowsBefore: 0, hasHeader: true });
    expect(table("a,b", "c,d", "e")).toBeNull();
    expect(table("a,b")).toBeNull();
    expect(table("a", "b")).toBeNull();
  });

  test("by one known name of two, though its rows differ", () => {
    expect(table("title,x", "a,b,c")).toEqual({ delimiter: ",", rowsBefore: 0, hasHeader: true });
  });

  test("not by bars between words, as in Markdown", () => {
    expect(table("a|b", "c|d")).toBeNull();
    expect(table("title|b", "c|d")?.delimiter).toBe("|");
  });

  test.each(["", "\ntitle,url", "title\u0000,url", "title\u001b,url", "title\ufffd,url"])(
    "not in %j",
    (text) => {
      expect(detectTable(text, true)).toBeNull();
    },
  );
});

describe("a header may be missing", () => {
  test.each([
    ["an address", "A,https://a.example/1"],
    ["a number", "A,7"],
    ["a date", "A, 2024-03-10 12:00 "],
    ["a negative number", "A,-1.5"],
    ["a long text", `A,${"x".repeat(101)}`],
  ])("where the first row has %s", (_, row) => {
    expect(table(row, row)).toEqual({ delimiter: ",", rowsBefore: 0, hasHeader: false });
  });

  test.each([
    ["a number within a name", "A,column 7"],
    ["a number before a name", "A,7th"],
    ["100 characters", `A,${"x".repeat(100)}`],
  ])("but not where it has %s", (_, row) => {
    expect(table(row, row)?.hasHeader).toBe(true);
  });
});

describe("rows before the header", () => {
  test("may be the heading of a report", () => {
    expect(table("Media report", "", "title,url", "A,https://a.example/1")).toEqual({
      delimiter: ",",
      rowsBefore: 1,
      hasHeader: true,
    });
    expect(table("Report, 2024", "title;url", "A;https://a.example/1")).toEqual({
      delimiter: ";",
      rowsBefore: 1,
      hasHeader: true,
    });
  });

  test("are none where the names are those of a row without addresses below it", () => {
    expect(table("x,y", "title,url", "A,B")).toEqual({
      delimiter: ",",
      rowsBefore: 0,
      hasHeader: true,
    });
  });

  test("are at most nine", () => {
    const underRows = (count: number) =>
      table(...Array(count).fill("Report"), "title,url", "A,https://a.example/1");
    expect(underRows(9)?.rowsBefore).toBe(9);
    expect(underRows(10)).toBeNull();
  });

  test.each([
    ["sep=;", ";"],
    ['"sep=,"', ","],
    ["SEP=|", "|"],
    ["sep=\t", "\t"],
  ])("may be Excel's line %j", (line, delimiter) => {
    const cells = (...row: string[]) => row.join(delimiter);
    expect(table(line, cells("title", "b"), cells("c", "d"))).toEqual({
      delimiter,
      rowsBefore: 1,
      hasHeader: true,
    });
  });

  test.each(["sep=.", "xsep=;", "sep=;x"])("are none with the line %s", (line) => {
    expect(table(line, "a;b", "c;d")?.rowsBefore ?? 0).toBe(0);
  });
});

describe("of the start of a file", () => {
  test("an incomplete last row does not count", () => {
    expect(detectTable("a,b\nc,d\ne", false)?.delimiter).toBe(",");
    expect(detectTable("a,b\nc,d\ne", true)).toBeNull();
    expect(detectTable("a,b\nc,d\ne\n", false)).toBeNull();
    expect(detectTable("a\tb\nc\td\ne", false)?.delimiter).toBe("\t");
  });

  test("twenty rows count", () => {
    const rows = (count: number) => detectTable(`${"a,b\n".repeat(count)}c\n`, true);
    expect(rows(19)).toBeNull();
    expect(rows(20)?.delimiter).toBe(",");
    expect(detectTable(`${"a\tb\n".repeat(20)}c\n`, true)?.delimiter).toBe("\t");
  });

  test("a row whose quotes do not match is one of one cell", () => {
    expect(table("a,b", '"c,d')).toBeNull();
  });
});
