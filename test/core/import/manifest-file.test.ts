import { describe, expect, test } from "vitest";
import { readManifest } from "../../../core/import/manifest-file.ts";
import { LIMITS } from "../../../core/import/run/limits.ts";
import { ReadRun } from "../../../core/import/run/read-run.ts";
import { ByteReader } from "../../../core/import/text/byte-reader.ts";
import { describeProblem } from "../../../core/record/problem.ts";

async function* once(text: string) {
  yield new TextEncoder().encode(text);
}

/** What a file is read as, and the problems that are reported. */
async function read(value: unknown, path = "data/manifest.json") {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const run = new ReadRun(LIMITS, {});
  const event = await readManifest(new ByteReader(once(text)), path, run);
  const problems = [...run.batch()].flatMap((batch) =>
    batch.kind === "batch" ? batch.problems.map(describeProblem) : [],
  );
  return { event, problems };
}

const MANIFEST = {
  id: "harbour",
  name: "Harbour",
  description: "All of it.",
  licence: "CC0",
  source: "https://a.example/",
};

describe("a manifest is read", () => {
  test("as it is", async () => {
    expect(await read(MANIFEST)).toEqual({
      event: { kind: "manifest", file: "data/manifest.json", manifest: MANIFEST },
      problems: [],
    });
  });

  test.each(["manifest.json", "a/b/MANIFEST.json"])("at %s", async (path) => {
    expect((await read(MANIFEST, path)).event?.file).toBe(path);
  });

  test("with a name alone", async () => {
    expect((await read({ name: "Harbour", more: 1 })).event?.manifest).toEqual({ name: "Harbour" });
  });

  test("with fields repaired or dropped, each by itself", async () => {
    const { event, problems } = await read({
      id: "Harbour",
      name: "Har\u0000bour",
      description: 7,
      licence: ["CC0"],
      source: "x".repeat(1001),
    });
    expect(event?.manifest).toEqual({ id: "harbour", name: "Harbour" });
    expect(problems).toEqual([
      'data/manifest.json: id: repaired: expected lower case, found "Harbour"',
      'data/manifest.json: name: repaired: control-character, found "Har\\u0000bour"',
      "data/manifest.json: description: dropped: expected text of at most 1000 characters, found 7",
      'data/manifest.json: licence: dropped: expected text of at most 1000 characters, found ["CC0"]',
      expect.stringMatching(
        /^data\/manifest\.json: source: dropped: expected text of at most 1000 characters, found "x+…$/,
      ),
    ]);
  });

  test("without an id or a name that cannot be one", async () => {
    const { event, problems } = await read({ id: "a b", name: "x".repeat(101) });
    expect(event?.manifest).toEqual({});
    expect(problems).toEqual([
      'data/manifest.json: id: dropped: expected up to 64 of a–z, 0–9 and -, found "a b"',
      expect.stringContaining("name: dropped: expected text of 1 to 100 characters"),
    ]);
  });
});

describe("a file is no manifest", () => {
  test.each<[string, unknown, string?]>([
    ["of another name", MANIFEST, "data/mymanifest.json"],
    ["of another ending", MANIFEST, "manifest.json.txt"],
    ["without a name", { ...MANIFEST, name: undefined }],
    ["with a name that is no text", { name: 7 }],
    ["that is a list", [MANIFEST]],
    ["that is no JSON", '{"name":'],
    ["that is nested too deep", `{"name":"A","a":${"[".repeat(100)}${"]".repeat(100)}}`],
    ["of 64 kB", JSON.stringify(MANIFEST).padEnd(65_536, " ")],
  ])("%s", async (_, value, path) => {
    expect(await read(value, path)).toEqual({ event: null, problems: [] });
  });

  test("and stays unread", async () => {
    const reader = new ByteReader(once("[]"));
    expect(await readManifest(reader, "manifest.json", new ReadRun(LIMITS, {}))).toBeNull();
    expect(new TextDecoder().decode(await reader.peek(9))).toBe("[]");
  });

  test("but it is one with a byte less than 64 kB", async () => {
    expect((await read(JSON.stringify(MANIFEST).padEnd(65_535, " "))).event).not.toBeNull();
  });
});
