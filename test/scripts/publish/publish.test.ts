import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DAY } from "../../../core/durations.ts";
import { PublishRun } from "../../fixtures/publish-run.ts";
import { record } from "../../fixtures/records.ts";
import { ARTICLES, article } from "./two-days.ts";

let run: PublishRun;

beforeEach(async () => {
  run = new PublishRun();
  await run.run("key", run.key);
});

afterEach(() => {
  vi.useRealTimers();
  run.dispose();
});

describe("publishing", () => {
  test("writes a file for each day and a manifest that says what is in them", async () => {
    const { status, text } = await run.run(
      "publish",
      run.input(ARTICLES),
      ...run.options("--partition", "day", "--description", "All of it."),
    );
    expect(status).toBe(0);
    expect(text).toMatch(
      /^articles: 5, 0 rejected\nfiles passed over: 0\nfields left out: 0\nduplicates: 0\nfiles: 2, 2 of them new\nversion 1, 5 articles\nfiles: 2, \d+ bytes; 0 old ones removed\nexpires: .*\nkey: (?:[0-9a-f]{4} ?){8}$/,
    );
    const manifest = await run.manifest();
    expect(manifest).toMatchObject({
      id: "harbour-news",
      name: "Harbour News",
      description: "All of it.",
      licence: "CC0",
      source: "https://data.example/",
      version: 1,
      outlets: [
        { site: "odd.example", name: "The Odd", articles: 3 },
        { site: "even.example", name: "The Even", articles: 2 },
      ],
      outletCount: 2,
    });
    expect(manifest.files).toMatchObject([
      {
        partition: "2026-11-29",
        language: null,
        records: 3,
        articles: 3,
        outlets: 2,
        from: "2026-11-29T01:00:00Z",
        to: "2026-11-29T03:00:00Z",
      },
      { partition: "2026-11-30", language: null, records: 2, from: "2026-11-30T01:00:00Z" },
    ]);
    expect(run.files()).toEqual(manifest.files.map(({ name }) => name).sort());
    expect(await run.recordsOf(manifest.files[1]?.name ?? "")).toEqual(ARTICLES.slice(3));
  });

  test("by language divides by what the records and the outlet list say", async () => {
    const articles = [
      { ...article(29, 1), language: "pt-BR" },
      record("https://www.clarin.com/1"),
      record("https://nowhere.example/1"),
    ];
    await run.run("publish", run.input(articles), ...run.options("--partition", "language"));
    const { files } = await run.manifest();
    expect(files).toMatchObject([
      { partition: "es", language: "es", records: 1, from: null, to: null },
      { partition: "pt", language: "pt", records: 1 },
      { partition: "und", language: "und", records: 1 },
    ]);
  });

  test("expires after 90 days, or as the options say", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-30T12:00:00Z") });
    const input = run.input(ARTICLES);
    await run.run("publish", input, ...run.options());
    expect(await run.manifest()).toMatchObject({
      published: "2026-11-30T12:00:00Z",
      expires: "2027-02-28T12:00:00Z",
    });
    await run.run("publish", input, ...run.options("--expires", "7"));
    expect((await run.manifest()).expires).toBe("2026-12-07T12:00:00Z");
  });

  test("names the columns that it does not use", async () => {
    const path = join(run.folder, "articles.csv");
    writeFileSync(path, "title,url,mood\nStory,https://a.example/1,bright\n");
    const { text } = await run.run("publish", path, ...run.options());
    expect(text).toMatch(/^not used: mood\narticles: 1, 0 rejected\n/);
  });

  test("counts what it leaves out as check does", async () => {
    const odd = { ...article(29, 1), author: 7, quality: "high", heat: "hot" };
    const set = run.inputFolder("set", { "a.jsonl": JSON.stringify(odd), "README.md": "# Read\n" });
    const { text } = await run.run("publish", set, ...run.options());
    const counts = ["files passed over: 1", "fields left out: 3", "duplicates: 0"];
    expect(text.split("\n")).toEqual(expect.arrayContaining(counts));
    expect((await run.run("check", set)).text.split("\n")).toEqual(expect.arrayContaining(counts));
  });

  test("leaves out a second record of a page", async () => {
    const input = run.input([...ARTICLES, article(30, 1, "Again")]);
    const { text } = await run.run("publish", input, ...run.options());
    expect(text).toContain("duplicates: 1\n");
    const { files } = await run.manifest();
    expect(files).toMatchObject([{ partition: "all", records: 5 }]);
    const titles = (await run.recordsOf(files[0]?.name ?? "")).map(({ title }) => title);
    expect(titles).not.toContain("Again");
  });
});

