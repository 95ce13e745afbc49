import { spawnSync } from "node:child_process";
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { runDataset } from "../../scripts/dataset/run-dataset.ts";
import { markdown, story } from "../core/import/reading.ts";
import { parquetFile } from "../fixtures/parquet/parquet-file.ts";

const SCRIPT = fileURLToPath(new URL("../../scripts/dataset.ts", import.meta.url));
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "second-source-dataset-"));
  mkdirSync(join(folder, "set/articles"), { recursive: true });
  mkdirSync(join(folder, "set/node_modules"));
  writeFileSync(join(folder, "set/manifest.json"), '{"name": "Made up"}');
  writeFileSync(join(folder, "set/README.md"), "# Made up\n");
  writeFileSync(join(folder, "set/node_modules/a.json"), "{");
  writeFileSync(join(folder, "set/articles/1.md"), markdown(1));
  writeFileSync(
    join(folder, "set/articles/2.md"),
    markdown("2").replace("Story 2", "Story&nbsp;2"),
  );
  writeFileSync(join(folder, "set/articles/more.jsonl"), `${JSON.stringify(story(1))}\n`);
  writeFileSync(
    join(folder, "bad.csv"),
    `title,url\n${Array.from({ length: 300 }, (_, i) => `A ${i},nowhere\n`).join("")}`,
  );
  writeFileSync(join(folder, "odd.tsv"), "Was\tWo\nEine Geschichte\thttps://a.example/1\n");
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a command in the folder of this suite, in this process. */
async function run(...args: readonly string[]) {
  const before = process.cwd();
  const printed: string[] = [];
  const errors: string[] = [];
  const note = (lines: string[]) => (line: string) => void lines.push(...line.split("\n"));
  vi.spyOn(console, "log").mockImplementation(note(printed));
  vi.spyOn(console, "error").mockImplementation(note(errors));
  process.chdir(folder);
  try {
    return { status: await runDataset(args), lines: printed, stderr: errors.join("\n") };
  } finally {
    process.chdir(before);
    vi.restoreAllMocks();
  }
}

