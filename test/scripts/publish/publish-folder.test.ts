import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DAY } from "../../../core/durations.ts";
import { PublishRun } from "../../fixtures/publish-run.ts";
import { record } from "../../fixtures/records.ts";

let run: PublishRun;

beforeEach(async () => {
  run = new PublishRun();
  await run.run("key", run.key);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  run.dispose();
});

const ARTICLES = ["28", "29", "30"].map((day) =>
  record(`https://a.example/${day}`, { publishedDateTime: `2026-11-${day}T10:00:00Z` }),
);

describe("a lost manifest", () => {
  test.each([
    ["manifest.json", ["manifest.json"]],
    ["manifest.json and what the next run has to know", ["manifest.json", "parts"]],
  ])("(%s) does not start the versions again", async (_, lost) => {
    const input = run.input(ARTICLES);
    for (let version = 1; version <= 2; version++)
      await run.run("publish", input, ...run.options());
    for (const name of lost) rmSync(join(run.out, name), { recursive: true });
    const { status, text } = await run.run("publish", input, ...run.options());
    expect(status).toBe(1);
    expect(text).toBe(
      "files/ holds published files, but manifest.json is missing. Put the last one that was published there, since subscribers refuse a lower version. If it is lost, --force --version N publishes version N, which has to be higher than the last one.",
    );
    expect(existsSync(join(run.out, "manifest.json"))).toBe(false);
    await run.run("publish", input, ...run.options("--force", "--version", "3"));
    expect((await run.manifest()).version).toBe(3);
  });

  test("is found out when the parts are joined, too", async () => {
    await run.run("publish", run.input(ARTICLES), ...run.options());
    await run.run("publish", run.input(ARTICLES), ...run.options("--only", "1/1"));
    rmSync(join(run.out, "manifest.json"));
    const { status, text } = await run.run("publish-manifest", run.out, "--key", run.key);
    expect(status).toBe(1);
    expect(text).toContain("manifest.json is missing");
  });

  test("is not what a first run leaves that did not come to its end", async () => {
    const options = run.options("--partition", "day");
    for (const part of ["1/2", "2/2", "1/2", "2/2"])
      await run.run("publish", run.input(ARTICLES), ...options, "--only", part);
    const { status } = await run.run("publish-manifest", run.out, "--key", run.key);
    expect(status).toBe(0);
    expect((await run.manifest()).version).toBe(1);
  });
});

test("a version that is asked for is the lowest one", async () => {
  const input = run.input(ARTICLES);
  await run.run("publish", input, ...run.options("--version", "7"));
  expect((await run.manifest()).version).toBe(7);
  await run.run("publish", input, ...run.options("--version", "7"));
  expect((await run.manifest()).version).toBe(8);
});

test("files that are not the data set's own are left alone", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-30T12:00:00Z") });
  const own = [`${"a".repeat(64)}.dataset`, `${crypto.randomUUID()}.partial`];
  const foreign = ["index.html", "notes.dataset", "upload.partial", ".htaccess"];
  const input = run.input(ARTICLES);
  await run.run("publish", input, ...run.options());
  const published = run.files();
  for (const name of [...own, ...foreign]) writeFileSync(join(run.out, "files", name), "");
  mkdirSync(join(run.out, "files/folder"));
  await run.run("publish", input, ...run.options());
  vi.setSystemTime(Date.now() + 3 * DAY);
  const { text } = await run.run("publish", input, ...run.options());
  expect(text).toContain("2 old ones removed");
  expect(run.files()).toEqual([...published, ...foreign, "folder"].sort());
});

describe("the result of a share", () => {
  const share = (part: number, input: string, ...more: readonly string[]) =>
    run.run("publish", input, ...run.options("--partition", "day", "--only", `${part}/2`, ...more));
  const joined = () => run.run("publish-manifest", run.out, "--key", run.key);

  test.each([
    ["its input is gone", "nowhere.jsonl", []],
    ["an option is wrong", "articles.jsonl", ["--partition", "hour"]],
    ["it is of another data set", "articles.jsonl", ["--id", "other"]],
  ])("is not joined when it was run again and failed, as %s", async (_, name, options) => {
    const input = run.input(ARTICLES);
    await run.run("publish", input, ...run.options("--partition", "day"));
    for (const part of [1, 2]) await share(part, input);
    expect((await share(2, join(run.folder, name), ...options)).status).not.toBe(0);
    expect(await joined()).toMatchObject({
      status: 1,
      text: "Missing: --only 2/2. Each has to end before.",
    });
  });

  test("is not joined with one of another input", async () => {
    await share(1, run.input(ARTICLES));
    await share(2, run.input(ARTICLES.slice(1)));
    const { status, text } = await joined();
    expect(status).toBe(1);
    expect(text).toBe(
      "These are of different runs: --only 1/2; --only 2/2. The files of the input, or --map, were not the same. Run all of them again.",
    );
    await share(1, run.input(ARTICLES.slice(1)));
    expect((await joined()).status).toBe(0);
  });

  test("is joined with one that had the same files at another place", async () => {
    const files = {
      "day=2026-11-28/a.jsonl": ARTICLES.map((each) => JSON.stringify(each)).join("\n"),
    };
    await share(1, run.inputFolder("one", files));
    await share(2, `${run.inputFolder("other", files)}/`);
    expect((await joined()).status).toBe(0);
  });
});

test("temporary files of a run that was killed are removed after a day", async () => {
  vi.stubEnv("TMPDIR", run.folder);
  const names = ["publish-AbCd12", "publish-EfGh34", "publish-test-AbCd12"].map((name) =>
    join(run.folder, `second-source-${name}`),
  );
  for (const path of names) {
    mkdirSync(path);
    writeFileSync(join(path, "all.rows"), "");
  }
  const [old = "", , foreign = ""] = names;
  const before = new Date(Date.now() - 1.1 * DAY);
  for (const path of [old, foreign]) utimesSync(path, before, before);
  await run.run("publish", run.input(ARTICLES), ...run.options());
  expect(names.map((path) => existsSync(path))).toEqual([false, true, true]);
});
