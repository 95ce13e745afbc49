import { expect, test } from "vitest";
import { type BenchmarkPart, updatedPage } from "../../scripts/bench/benchmarks-page.ts";

const part = (name: string, figure: number, missed: string[] = []): BenchmarkPart => ({
  name,
  what: "how fast",
  result: { rows: [{ figure, unit: null }], notes: ["Of one run."], missed },
  measured: "on a Monday (two cores)",
});

test("a part has its table, its notes and the missed targets", () => {
  const page = updatedPage("", [part("size", 7, ["7 is more than 5"])], ["size"]);
  expect(page.split(/(?=^## )/m)[1]).toBe(`## size: how fast

Measured on a Monday (two cores).

| figure | unit |
| --- | --- |
| 7 |  |

\`\`\`
Of one run.
\`\`\`

Targets missed:

- 7 is more than 5
`);
});

test("a part measured again replaces its old text, the others stay", () => {
  const order = ["size", "scale", "urls"];
  const before = updatedPage("", [part("urls", 1), part("size", 2)], order);
  const after = updatedPage(before, [part("scale", 3), part("size", 4)], order);
  expect(after).toBe(updatedPage("", [part("size", 4), part("scale", 3), part("urls", 1)], order));
  expect(after.match(/^\| \d.*/gm)).toEqual(["| 4 |  |", "| 3 |  |", "| 1 |  |"]);
});
