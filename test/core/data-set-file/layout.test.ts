import { describe, expect, test } from "vitest";
import { DataSetFileWriter } from "../../../core/data-set-file/data-set-file-writer.ts";
import {
  type FileBlockName,
  fileDirectory,
  HEADER_BYTES,
  MAGIC,
} from "../../../core/data-set-file/layout.ts";
import { writeDataSetFile } from "../../../core/data-set-file/write-data-set-file.ts";
import { createMemorySpill } from "../../../core/story-index/spill.ts";
import { registrableDomain } from "../../../core/url/registrable-domain.ts";
import { bundledCountryNames } from "../../../scripts/country-names/bundled-country-names.ts";
import { openInMemory } from "../../fixtures/data-set-files.ts";
import { dataSetOf, MANIFEST, record } from "../../fixtures/records.ts";
import { joined } from "../../fixtures/source-stores.ts";

const DIRECTORY = { segment: 7, stories: null, sourceEnd: 16, runs: [["meta", null, [3]]] };

describe("a directory", () => {
  test.each<[object, boolean]>([
    [{}, true],
    [{ segment: null, stories: 2 }, true],
    [{ runs: [["urls/", 0, [0, 67_108_864]]] }, true],
    [{ sourceEnd: 15 }, false],
    [{ sourceEnd: 16.5 }, false],
    [{ segment: "7" }, false],
    [{ runs: [["urls/", -1, [1]]] }, false],
    [{ runs: [["urls/", 0, [-1]]] }, false],
    [{ runs: [["urls/", 0, [67_108_865]]] }, false],
    [{ runs: [["urls/", 0]] }, false],
    [{ runs: [[1, 0, []]] }, false],
  ])("with %j is one of a file: %s", (changes, isOne) => {
    expect(fileDirectory.safeParse({ ...DIRECTORY, ...changes }).success).toBe(isOne);
  });

  test("begins after a header of sixteen bytes, SSDATA and a line end", () => {
    expect(HEADER_BYTES).toBe(16);
    expect(String.fromCharCode(...MAGIC)).toBe("SSDATA\r\n");
  });
});

/** A file in memory, as it is written. */
function memory() {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  return {
    write: (bytes: Uint8Array<ArrayBuffer>) => void parts.push(bytes.slice()),
    bytes: () => joined(parts),
  };
}

test("blocks are found by their names, in whatever order they were written", async () => {
  const sink = memory();
  const writer = new DataSetFileWriter(sink);
  const { info, sites, outlets, patterns } = dataSetOf([]);
  await writer.addRecord(record("https://a.example/1"));
  expect(writer.bytes).toBe(0);
  const last = await writer.endSource({ info, sites, outlets, patterns });
  expect(last?.start).toBe(16);
  expect(writer.sourceEnd).toBe(16 + (last?.bytes.length ?? 0));
  const names = [
    ...(["urls/0", "urls/1", "urls/3", "domains/4", "patterns", "urls/4", "urls/2"] as const),
    ...(["domains/0", "latest/1"] as const),
  ];
  for (const [i, name] of names.entries())
    await writer.addBlock({ name, bytes: Uint8Array.of(i, i) });
  await writer.close();
  expect(sink.bytes().length).toBe(writer.bytes);
  const { file } = await openInMemory(sink.bytes());
  expect(await Promise.all(names.map((name) => file.read(name)))).toEqual(
    names.map((_, i) => Uint8Array.of(i, i)),
  );
  expect(await file.read("domains/1")).toBeUndefined();
  expect(await file.read("urls/5")).toBeUndefined();
  expect(file.hasSegment).toBe(false);
});

test("a file begins with its header, and then its records", async () => {
  const sink = memory();
  const writer = new DataSetFileWriter(sink);
  await writer.addRecord(record("https://a.example/1"));
  const last = await writer.endSource(dataSetOf([]));
  expect(Buffer.from(sink.bytes().slice(0, 16)).toString("hex")).toBe(
    "5353444154410d0a" + "00000001" + "00000000",
  );
  expect(sink.bytes().slice(16, writer.sourceEnd)).toEqual(last?.bytes);
});

/** A file without records that has blocks of some lengths. */
async function fileWith(lengths: readonly (readonly [name: FileBlockName, length: number])[]) {
  const sink = memory();
  const writer = new DataSetFileWriter(sink);
  const { info, sites, outlets, patterns } = dataSetOf([]);
  await writer.endSource({ info, sites, outlets, patterns });
  const begin = writer.bytes;
  for (const [name, length] of lengths)
    await writer.addBlock({ name, bytes: new Uint8Array(length) });
  const end = writer.bytes;
  await writer.close();
  return { ...(await openInMemory(sink.bytes())), begin, end, size: writer.bytes };
}