describe("check", () => {
  test("prints repairs, the content, and counts at the end", async () => {
    expect(await run("check", "set")).toEqual({
      status: 0,
      lines: [
        'set/articles/2.md:2: title: repaired: html-entity, white-space, found "Story&nbsp;2"',
        "data set: Made up",
        "outlets: 1",
        "published: no dates",
        "quality: not rated",
        "duplicates: 1",
        "files passed over: 1",
        "fields left out: 0",
        "2 articles, 1 repaired, 0 rejected",
      ],
      stderr: "",
    });
  });

  test("counts fields left out apart from repairs", async () => {
    const records = [story(1, { author: "A", heat: "hot" }), story(2, { quality: "7" })];
    writeFileSync(join(folder, "left-out.json"), JSON.stringify(records));
    expect((await run("check", "left-out.json", "--quiet")).lines.slice(-2)).toEqual([
      "fields left out: 2",
      "2 articles, 1 repaired, 0 rejected",
    ]);
  });

  test("shows 200 problems and has all in the report; rejected is exit code 1", async () => {
    const { status, lines } = await run("check", "bad.csv", "--report", "report.txt");
    expect(status).toBe(1);
    expect(lines[0]).toMatch(/^bad\.csv:2: webUrl: dropped: /);
    expect(lines[200]).toBe("… and 400 more in report.txt");
    expect(lines.at(-1)).toBe("0 articles, 0 repaired, 300 rejected");
    expect(readFileSync(join(folder, "report.txt"), "utf8").trimEnd().split("\n").length).toBe(600);
    expect((await run("check", "bad.csv")).lines[200]).toBe("… and 400 more, use --report FILE");
  });

  test("asks for columns it cannot tell, and takes them", async () => {
    const { status, lines } = await run("check", "odd.tsv");
    expect(status).toBe(1);
    expect(lines[0]).toBe(
      "odd.tsv: rejected: say which columns hold the title and the address: --map title=Was --map url=Wo; found Was, Wo",
    );
    expect(await run("check", "odd.tsv", "--map", "title=Was", "--map", "url=Wo")).toMatchObject({
      status: 0,
      lines: expect.arrayContaining(["1 articles, 0 repaired, 0 rejected"]),
    });
  });

  test("names the columns that are not used, and how to map a table without a header", async () => {
    writeFileSync(join(folder, "more.csv"), "title,url,author\nA,https://a.example/1,Jane\n");
    expect((await run("check", "more.csv", "--quiet")).lines.slice(-2)).toEqual([
      "not used: author",
      "1 articles, 0 repaired, 0 rejected",
    ]);
    writeFileSync(join(folder, "bare.tsv"), "7\tA story\thttps://a.example/1\n".repeat(2));
    expect((await run("check", "bare.tsv")).lines[0]).toBe(
      'bare.tsv: rejected: the table has no row of column names; say which columns hold the title and the address: --map "title=column 2" --map "url=column 3"; found 7, A story, https://a.example/1',
    );
    const mapped = ["--map", "title=column 2", "--map", "url=column 3"];
    expect((await run("check", "bare.tsv", ...mapped)).lines.slice(-2)).toEqual([
      "not used: column 1",
      "1 articles, 0 repaired, 0 rejected",
    ]);
    writeFileSync(join(folder, "none.csv"), "title,text\nA,B\n");
    expect((await run("check", "none.csv")).lines[0]).toBe(
      "none.csv: rejected: no column holds the addresses of articles (https://…), and without them they cannot be shown; found title, text",
    );
  });

  test("reads Parquet, and maps fields of JSON", async () => {
    expect((await run("check", parquetFile("zstd"))).lines.slice(-2)).toEqual([
      "not used: text, source.id",
      "5 articles, 0 repaired, 0 rejected",
    ]);
    writeFileSync(join(folder, "odd.json"), '[{"a": {"b": "A"}, "c": "https://a.example/1"}]');
    expect(
      (await run("check", "odd.json", "--map", "title=a.b", "--map", "url=c")).lines,
    ).toContain("1 articles, 0 repaired, 0 rejected");
  });

  test("reads a folder once that a link in it leads back to", async () => {
    mkdirSync(join(folder, "loop"));
    writeFileSync(join(folder, "loop", "one.json"), '{"title":"A","url":"https://a.example/1"}');
    for (const name of ["x", "y"]) symlinkSync(".", join(folder, "loop", name));
    expect((await run("check", "loop", "--quiet")).lines.slice(-4)).toEqual([
      "duplicates: 0",
      "files passed over: 0",
      "fields left out: 0",
      "1 articles, 0 repaired, 0 rejected",
    ]);
  });

  test("writes its report over no other file, unless it is forced", async () => {
    writeFileSync(join(folder, "note.txt"), "mine");
    expect(await run("check", "set", "--report", "note.txt")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("note.txt exists; --force writes over it."),
    });
    expect(readFileSync(join(folder, "note.txt"), "utf8")).toBe("mine");
    expect((await run("check", "set", "--report", "note.txt", "--force")).status).toBe(0);
    expect(readFileSync(join(folder, "note.txt"), "utf8")).toContain("set/articles/2.md:2: title");
  });

  test("prints only the content with --quiet", async () => {
    expect((await run("check", "set", "--quiet")).lines[0]).toBe("data set: Made up");
  });
});

test("stats prints the kinds of articles", async () => {
  expect((await run("stats", "set")).lines).toEqual([
    "articles: 2",
    "data set: Made up",
    "outlets: 1",
    "published: no dates",
    "quality: not rated",
    "duplicates: 1",
    "files passed over: 1",
    "fields left out: 0",
    "quality quartiles: not rated",
    "sites asked for: 1",
    "most articles: news.example 2",
    "types: article 2",
    "topics: none",
    "2 articles, 1 repaired, 0 rejected",
  ]);
});

