import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { PublishRun } from "../../fixtures/publish-run.ts";
import { record } from "../../fixtures/records.ts";

let run: PublishRun;

beforeEach(async () => {
  run = new PublishRun();
  await run.run("key", run.key);
});

afterEach(() => {
  vi.useRealTimers();
  run.dispose();
});

/** An article of a day of November 2026. */
function article(day: number, number: number, title = `Story ${number}`) {
  const date = `2026-11-${String(day).padStart(2, "0")}`;
  const host = number % 2 === 0 ? "even.example" : "odd.example";
  return record(`https://${host}/${day}/${number}`, {
    title,
    publishedDateTime: `${date}T0${number}:00:00Z`,
    provider: { name: number % 2 === 0 ? "The Even" : "The Odd", domain: host },
  });
}

const ARTICLES = [article(29, 1), article(29, 2), article(29, 3), article(30, 1), article(30, 2)];

describe("what looks like a mistake is not published", () => {
  test("fewer than half of the articles", async () => {
    await run.run("publish", run.input(ARTICLES), ...run.options());
    const few = run.input(ARTICLES.slice(0, 2));
    expect(await run.run("publish", few, ...run.options())).toMatchObject({
      status: 1,
      text: expect.stringContaining("2 articles are less than half of the 5 that are published"),
    });
    expect((await run.manifest()).version).toBe(1);
    await run.run("publish", few, ...run.options("--force"));
    expect(await run.manifest()).toMatchObject({ version: 2, files: [{ records: 2 }] });
  });

  test("another key", async () => {
    const input = run.input(ARTICLES);
    await run.run("publish", input, ...run.options());
    const other = join(run.folder, "other.pem");
    await run.run("key", other);
    expect(await run.run("publish", input, ...run.options("--key", other))).toMatchObject({
      status: 1,
      text: expect.stringContaining("was published with another key"),
    });
  });

  test("another data set", async () => {
    const input = run.input(ARTICLES);
    await run.run("publish", input, ...run.options());
    expect(await run.run("publish", input, ...run.options("--id", "other"))).toMatchObject({
      status: 1,
      text: expect.stringContaining("holds the data set “harbour-news”, not “other”"),
    });
  });

  test("no articles", async () => {
    expect(await run.run("publish", run.input([{ title: "?" }]), ...run.options())).toMatchObject({
      status: 1,
      text: expect.stringContaining("There are no articles."),
    });
  });

  test("into a folder that cannot be made", async () => {
    const input = run.input(ARTICLES);
    const { status, text } = await run.run("publish", input, ...run.options("--out", run.key));
    expect(status).toBe(1);
    expect(text).toMatch(/^E\w+: [^\n]+$/);
  });

  test("over a manifest that somebody edited", async () => {
    const input = run.input(ARTICLES);
    await run.run("publish", input, ...run.options());
    const path = join(run.out, "manifest.json");
    writeFileSync(path, readFileSync(path, "utf8").replace("CC0", "CC1"));
    expect(await run.run("publish", input, ...run.options())).toMatchObject({
      status: 1,
      text: expect.stringContaining("(bad-signature)"),
    });
  });
});

describe("a command that cannot be understood", () => {
  test.each([
    ["no folder", ["--name", "N", "--licence", "L", "--source", "S"], "Expected --out DIR."],
    ["no name", ["--out", "o", "--licence", "L", "--source", "S"], "Expected --name NAME."],
    ["no licence", ["--out", "o", "--name", "N", "--source", "S"], "Expected --licence LICENCE."],
    ["no source", ["--out", "o", "--name", "N", "--licence", "L"], "Expected --source URL."],
  ])("%s", async (_, options, message) => {
    const { status, text } = await run.run("publish", "in.jsonl", ...options);
    expect(status).toBe(2);
    expect(text.startsWith(`${message}\n`)).toBe(true);
  });

  test.each([
    ["a partitioning", ["--partition", "hour"], "Expected --partition day|month|language|none."],
    ["a share", ["--only", "3/2"], "--only 3/2: expected I/N, from 1/N to N/N."],
    ["a share", ["--only", "half"], "--only half: expected I/N, from 1/N to N/N."],
    ["an expiry", ["--expires", "soon"], "--expires: expected 1 to 3650 days."],
    ["an id", ["--id", "A B"], "--id: expected up to 64 of a–z, 0–9 and -."],
    ["a key", ["--key", "none.pem"], "none.pem does not exist. Make a key with"],
  ])("%s that is none", async (_, options, message) => {
    const { status, text } = await run.run(
      "publish",
      run.input(ARTICLES),
      ...run.options(...options),
    );
    expect(status).toBe(2);
    expect(text).toContain(message);
  });

  test("a name that makes no id", async () => {
    const { text } = await run.run(
      "publish",
      run.input(ARTICLES),
      ...run.options("--name", "新聞"),
    );
    expect(text).toContain("--id: expected");
  });
});

describe("a key", () => {
  test("is its owner's alone, and is never written over", async () => {
    expect(statSync(run.key).mode & 0o777).toBe(0o600);
    const before = readFileSync(run.key, "utf8");
    const { text } = await run.run("key", run.key);
    expect(text).toMatch(/^fingerprint: (?:[0-9a-f]{4} ?){8}$/);
    expect(readFileSync(run.key, "utf8")).toBe(before);
  });

  test("has to be an Ed25519 key", async () => {
    chmodSync(run.key, 0o600);
    writeFileSync(run.key, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    expect(await run.run("key", run.key)).toMatchObject({
      status: 2,
      text: expect.stringContaining("is not an Ed25519 private key in PEM"),
    });
  });
});
