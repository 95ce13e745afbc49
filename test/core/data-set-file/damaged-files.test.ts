import { deflateRawSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { DataSetFile } from "../../../core/data-set-file/data-set-file.ts";
import { encodeTrailer } from "../../../core/data-set-file/trailer.ts";
import { checksum } from "../../../core/hash.ts";
import { DamagedBlockError, sealBytes } from "../../../core/segment/block-codec.ts";
import { decodeSourceBlock } from "../../../core/segment/source-block.ts";
import { dataSetFileOf } from "../../fixtures/data-set-files.ts";
import { record } from "../../fixtures/records.ts";

/** A directory of a file without records. */
const GOOD = { segment: null, stories: null, sourceEnd: 16, runs: [["outlets", null, [100]]] };

let bytes: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  ({ bytes } = await dataSetFileOf([record("https://a.example/1")]));
});

const flipped = (at: number): Uint8Array<ArrayBuffer> => {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};

const open = (content: Uint8Array<ArrayBuffer>) =>
  DataSetFile.open(async (start, end) => content.slice(start, end), content.length);

/** A file of 16 bytes of source, 100 bytes of blocks and a directory. */
function withDirectory(directory: unknown): Uint8Array<ArrayBuffer> {
  const packed = new Uint8Array(deflateRawSync(JSON.stringify(directory)));
  return Uint8Array.from([
    ...bytes.slice(0, 16),
    ...new Uint8Array(100),
    ...packed,
    ...encodeTrailer(116, packed),
  ]);
}

describe("a directory", () => {
  test("that is as it should be opens the file", async () => {
    expect((await open(withDirectory(GOOD))).hasSegment).toBe(false);
  });

  test.each<[string, unknown]>([
    ["whose blocks overlap the directory", { ...GOOD, runs: [["outlets", null, [101]]] }],
    ["whose blocks leave a gap", { ...GOOD, runs: [["outlets", null, [99]]] }],
    ["with a negative length", { ...GOOD, runs: [["urls/", 0, [200, -100]]] }],
    ["with a length beyond the file", { ...GOOD, runs: [["outlets", null, [2 ** 40]]] }],
    ["with a length that is no whole number", { ...GOOD, runs: [["urls/", 0, [99.5, 0.5]]] }],
    ["with a negative number", { ...GOOD, runs: [["urls/", -1, [100]]] }],
    ["whose source ends before it begins", { ...GOOD, sourceEnd: 0 }],
    ["whose source ends after the file", { ...GOOD, sourceEnd: 2 ** 50 }],
    ["without blocks", { ...GOOD, runs: null }],
    ["that is a list", []],
    ["that is nothing", null],
  ])("%s is damaged", async (_, directory) => {
    await expect(open(withDirectory(directory))).rejects.toMatchObject({ fault: "damaged" });
  });

  test("that unpacks to more than 16 MB is damaged", async () => {
    const runs = [["outlets", null, [100]]];
    const bomb = { ...GOOD, runs, padding: " ".repeat(16_777_216) };
    const content = withDirectory(bomb);
    expect(content.length).toBeLessThan(20_000);
    await expect(open(content)).rejects.toMatchObject({ fault: "damaged" });
  });

  test("that is no deflate is damaged", async () => {
    const noise = Uint8Array.of(255, 255, 255);
    const content = Uint8Array.from([...bytes.slice(0, 16), ...noise, ...encodeTrailer(16, noise)]);
    await expect(open(content)).rejects.toMatchObject({ fault: "damaged" });
  });
});

describe("a source block with a good checksum", () => {
  function blockOf(text: string | Uint8Array): Uint8Array<ArrayBuffer> {
    const packed = new Uint8Array(deflateRawSync(text));
    const block = new Uint8Array(8 + packed.length);
    new DataView(block.buffer).setUint32(0, packed.length + 4);
    new DataView(block.buffer).setUint32(4, checksum(packed));
    block.set(packed, 8);
    return block;
  }

  test.each([
    ["no head", ""],
    ["a head that is no JSON", "[1"],
    ["a head of another shape", '{"records":1}'],
    ["a negative number of records", "[-1,[]]"],
    ["a reference to a negative place", "[0,[[-5,5]]]"],
    ["65 MB of nothing", new Uint8Array(67_108_865)],
  ])("and %s is damaged", async (_, text) => {
    await expect(decodeSourceBlock("docs/16+9", blockOf(text))).rejects.toThrow(DamagedBlockError);
  });
});