describe("convert", () => {
  test.each([
    ["md", "out-folder"],
    ["md", "out.zip"],
    ["jsonl", "out.jsonl"],
    ["jsonl", "out.jsonl.gz"],
    ["csv", "out.csv"],
    ["csv", "out.csv.gz"],
  ])("to %s as %s reads back without a problem", async (to, out) => {
    expect(await run("convert", "set", "--to", to, "--out", out)).toMatchObject({ status: 0 });
    expect((await run("check", out)).lines.at(-1)).toBe("2 articles, 0 repaired, 0 rejected");
    expect(await run("convert", "set", "--to", to, "--out", out)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(`${out} exists; --force writes over it.`),
    });
    expect((await run("convert", "set", "--to", to, "--out", out, "--force")).status).toBe(0);
  });

  test("names Markdown files by day and title", async () => {
    await run("convert", "set", "--to", "md", "--out", "named");
    expect(readdirSync(join(folder, "named"))).toEqual([
      "undated-story-1-0.md",
      "undated-story-2-1.md",
    ]);
  });

  test("does not write into the folder it reads", async () => {
    expect((await run("convert", "set", "--to", "md", "--out", "set", "--force")).status).toBe(2);
    expect((await run("convert", "set", "--to", "csv", "--out", "set/x.csv")).status).toBe(2);
  });
});

describe("what is read is never written over", () => {
  const content = `${JSON.stringify(story(1))}\n`;
  beforeAll(() => {
    mkdirSync(join(folder, "read"));
    mkdirSync(join(folder, "linked"));
    writeFileSync(join(folder, "read/in.jsonl"), content);
    symlinkSync("read/in.jsonl", join(folder, "link.jsonl"));
    linkSync(join(folder, "read/in.jsonl"), join(folder, "hard.jsonl"));
    symlinkSync("read", join(folder, "link-to-folder"));
    symlinkSync("../read/in.jsonl", join(folder, "linked/in.jsonl"));
  });

  test.each([
    ["the file itself", "read/in.jsonl", "read/in.jsonl"],
    ["a link to it", "read/in.jsonl", "link.jsonl"],
    ["a hard link to it", "read/in.jsonl", "hard.jsonl"],
    ["the file that a link leads to", "link.jsonl", "read/in.jsonl"],
    ["a path through a linked folder", "read", "link-to-folder/in.jsonl"],
    ["a new file in a linked folder", "read", "link-to-folder/new.jsonl"],
    ["a file that a folder links to", "linked", "read/in.jsonl"],
  ])("%s", async (_, input, out) => {
    const message = expect.stringContaining(`${out} is part of what is read.`);
    expect(await run("check", input, "--report", out, "--force")).toMatchObject({
      status: 2,
      stderr: message,
    });
    expect(await run("convert", input, "--to", "jsonl", "--out", out, "--force")).toMatchObject({
      status: 2,
      stderr: message,
    });
    expect(readFileSync(join(folder, "read/in.jsonl"), "utf8")).toBe(content);
  });
});

test.each([
  [[], "npm run dataset -- check"],
  [["chekc"], "No command “chekc”."],
  [["check"], "Expected a file or folder."],
  [["check", "nowhere"], "nowhere does not exist or cannot be read."],
  [["check", "set", "--what"], "--what"],
  [["check", "set", "--map", "titel=x"], "--map titel=x: expected FIELD=COLUMN"],
  [["convert", "set", "--out", "x"], "Expected --to md|jsonl|csv."],
  [["convert", "set", "--to", "md"], "Expected --out FILE|FOLDER."],
])("wrong usage is exit code 2: %j", async (args, message) => {
  const { status, stderr } = await run(...args);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr).toContain("npm run dataset -- check PATHS…");
});

test("the JSON Schema in docs/ is current", async () => {
  expect(await run("schema", "--check")).toMatchObject({
    status: 0,
    lines: ["docs/article-record.schema.json is current"],
  });
});

test("--help says how to use it, and which fields a column can be given for", async () => {
  const { lines } = await run("--help");
  expect(lines[0]).toMatch(/^npm run dataset -- check PATHS…/);
  expect(lines.at(-2)).toMatch(/^FIELD is one of title, url, hostname, publisher, timestamp,/);
});

test("the command line gives the lines and the exit code", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, "chekc"], {
    encoding: "utf8",
  });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(/^No command “chekc”\.\n/);
});
