import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import {
  DataSetFile,
  UnreadableDataSetFileError,
} from "../../../core/data-set-file/data-set-file.ts";
import { DamagedBlockError } from "../../../core/segment/block-codec.ts";
import { readableRecords } from "../../../core/segment/scan-source.ts";
import { SegmentReader } from "../../../core/segment/segment-reader.ts";
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