test("outlets of another shape are damaged", async () => {
  const outlets = sealBytes(new Uint8Array(deflateRawSync('{"info":1}')));
  const padded = [
    ["outlets", null, [outlets.length]],
    ["patterns", null, [100 - outlets.length]],
  ];
  const directory = { segment: null, stories: null, sourceEnd: 16, runs: padded };
  const content = withDirectory(directory);
  content.set(outlets, 16);
  await expect((await open(content)).outlets()).rejects.toThrow(DamagedBlockError);
});

describe("a source block", () => {
  test("is read only where the source is", async () => {
    const file = await open(bytes);
    for (const name of ["docs/0+16", "docs/16+99999999", "docs/99999999999+5"] as const)
      expect(await file.read(name)).toBeUndefined();
  });

  test("may begin where the source does, and end where it ends", async () => {
    const file = await open(
      withDirectory({ ...GOOD, sourceEnd: 26, runs: [["outlets", null, [90]]] }),
    );
    expect(await file.read("docs/16+10")).toHaveLength(10);
    for (const name of ["docs/15+10", "docs/16+11", "docs/17+10"] as const)
      expect(await file.read(name), name).toBeUndefined();
  });

  test("has at most 64 MB", async () => {
    const size = 80_000_000;
    const directory = new Uint8Array(
      deflateRawSync(JSON.stringify({ ...GOOD, sourceEnd: size, runs: [] })),
    );
    const trailer = encodeTrailer(size, directory);
    const file = await DataSetFile.open(
      async (start) =>
        start === 0
          ? bytes.slice(0, 16)
          : start === 16
            ? Uint8Array.of(7)
            : start === size
              ? directory
              : trailer,
      size + directory.length + 24,
    );
    expect(await file.read("docs/16+67108864")).toEqual(Uint8Array.of(7));
    expect(await file.read("docs/16+67108865")).toBeUndefined();
  });
});

describe("a file that cannot be opened says why", () => {
  test.each<[string, () => Uint8Array<ArrayBuffer>]>([
    ["nothing", () => new Uint8Array()],
    ["one that is shorter than its header and its trailer", () => bytes.slice(0, 39)],
    ["a page", () => new TextEncoder().encode("<!doctype html><title>Not found</title>".repeat(9))],
    ["a first byte that is another", () => flipped(0)],
  ])("%s is no data set file", async (_, content) => {
    await expect(open(content())).rejects.toMatchObject({ fault: "not-a-data-set-file" });
  });

  test("one of a newer layout asks for a newer extension", async () => {
    const newer = bytes.slice();
    newer[11] = 2;
    await expect(open(newer)).rejects.toMatchObject({ fault: "newer-layout" });
  });

  test.each<[string, () => Uint8Array<ArrayBuffer>]>([
    ["cut short", () => bytes.slice(0, -1)],
    ["cut after forty bytes", () => bytes.slice(0, 40)],
    ["with more at its end", () => new Uint8Array([...bytes, 0])],
    [
      "with more before its trailer",
      () => Uint8Array.of(...bytes.slice(0, -24), 0, ...bytes.slice(-24)),
    ],
    ["with a bit of its directory flipped", () => flipped(bytes.length - 40)],
    ["with a bit of its trailer flipped", () => flipped(bytes.length - 20)],
  ])("one %s is damaged", async (_, content) => {
    await expect(open(content())).rejects.toMatchObject({ fault: "damaged" });
  });

  test("one that became shorter than its header is no data set file", async () => {
    const opened = DataSetFile.open(
      async (start, end) => bytes.slice(start, start === 0 ? 15 : end),
      bytes.length,
    );
    await expect(opened).rejects.toMatchObject({ fault: "not-a-data-set-file" });
  });

  test("its message says it too", async () => {
    await expect(open(bytes.slice(0, 39))).rejects.toThrow(
      "the data set file cannot be read: not-a-data-set-file",
    );
  });

  test.each([
    [16_777_216, 3],
    [16_777_217, 2],
  ])("a directory of %i bytes takes %i reads: it has at most 16 MB", async (length, reads) => {
    const trailer = encodeTrailer(16, new Uint8Array(length));
    let count = 0;
    const opened = DataSetFile.open(
      async (start) => {
        count++;
        return start === 0 ? bytes.slice(0, 16) : start === 16 ? new Uint8Array() : trailer;
      },
      16 + length + 24,
    );
    await expect(opened).rejects.toMatchObject({ fault: "damaged" });
    expect(count).toBe(reads);
  });
});
