import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parquetFile } from "../../fixtures/parquet/parquet-file.ts";
import { PublishRun } from "../../fixtures/publish-run.ts";
import { record } from "../../fixtures/records.ts";

let run: PublishRun;
let set: string;

beforeEach(async () => {
  run = new PublishRun();
  await run.run("key", run.key);
  set = run.inputFolder("set", { "good.jsonl": JSON.stringify(record("https://a.example/1")) });
});
afterEach(() => run.dispose());

const LINES = Array.from({ length: 500 }, (_, i) =>
  JSON.stringify(record(`https://b.example/${i}`, { title: `Story ${Math.sin(i)}` })),
).join("\n");
const GZIP = gzipSync(LINES);
const PARQUET = readFileSync(parquetFile("snappy"));

describe.each([
  ["all", []],
  ["an update", ["--update"]],
])("publishing %s", (_, options) => {
  test.each([
    ["cut.parquet", PARQUET.subarray(0, 1000), "it is cut off"],
    ["empty.parquet", PARQUET.subarray(0, 0), "the file is empty"],
    ["cut.jsonl.gz", GZIP.subarray(0, GZIP.length / 2), "the file is cut off"],
    ["broken.jsonl.gz", Buffer.concat([GZIP.subarray(0, 900), GZIP]), "damaged gzip data"],
    ["cut.json", Buffer.from(`[${LINES.replaceAll("\n", ",").slice(0, 900)}`), "expected"],
    ["odd.csv", Buffer.from("Was,Wo\nA,https://b.example/1\n"), "say which columns hold"],
  ])("names %s and changes nothing", async (name, bytes, message) => {
    await run.run("publish", set, ...run.options());
    const files = run.files();
    writeFileSync(join(set, name), bytes);
    const { status, text } = await run.run("publish", set, ...run.options(...options));
    expect(status).toBe(1);
    expect(text).toContain(`${join(set, name)}`);
    expect(text).toContain(message);
    expect(text).toContain("Nothing is published");
    expect((await run.manifest()).version).toBe(1);
    expect(run.files()).toEqual(files);
  });
});

test("a share with damaged input leaves no part to be joined", async () => {
  writeFileSync(join(set, "cut.parquet"), PARQUET.subarray(0, 1000));
  expect((await run.run("publish", set, ...run.options("--only", "1/1"))).status).toBe(1);
  const { text } = await run.run("publish-manifest", run.out, "--key", run.key);
  expect(text).toContain("There is nothing to publish");
});

test("what could be read is published when it is forced", async () => {
  writeFileSync(join(set, "cut.jsonl.gz"), GZIP.subarray(0, GZIP.length - 4));
  const { status, text } = await run.run("publish", set, ...run.options("--force"));
  expect(status).toBe(0);
  expect(text).toContain(join(set, "cut.jsonl.gz"));
  expect((await run.manifest()).files).toMatchObject([{ records: 500 }]);
});

test("single bad records are counted and left out", async () => {
  const lines = [LINES, "{", JSON.stringify({ title: "No address" }), "[]"];
  writeFileSync(join(set, "more.jsonl"), lines.join("\n"));
  writeFileSync(join(set, "bad.md"), "---\ntitle: [\n---\n");
  const { status, text } = await run.run("publish", set, ...run.options());
  expect(status).toBe(0);
  expect(text).toContain("articles: 501, 4 rejected\n");
});

test("a column of --map that no file has is counted, and prevents nothing", async () => {
  const { status, text } = await run.run("publish", set, ...run.options("--map", "excerpt=teaser"));
  expect(status).toBe(0);
  expect(text).toContain("articles: 1, 1 rejected\n");
});
