import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { PublishRun } from "../../fixtures/publish-run.ts";
import { ARTICLES } from "./two-days.ts";

let run: PublishRun;

beforeEach(async () => {
  run = new PublishRun();
  await run.run("key", run.key);
});

afterEach(() => {
  vi.useRealTimers();
  run.dispose();
});

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

  test("another data set or key is refused before the articles are read", async () => {
    const input = run.input(ARTICLES);
    await run.run("publish", input, ...run.options());
    const other = join(run.folder, "other.pem");
    await run.run("key", other);
    for (const options of [
      ["--id", "other"],
      ["--id", "other", "--only", "1/2"],
      ["--key", other],
    ]) {
      const { status, text } = await run.run("publish", input, ...run.options(...options));
      expect(status).toBe(1);
      expect(text).not.toContain("articles: ");
    }
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

  test("a manifest of a folder that is not there, which is not made", async () => {
    const nowhere = join(run.folder, "nowhere");
    const { status, text } = await run.run("publish-manifest", nowhere, "--key", run.key);
    expect(status).toBe(1);
    expect(text).toContain("There is nothing to publish");
    expect(existsSync(nowhere)).toBe(false);
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
    ["a version", ["--version", "0"], "--version: expected a number from 1."],
    ["a name", ["--name", ""], "--name: expected a text that can be seen."],
    ["a name", ["--name", " \u200b"], "--name: expected a text that can be seen."],
    ["a licence", ["--licence", " "], "--licence: expected a text, such as “CC BY 4.0”"],
    [
      "a source",
      ["--source", "ftp://a.example/"],
      "--source ftp://a.example/: expected an address",
    ],
    ["a source", ["--source", "https://"], "--source https://: expected an address"],
  ])("%s that is none", async (_, options, message) => {
    const { status, text } = await run.run(
      "publish",
      run.input(ARTICLES),
      ...run.options(...options),
    );
    expect(status).toBe(2);
    expect(text).toContain(message);
  });

  test("a name that makes no id asks for one", async () => {
    const input = run.input(ARTICLES);
    const options = run.options("--name", "新聞");
    const { status, text } = await run.run("publish", input, ...options);
    expect(status).toBe(2);
    expect(text).toMatch(/^--name 新聞 makes no id: choose one, such as --id harbour-news\./);
    await run.run("publish", input, ...options, "--id", "shimbun");
    expect(await run.manifest()).toMatchObject({ id: "shimbun", name: "新聞" });
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
