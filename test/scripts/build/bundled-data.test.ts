import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { describeProblem } from "../../../core/record/problem.ts";
import { readBundledData } from "../../../scripts/build/bundled-data.ts";

const MANIFEST = {
  id: "made-up",
  name: "Made up",
  description: "",
  licence: "none needed",
  source: "",
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bundled-data-"));
  await mkdir(join(folder, "articles"));
  await writeFile(join(folder, "manifest.json"), JSON.stringify(MANIFEST));
});

afterEach(() => rm(folder, { recursive: true }));

function write(name: string, ...fields: string[]): Promise<void> {
  const text = ["---", ...fields, "---", ""].join("\n");
  return writeFile(join(folder, "articles", name), text);
}

/** The fields of a good record. */
function good(url: string): string[] {
  const domain = new URL(url).hostname.replace(/^www\./, "");
  return [
    `title: Story at ${domain}`,
    `webUrl: ${url}`,
    "type: article",
    "provider:",
    "  name: An outlet",
    `  domain: ${domain}`,
  ];
}

const read = () => readBundledData(pathToFileURL(`${folder}/`));

describe("a folder of records", () => {
  test("becomes a data set under its manifest", async () => {
    await write("one.md", ...good("https://www.a.example/1"));
    const { manifest, records, problems } = await read();
    expect(manifest).toEqual(MANIFEST);
    expect(records.map(({ title }) => title)).toEqual(["Story at a.example"]);
    expect(problems).toEqual([]);
  });

  test("takes in a file that is added to it, in the order of names", async () => {
    await write("2.md", ...good("https://b.example/1"));
    const before = await read();
    await write("1.md", ...good("https://a.example/1"));
    const after = await read();
    expect(before.records.map(({ title }) => title)).toEqual(["Story at b.example"]);
    expect(after.records.map(({ title }) => title)).toEqual([
      "Story at a.example",
      "Story at b.example",
    ]);
  });

  test("skips files that are not records", async () => {
    await writeFile(join(folder, "articles", "notes.txt"), "not a record");
    expect((await read()).records).toEqual([]);
  });

  test("accepts repairs of text, and reports them", async () => {
    await write("one.md", ...good("https://a.example/1"), 'excerpt: "BUCHA, Ukraineâ€”Searching"');
    const { records, problems } = await read();
    expect(records[0]?.excerpt).toBe("BUCHA, Ukraine—Searching");
    expect(problems).toMatchObject([{ severity: "repaired", field: "excerpt" }]);
  });
});

describe("a bad record fails the build", () => {
  test("with file, line, field and what was expected", async () => {
    await write("one.md", ...good("https://a.example/1"), "quality: very good");
    await expect(read()).rejects.toThrow(
      'Bundled data is not usable:\ndata/articles/one.md:8: quality: dropped: expected a number, found "very good"',
    );
  });

  test("with every problem of every file", async () => {
    await write(
      "1.md",
      ...good("https://a.example/1"),
      "quality: high",
      "publishedDateTime: today",
    );
    await write("2.md", "title: No address");
    const message = await read().then(
      () => "no error",
      (error: Error) => error.message,
    );
    const places = message.split("\n").map((line) => /^[^ ]+ [^ ]+/.exec(line)?.[0]);
    expect(places.sort()).toEqual([
      "Bundled data",
      "data/articles/1.md:8: quality:",
      "data/articles/1.md:9: publishedDateTime:",
      "data/articles/2.md:2: webUrl:",
    ]);
  });

  test("also when only one of its fields is unusable", async () => {
    await write("one.md", ...good("https://a.example/1"), "images: none");
    await expect(read()).rejects.toThrow("one.md:8: images: dropped: expected a list");
  });

  test("also among good ones", async () => {
    await write("1.md", ...good("https://a.example/1"));
    await writeFile(join(folder, "articles", "2.md"), "no front matter");
    await expect(read()).rejects.toThrow(/2\.md:1/);
  });
});

describe("a manifest fails the build", () => {
  test.each([
    ["without a name", { ...MANIFEST, name: "" }],
    ["with an id that is no id", { ...MANIFEST, id: "Made Up" }],
    ["without a licence", { ...MANIFEST, licence: undefined }],
  ])("%s", async (_, manifest) => {
    await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
    await expect(read()).rejects.toThrow();
  });
});

describe("what ships", () => {
  test("has each article once: a second record is left out, with a warning that names both files", async () => {
    await write("1.md", ...good("https://www.a.example/1"));
    await write("2.md", ...good("https://a.example/1/?utm_source=x"));
    const { records, problems } = await read();
    expect(records.map(({ webUrl }) => webUrl)).toEqual(["https://www.a.example/1"]);
    expect(problems.map(describeProblem)).toEqual([
      "data/articles/2.md: webUrl: rejected: left out: data/articles/1.md is of the same page, and the first counts",
    ]);
  });

  test("is UTF-8", async () => {
    const text = Buffer.from(["---", ...good("https://a.example/1"), "---", ""].join("\n"));
    await writeFile(join(folder, "articles", "1.md"), Buffer.concat([text, Buffer.from([0xe9])]));
    await expect(read()).rejects.toThrow("data/articles/1.md: rejected: expected text in UTF-8");
  });
});
