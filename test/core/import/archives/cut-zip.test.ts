import { describe, expect, test } from "vitest";
import { sampleOf } from "../../../sample.ts";
import { zipOf } from "../archives.ts";
import { markdown, readOne, story } from "../reading.ts";

const DIRECTORY_MISSING =
  "a.zip: rejected: expected a whole zip archive; its directory at the end is missing";
const members = [1, 2, 3].map((n): [string, string] => [`${n}.md`, markdown(n)]);
const lines = (count: number) =>
  Array.from({ length: count }, (_, i) => `${JSON.stringify(story(`${i}-${Math.sin(i)}`))}\n`).join(
    "",
  );

/** Where a signature of the zip format starts for the nth time, first 0. */
function placeOf(zip: Uint8Array, signature: string, n: number): number {
  const text = Buffer.from(zip).toString("latin1");
  let at = text.indexOf(signature);
  for (let i = 0; i < n; i++) at = text.indexOf(signature, at + 1);
  return at;
}

describe.each([
  ["sizes in front of the files", { dataDescriptor: false }],
  ["sizes behind the files", { dataDescriptor: true }],
  [
    "sizes behind the files without a mark",
    { dataDescriptor: true, dataDescriptorSignature: false },
  ],
  ["sizes of eight bytes behind the files", { dataDescriptor: true, zip64: true }],
  ["files that are not packed", { level: 0, dataDescriptor: false }],
] as const)("a zip archive with %s", (_, options) => {
  test("that lost its directory is read in full, and the loss is reported", async () => {
    const zip = await zipOf(members, options);
    const cut = zip.subarray(0, placeOf(zip, "PK\u0001\u0002", 0) + 10);
    const { records, problems } = await readOne("a.zip", cut);
    expect(records).toEqual([story(1), story(2), story(3)]);
    expect(problems).toEqual([DIRECTORY_MISSING]);
  });

  test("cut in its last file keeps those before", async () => {
    const zip = await zipOf(members, options);
    const cut = zip.subarray(0, placeOf(zip, "PK\u0003\u0004", 2) + 80);
    const { records, problems } = await readOne("a.zip", cut);
    expect(records).toEqual([story(1), story(2)]);
    expect(problems).toEqual([
      "a.zip/3.md: rejected: expected the rest of the file; the archive is cut off",
      DIRECTORY_MISSING,
    ]);
  });
});

test("whole lines of the file that the cut is in stay", async () => {
  const count = sampleOf(4_000, 20_000);
  for (const dataDescriptor of [true, false]) {
    const zip = await zipOf([["a.jsonl", lines(count)]], { dataDescriptor });
    const { records, problems } = await readOne("a.zip", zip.subarray(0, zip.length / 2));
    expect(records.length).toBeGreaterThan(count / 4);
    expect(problems).toEqual([
      "a.zip/a.jsonl: rejected: expected the rest of the file; the archive is cut off",
      DIRECTORY_MISSING,
    ]);
  }
});

test("wherever it is cut, what was complete before stays, and the cut is reported", async () => {
  const zip = await zipOf(members, { dataDescriptor: true });
  const directory = placeOf(zip, "PK\u0001\u0002", 0);
  for (let length = 10; length < zip.length; length += 7) {
    const { records, problems } = await readOne("a.zip", zip.subarray(0, length));
    const ends = [1, 2].map((n) => placeOf(zip, "PK\u0003\u0004", n)).concat(directory);
    expect(records.length, `${length} bytes`).toBe(ends.filter((end) => length >= end).length);
    expect(problems.at(-1)).toBe(DIRECTORY_MISSING);
  }
});

/** Zeros, and the limits that refuse an archive of them: the default ones, or small ones. */
const ZEROS = sampleOf(
  { megabytes: 10, limits: { ratioFromBytes: 2 ** 20 } },
  { megabytes: 100, limits: {} },
);

describe("an archive without directory has the same limits", () => {
  const cut = async (...args: Parameters<typeof zipOf>) => {
    const zip = await zipOf(...args);
    return zip.subarray(0, placeOf(zip, "PK\u0001\u0002", 0));
  };

  test("paths stay inside", async () => {
    const { records, problems } = await readOne(
      "a.zip",
      await cut([
        ["../out.md", markdown(1)],
        ["in.md", markdown(2)],
      ]),
    );
    expect(records).toEqual([story(2)]);
    expect(problems).toEqual([
      "a.zip/../out.md: rejected: expected a path inside the archive",
      DIRECTORY_MISSING,
    ]);
  });

  test("passwords are refused", async () => {
    const zip = await cut(members.slice(0, 1), { password: "secret", zipCrypto: true });
    expect((await readOne("a.zip", zip)).problems).toEqual([
      "a.zip/1.md: rejected: expected a file without password; it is encrypted",
      DIRECTORY_MISSING,
    ]);
  });

  test("the number of files has its limit", async () => {
    const { records, problems } = await readOne("a.zip", await cut(members), {
      limits: { entries: 2 },
    });
    expect(records).toEqual([story(1), story(2)]);
    expect(problems).toEqual(["a.zip: rejected: expected at most 2 files in an archive"]);
  });

  test("the unpacked size is counted", async () => {
    const zeros = new Uint8Array(ZEROS.megabytes * 2 ** 20);
    const content = Buffer.concat([Buffer.from(lines(2)), zeros]);
    for (const dataDescriptor of [true, false]) {
      const zip = await cut([["x.jsonl", content]], { dataDescriptor });
      const { problems } = await readOne("a.zip", zip, { limits: ZEROS.limits });
      expect(problems).toEqual([
        "a.zip: rejected: expected at most 200 times its size when unpacked",
      ]);
    }
  });

  test("a wrong checksum rejects the file", async () => {
    const zip = Uint8Array.from(await cut(members));
    zip[60] = (zip[60] ?? 0) ^ 0xff;
    const { records, problems } = await readOne("a.zip", zip);
    expect(records).toEqual([story(2), story(3)]);
    expect(problems[0]).toMatch(/^a\.zip\/1\.md: rejected: damaged zip archive: /);
  });
});

test("millions of bytes that look like zip headers are not files", async () => {
  const [header = ""] = Buffer.from(await zipOf([["1.md", "x"]], { dataDescriptor: true }))
    .toString("latin1")
    .split("x");
  const text = `${header}${"PK\u0003\u0004PK\u0007\b".repeat(1_000_000)}`;
  const { records } = await readOne("a.zip", Buffer.from(text, "latin1"));
  expect(records).toEqual([]);
});
