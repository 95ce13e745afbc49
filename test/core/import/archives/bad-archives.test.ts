import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { sampleOf } from "../../../sample.ts";
import { tarOf, zipOf } from "../archives.ts";
import { markdown, readOne, story } from "../reading.ts";

const lines = (count: number) =>
  Array.from({ length: count }, (_, i) => `${JSON.stringify(story(i))}\n`).join("");

/** Markdown that hardly compresses, so that half of an archive holds some of it. */
function members(count: number): [string, string][] {
  return Array.from({ length: count }, (_, i) => [`${i}.md`, markdown(`${i}-${Math.sin(i)}`)]);
}

describe("archives that are cut off", () => {
  test("tar: what was before the end stays", async () => {
    const tar = await tarOf(members(20));
    const { records, problems, rejected } = await readOne("a.tar", tar.subarray(0, 10_200));
    expect(records.length).toBeGreaterThanOrEqual(6); // of 9: the decoder looks some entries ahead
    expect(rejected).toBe(1);
    expect(problems).toEqual([
      "a.tar: rejected: expected the rest of the tar archive; the file is cut off",
    ]);
  });

  test("gzip: whole lines before the end stay", async () => {
    const gzip = gzipSync(lines(20_000));
    const { records, problems } = await readOne("a.gz", gzip.subarray(0, gzip.length / 2));
    expect(records.length).toBeGreaterThan(1000);
    expect(problems).toEqual([
      "a.gz: rejected: expected the rest of the gzip data; the file is cut off",
    ]);
  });

  test("tar in gzip is reported once", async () => {
    const gzip = gzipSync(await tarOf(members(2000)));
    const { records, problems } = await readOne("a.tgz", gzip.subarray(0, gzip.length / 2));
    expect(records.length).toBeGreaterThan(100);
    expect(problems).toEqual([
      "a.tgz: rejected: expected the rest of the gzip data; the file is cut off",
    ]);
  });
});

describe("archives that are damaged", () => {
  test("gzip with a wrong checksum", async () => {
    const gzip = gzipSync(lines(10));
    gzip.writeUInt32LE(1, gzip.length - 8);
    expect((await readOne("a.gz", gzip)).problems).toEqual([
      "a.gz: rejected: damaged gzip data: incorrect data check",
    ]);
  });

  test("only the zip entry with a wrong checksum is rejected", async () => {
    const zip = await zipOf([
      ["1.md", markdown(1)],
      ["2.md", markdown(2)],
    ]);
    zip[60] = (zip[60] ?? 0) ^ 0xff;
    const { records, problems } = await readOne("a.zip", zip);
    expect(records).toEqual([story(2)]);
    expect(problems.length).toBe(1);
    expect(problems[0]).toMatch(/^a\.zip\/1\.md: rejected: damaged zip archive: /);
  });

  test("a tar header with a wrong checksum", async () => {
    const tar = await tarOf(members(3));
    tar[1024] = 0x78;
    const { records, problems } = await readOne("a.tar", tar);
    expect(records.length).toBe(1);
    expect(problems).toEqual(["a.tar: rejected: damaged tar archive: Invalid tar header checksum"]);
  });
});

/** Zeros, and the limits that refuse an archive of them: the default ones, or small ones. */
const ZEROS = sampleOf(
  { megabytes: 10, limits: { ratioFromBytes: 2 ** 20 } },
  { megabytes: 100, limits: {} },
);

describe("hostile archives", () => {
  test.each([
    ["zip", zipOf],
    ["tar", tarOf],
  ])("%s: paths that lead out of it", async (_, make) => {
    const archive = await make([
      ["../out.md", markdown(1)],
      ["a/../../out.md", markdown(2)],
      ["C:/out.md", markdown(3)],
      ["in.md", markdown(4)],
    ]);
    const { records, problems, rejected } = await readOne("a", archive);
    expect(records).toEqual([story(4)]);
    expect(rejected).toBe(3);
    expect(problems).toEqual([
      "a/../out.md: rejected: expected a path inside the archive",
      "a/a/../../out.md: rejected: expected a path inside the archive",
      "a/C:/out.md: rejected: expected a path inside the archive",
    ]);
  });

  test("names with terminal control codes are shown with escapes", async () => {
    const { problems } = await readOne("a", await zipOf([["\u001b[2J\u202e.json", '{"a']]));
    expect(problems).toEqual([String.raw`a/\u001b[2J\u202e.json:1: rejected: expected JSON`]);
  });

  test("entries with a password", async () => {
    const { records, problems } = await readOne(
      "a.zip",
      await zipOf([["1.md", markdown(1)]], { password: "secret", zipCrypto: true }),
    );
    expect(records).toEqual([]);
    expect(problems).toEqual([
      "a.zip/1.md: rejected: expected a file without password; it is encrypted",
    ]);
  });

  test("links and folders are not read", async () => {
    const tar = await tarOf([["1.md", markdown(1)]]);
    tar[156] = 0x32; // a symbolic link
    tar.set(new TextEncoder().encode(`${tarSum(tar)}\0 `), 148);
    expect(await readOne("a.tar", tar)).toMatchObject({ records: [], skipped: [] });
  });

  test("many megabytes of zeros in few kilobytes", async () => {
    const zeros = new Uint8Array(ZEROS.megabytes * 2 ** 20);
    const gzip = gzipSync(Buffer.concat([Buffer.from(lines(2)), zeros]));
    const expected = "rejected: expected at most 200 times its size when unpacked";
    const { limits } = ZEROS;
    expect((await readOne("a.gz", gzip, { limits })).problems).toEqual([`a.gz: ${expected}`]);
    const zip = await zipOf([["x.jsonl", Buffer.concat([Buffer.from(lines(2)), zeros])]]);
    expect(zip.length).toBeLessThan(200_000);
    expect((await readOne("a.zip", zip, { limits })).problems).toEqual([`a.zip: ${expected}`]);
    const nested = await zipOf([["x.jsonl.gz", gzip]]);
    expect((await readOne("a.zip", nested, { limits })).problems).toEqual([`a.zip: ${expected}`]);
  });

  test("limits may be lower", async () => {
    const zip = await zipOf(members(5));
    expect((await readOne("a", zip, { limits: { entries: 3 } })).problems).toEqual([
      "a: rejected: expected at most 3 files in an archive",
    ]);
    expect((await readOne("a", zip, { limits: { unpackedBytes: 300 } })).problems).toEqual([
      "a: rejected: expected at most 300 bytes when unpacked",
    ]);
    expect((await readOne("a", markdown(1), { limits: { markdownBytes: 50 } })).problems).toEqual([
      "a: rejected: expected at most 50 bytes of Markdown",
    ]);
  });
});

/** The sum of a tar header's bytes, in octal. */
function tarSum(tar: Uint8Array): string {
  const sum = tar
    .subarray(0, 512)
    .reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 32 : byte), 0);
  return sum.toString(8).padStart(6, "0");
}