describe("publishing again", () => {
  test("leaves the files as they are when no article changed, and signs a higher version", async () => {
    const input = run.input(ARTICLES);
    const options = run.options("--partition", "day");
    await run.run("publish", input, ...options);
    const before = await run.manifest();
    // Files that were written again would not have the old times.
    for (const name of run.files()) utimesSync(join(run.out, "files", name), 1, 1);
    const { text } = await run.run("publish", input, ...options);
    expect(text).toContain("files: 2, 0 of them new");
    const after = await run.manifest();
    expect(after.files).toEqual(before.files);
    expect(after.version).toBe(2);
    const times = run.files().map((name) => statSync(join(run.out, "files", name)).mtimeMs);
    expect(times).toEqual([1000, 1000]);
  });

  test("changes only the file of the day whose article changed", async () => {
    const options = run.options("--partition", "day");
    await run.run("publish", run.input(ARTICLES), ...options);
    const before = await run.manifest();
    const changed = [article(29, 1, "Corrected"), ...ARTICLES.slice(1)];
    const { text } = await run.run("publish", run.input(changed), ...options);
    expect(text).toContain("files: 2, 1 of them new");
    const after = await run.manifest();
    expect(after.files[0]?.sha256).not.toBe(before.files[0]?.sha256);
    expect(after.files[1]).toEqual(before.files[1]);
  });

  test("gives the same files for the same articles in another order and another folder", async () => {
    await run.run("publish", run.input(ARTICLES), ...run.options("--partition", "day"));
    const { files } = await run.manifest();
    const reversed = run.input([...ARTICLES].reverse(), "reversed.jsonl");
    const out = join(run.folder, "elsewhere");
    const other = run.options("--partition", "day").map((text) => (text === run.out ? out : text));
    await run.run("publish", reversed, ...other);
    const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
    expect(manifest.files).toEqual(files);
  });

  test("keeps a file that left the manifest for two days, for mirrors that have begun", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-30T12:00:00Z") });
    const options = run.options("--partition", "day");
    await run.run("publish", run.input(ARTICLES), ...options);
    const old = (await run.manifest()).files[0]?.name;
    const input = run.input([article(29, 1, "Corrected"), ...ARTICLES.slice(1)]);
    await run.run("publish", input, ...options);
    vi.setSystemTime(Date.now() + 2 * DAY - 1);
    await run.run("publish", input, ...options);
    expect(run.files()).toContain(old);
    vi.setSystemTime(Date.now() + 1);
    const { text } = await run.run("publish", input, ...options);
    expect(text).toContain("1 old ones removed");
    expect(run.files()).toEqual((await run.manifest()).files.map(({ name }) => name).sort());
    // A file that comes back is written again.
    await run.run("publish", run.input(ARTICLES), ...options);
    expect((await run.manifest()).files[0]?.name).toBe(old);
  });

  test("writes a file again that is missing or was cut off", async () => {
    const input = run.input(ARTICLES);
    await run.run("publish", input, ...run.options());
    const path = join(run.out, "files", run.files()[0] ?? "");
    const whole = readFileSync(path);
    writeFileSync(path, whole.subarray(0, 100));
    const { text } = await run.run("publish", input, ...run.options());
    expect(text).toContain("files: 1, 1 of them new");
    expect(readFileSync(path)).toEqual(whole);
  });

  test("updates the days that it is given and keeps the others", async () => {
    const options = run.options("--partition", "day");
    await run.run("publish", run.input(ARTICLES), ...options);
    const before = await run.manifest();
    const day = run.input([...ARTICLES.slice(3), article(30, 4)]);
    const { status } = await run.run("publish", day, ...options, "--update");
    expect(status).toBe(0);
    const after = await run.manifest();
    expect(after.files[0]).toEqual(before.files[0]);
    expect(after.files[1]).toMatchObject({ partition: "2026-11-30", records: 3 });
    expect(after.outlets).toEqual([
      { site: "even.example", name: "The Even", articles: 3 },
      { site: "odd.example", name: "The Odd", articles: 3 },
    ]);
  });

  test("refuses an update that is divided in another way", async () => {
    await run.run("publish", run.input(ARTICLES), ...run.options("--partition", "day"));
    const options = run.options("--partition", "month", "--update");
    expect(await run.run("publish", run.input(ARTICLES), ...options)).toMatchObject({
      status: 1,
      text: expect.stringContaining("What is published is by --partition day"),
    });
  });
});

