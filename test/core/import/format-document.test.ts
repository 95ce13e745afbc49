import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { columnNames } from "../../../core/import/tables/column-names.ts";
import { TABLE_FIELDS } from "../../../core/import/tables/table-fields.ts";
import { file, readAll } from "./reading.ts";

const DOCUMENT = readFileSync(new URL("../../../docs/input-formats.md", import.meta.url), "utf8");

function example(language: string): string {
  return new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(DOCUMENT)?.[1] ?? "";
}

test("the examples of docs/input-formats.md are read without a problem", async () => {
  const { records, manifests, problems } = await readAll([
    file("set/manifest.json", example("json")),
    file("set/a.md", example("markdown")),
  ]);
  expect(problems).toEqual([]);
  expect(manifests.length).toBe(1);
  expect(records.map(({ title, related }) => [title, related?.length])).toEqual([
    ["The old bridge reopens after nine years", 1],
  ]);
});

test("docs/input-formats.md names every column name", () => {
  for (const name of TABLE_FIELDS.flatMap(columnNames)) expect(DOCUMENT, name).toContain(name);
});