describe("several blocks are read at once", () => {
  async function reads(
    lengths: readonly (readonly [name: FileBlockName, length: number])[],
    ...names: FileBlockName[]
  ) {
    const { file, ranges, begin } = await fileWith(lengths);
    ranges.length = 0;
    const found = await file.readAll(names);
    expect(found.map((bytes) => bytes?.length)).toEqual(
      names.map((name) => lengths.find(([one]) => one === name)?.[1]),
    );
    return ranges.map(([start, end]) => [start - begin, end - begin]);
  }

  test("over gaps of 16 kB, and not over larger ones", async () => {
    const blocks = [
      ["urls/0", 10],
      ["urls/1", 16_384],
      ["urls/2", 10],
      ["urls/3", 16_385],
      ["urls/4", 10],
    ] as const;
    expect(await reads(blocks, "urls/2", "urls/0")).toEqual([[0, 16_404]]);
    expect(await reads(blocks, "urls/2", "urls/4")).toEqual([
      [16_394, 16_404],
      [32_789, 32_799],
    ]);
  });

  test("up to a megabyte", async () => {
    const blocks = [
      ["urls/0", 600_000],
      ["urls/1", 448_576],
      ["urls/2", 1],
    ] as const;
    expect(await reads(blocks, "urls/0", "urls/1")).toEqual([[0, 1_048_576]]);
    expect(await reads(blocks, "urls/0", "urls/1", "urls/2")).toEqual([
      [0, 1_048_576],
      [1_048_576, 1_048_577],
    ]);
  });
});

test.each<[FileBlockName[], boolean, boolean]>([
  [[], false, false],
  [["meta"], true, false],
  [["story-meta"], false, false],
  [["story-meta", "meta"], true, true],
])(
  "a file with the blocks %j has an index: %s, and stories: %s",
  async (names, segment, stories) => {
    const { file } = await fileWith(names.map((name) => [name, 1] as const));
    expect([file.hasSegment, file.hasStories]).toEqual([segment, stories]);
  },
);

test("a file knows how large its largest block is", async () => {
  const { file } = await fileWith([
    ["urls/0", 5000],
    ["urls/1", 7000],
    ["urls/2", 6000],
    ["patterns", 10],
  ]);
  expect(file.largestBlock).toBe(7000);
});

test("the directory of a thousand blocks with consecutive numbers is small", async () => {
  const blocks = Array.from({ length: 1000 }, (_, i) => [`urls/${i}`, 1] as const);
  const { size, end } = await fileWith(blocks);
  expect(size - end).toBeLessThan(200);
});

test("writing a file reports its progress and what is in it", async () => {
  const sink = memory();
  const reports: [string, number | null][] = [];
  const facts = await writeDataSetFile(
    { write: sink.write, read: async (start, end) => sink.bytes().slice(start, end) },
    {
      manifest: MANIFEST,
      records: ["https://a.example/1", "https://b.example/2", "https://a.example/1"].map((url) =>
        record(url),
      ),
      siteOf: registrableDomain,
      countries: bundledCountryNames(),
      spill: createMemorySpill(),
      onProgress: (step, share) => void reports.push([step, share]),
    },
  );
  expect(reports.filter(([step]) => step === "records")).toEqual(Array(3).fill(["records", null]));
  expect(reports.filter(([step]) => step === "index")).toEqual([["index", 1]]);
  const shares = reports.flatMap(([step, share]) => (step === "stories" ? (share ?? []) : []));
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect([shares[0], shares.at(-1)]).toEqual([0, 0.95]);
  expect(facts).toMatchObject({
    articles: 2,
    outlets: 2,
    duplicates: 1,
    patterns: ["*://*.a.example/*", "*://*.b.example/*"],
    bytes: sink.bytes().length,
  });
  const { file } = await openInMemory(sink.bytes());
  expect(await file.read(`docs/16+${facts.sourceBytes}`)).toHaveLength(facts.sourceBytes);
  expect(await file.read(`docs/16+${facts.sourceBytes + 1}`)).toBeUndefined();
  expect([file.hasSegment, file.hasStories]).toEqual([true, true]);
});