describe("processes side by side", () => {
  const share = (part: number) => run.options("--partition", "day", "--only", `${part}/2`);

  test("write the same files as one process", async () => {
    const input = run.input(ARTICLES);
    await run.run("publish", input, ...run.options("--partition", "day"));
    const { files, outlets } = await run.manifest();
    const alone = run.files();
    for (const name of alone) writeFileSync(join(run.out, "files", name), "");
    await run.run("publish", input, ...share(1));
    await run.run("publish", input, ...share(2));
    const { status } = await run.run("publish-manifest", run.out, "--key", run.key);
    expect(status).toBe(0);
    const manifest = await run.manifest();
    expect(manifest.files).toEqual(files);
    expect(manifest.outlets).toEqual(outlets);
    expect(manifest.version).toBe(2);
    expect(run.files()).toEqual(alone);
  });

  test("have all to end before the manifest is written, each time", async () => {
    const input = run.input(ARTICLES);
    const join = () => run.run("publish-manifest", run.out, "--key", run.key);
    await run.run("publish", input, ...share(2));
    expect(await join()).toMatchObject({ status: 1, text: expect.stringContaining("--only 1/2") });
    await run.run("publish", input, ...share(1));
    expect((await join()).status).toBe(0);
    expect((await join()).text).toContain("There is nothing to publish");
    await run.run("publish", input, ...share(1));
    expect((await join()).text).toContain("--only 2/2");
    expect((await run.manifest()).version).toBe(1);
  });

  test("have to agree about what they publish", async () => {
    const input = run.input(ARTICLES);
    await run.run("publish", input, ...share(1));
    await run.run("publish", input, ...share(2), "--description", "Other");
    expect((await run.run("publish-manifest", run.out, "--key", run.key)).text).toContain(
      "--only 2/2 was run with other options",
    );
  });

  test("open only the files of their own days when the folders say which these are", async () => {
    for (const day of ["2026-11-29", "2026-11-30"]) {
      const path = join(run.folder, `set/day=${day}/0.jsonl`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(article(Number(day.slice(-2)), 1)));
    }
    const texts: string[] = [];
    for (const part of [1, 2])
      texts.push((await run.run("publish", join(run.folder, "set"), ...share(part))).text);
    const counts = "files passed over: 0\nfields left out: 0\nduplicates: 0";
    expect(texts).toEqual([
      `articles: 2, 0 rejected\n${counts}\nfiles: 2, 2 of them new`,
      `articles: 0, 0 rejected\n${counts}\nfiles: 0, 0 of them new`,
    ]);
  });
});
