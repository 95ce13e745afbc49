import { deflateRawSync } from "node:zlib";
import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import {
  DataSetFile,
  UnreadableDataSetFileError,
} from "../../../core/data-set-file/data-set-file.ts";
import { encodeTrailer } from "../../../core/data-set-file/trailer.ts";
import { checksum } from "../../../core/hash.ts";
import { DamagedBlockError, sealBytes } from "../../../core/segment/block-codec.ts";
import { readableRecords } from "../../../core/segment/scan-source.ts";
import { SegmentReader } from "../../../core/segment/segment-reader.ts";
import { decodeSourceBlock } from "../../../core/segment/source-block.ts";
import { UnreadableSegmentError } from "../../../core/segment/unreadable-segment.ts";
import { dataSetFileOf } from "../../fixtures/data-set-files.ts";
import { record, seedRecord } from "../../fixtures/records.ts";

const PAGE = "https://a.example/1";
const RECORDS = [seedRecord(), record(PAGE, { related: [record("https://b.example/1")] })];

let bytes: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  ({ bytes } = await dataSetFileOf(RECORDS));
});

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
  const good = { segment: null, stories: null, sourceEnd: 16, runs: [["outlets", null, [100]]] };

  test("that is as it should be opens the file", async () => {
    expect((await open(withDirectory(good))).hasSegment).toBe(false);
  });

  test.each<[string, unknown]>([
    ["whose blocks overlap the directory", { ...good, runs: [["outlets", null, [101]]] }],
    ["whose blocks leave a gap", { ...good, runs: [["outlets", null, [99]]] }],
    ["with a negative length", { ...good, runs: [["urls/", 0, [200, -100]]] }],
    ["with a length beyond the file", { ...good, runs: [["outlets", null, [2 ** 40]]] }],
    ["with a length that is no whole number", { ...good, runs: [["urls/", 0, [99.5, 0.5]]] }],
    ["with a negative number", { ...good, runs: [["urls/", -1, [100]]] }],
    ["whose source ends before it begins", { ...good, sourceEnd: 0 }],
    ["whose source ends after the file", { ...good, sourceEnd: 2 ** 50 }],
    ["without blocks", { ...good, runs: null }],
    ["that is a list", []],
    ["that is nothing", null],
  ])("%s is damaged", async (_, directory) => {
    await expect(open(withDirectory(directory))).rejects.toMatchObject({ fault: "damaged" });
  });

  test("that unpacks to more than 16 MB is damaged", async () => {
    const runs = [["outlets", null, [100]]];
    const bomb = { ...good, runs, padding: " ".repeat(16_777_216) };
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

test("a source block is read only where the source is", async () => {
  const file = await open(bytes);
  for (const name of ["docs/0+16", "docs/16+99999999", "docs/99999999999+5"] as const)
    expect(await file.read(name)).toBeUndefined();
});

/** All that a file answers, as text; `refused` for each part that it cannot read, by an error of its own. */
async function answersOf(content: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const answers: string[] = [];
  const ask = async (question: () => Promise<unknown>) => {
    try {
      answers.push(JSON.stringify(await question()) ?? "");
    } catch (error) {
      const isTyped =
        error instanceof DamagedBlockError ||
        error instanceof UnreadableDataSetFileError ||
        error instanceof UnreadableSegmentError;
      if (!isTyped) throw error;
      answers.push("refused");
    }
  };
  let file: DataSetFile | null = null;
  await ask(async () => {
    file = await open(content);
  });
  if (file === null) return answers;
  const opened: DataSetFile = file;
  await ask(() => opened.outlets());
  await ask(async () => {
    const found = [];
    for await (const block of opened.scan())
      found.push(...(block.records === null ? ["refused"] : readableRecords(block)));
    return found;
  });
  await ask(async () => {
    const segment = await SegmentReader.open((name) => opened.read(name));
    return [await segment.article("a.example/1"), await segment.outlet("a.example")];
  });
  return answers;
}

describe("a file that was changed on its way", () => {
  /** Each answer is that of the whole file, or a refusal. */
  async function expectIntactOrRefused(content: Uint8Array<ArrayBuffer>): Promise<void> {
    const whole = await answersOf(bytes);
    for (const [i, answer] of (await answersOf(content)).entries())
      if (!answer.includes("refused")) expect(answer).toBe(whole[i]);
  }

  test("by a bit gives what it held, or says that it is damaged", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
        const content = bytes.slice();
        content[bit >> 3] = (content[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        await expectIntactOrRefused(content);
      }),
      { numRuns: 300 },
    );
  });

  test("by a cut is not opened", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        await expect(open(bytes.slice(0, length))).rejects.toThrow(UnreadableDataSetFileError);
      }),
      { numRuns: 200 },
    );
  });

  test("by a cut after it was opened gives what it held, or says that it is damaged", async () => {
    const whole = await answersOf(bytes);
    for (let kept = 16; kept < bytes.length; kept += 211) {
      let length = bytes.length;
      const file = await DataSetFile.open(
        async (start, end) => bytes.slice(0, length).slice(start, end),
        bytes.length,
      );
      length = kept;
      const outlets = await file.outlets().catch((error: unknown) => error);
      if (!(outlets instanceof DamagedBlockError)) expect(JSON.stringify(outlets)).toBe(whole[1]);
    }
  });
});
