import { describe, expect, test } from "vitest";
import { sampleOf } from "../../../sample.ts";
import { readOne } from "../reading.ts";

const rows = (...lines: string[]) => `${lines.join("\n")}\n`;

describe("CSV", () => {
  test("quotes hold delimiters, line ends and doubled quotes", async () => {
    const { records, problems } = await readOne(
      "x",
      'title,url,excerpt\r\n"A, ""B""",https://a.example/1,"C"\r\n6" of snow,https://a.example/2,D\r\n',
    );
    expect(problems).toEqual([]);
    expect(records.map(({ title, excerpt }) => [title, excerpt])).toEqual([
      ['A, "B"', "C"],
      ['6" of snow', "D"],
    ]);
  });

  test("only the row whose quotes do not match is rejected", async () => {
    const { records, problems } = await readOne(
      "x",
      rows(
        "title,url",
        "A,https://a.example/1",
        '"B" no,https://a.example/2',
        "C,https://a.example/3",
        '"D,https://a.example/4',
        "E,https://a.example/5",
      ),
    );
    expect(records.map(({ title }) => title)).toEqual(["A", "C", "E"]);
    expect(problems).toEqual([
      "x:3: rejected: expected quotes that fit, in a row of at most 1048576 characters",
      "x:5: rejected: expected quotes that fit, in a row of at most 1048576 characters",
    ]);
  });

  test("thousands of stray quotes reject their rows only", async () => {
    const { rejected } = await readOne(
      "x",
      `title,url\nA,https://a.example/1\n${'a","x\n'.repeat(sampleOf(50_000, 300_000))}`,
    );
    expect(rejected).toBeGreaterThan(1000);
  });

  test("an endless line is rejected, and what follows is read", async () => {
    const { records, problems } = await readOne(
      "x",
      rows("title,url", `${"x".repeat(3_000_000)},https://a.example/1`, "B,https://a.example/2"),
    );
    expect(records.map(({ title }) => title)).toEqual(["B"]);
    expect(problems).toEqual([
      "x:2: rejected: expected quotes that fit, in a row of at most 1048576 characters",
    ]);
  });
});
