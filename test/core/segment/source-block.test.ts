import { describe, expect, test } from "vitest";
import { checksum } from "../../../core/hash.ts";
import { DamagedBlockError } from "../../../core/segment/block-codec.ts";
import { deflate } from "../../../core/segment/deflate.ts";
import {
  decodeSourceBlock,
  documentsName,
  encodeSourceBlock,
  placeOfDocuments,
} from "../../../core/segment/source-block.ts";

const LINES = {
  records: ['{"a":1}', '{"b":2}'],
  related: ['{"c":3}'],
  referredTo: [{ start: 0, length: 100 }],
};

/** A block with this text, whose header is right. */
async function blockOf(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await deflate(new TextEncoder().encode(text));
  const bytes = new Uint8Array(8 + packed.length);
  const header = new DataView(bytes.buffer);
  header.setUint32(0, packed.length + 4);
  header.setUint32(4, checksum(packed));
  bytes.set(packed, 8);
  return bytes;
}

describe("a source block", () => {
  test("is a header, and lines that are compressed: numbers, records, related articles", async () => {
    const bytes = await encodeSourceBlock(LINES);
    expect(bytes).toEqual(await blockOf('[2,[[0,100]]]\n{"a":1}\n{"b":2}\n{"c":3}'));
  });

  test.each([
    ["with everything", LINES],
    ["with records alone", { records: ["1"], related: [], referredTo: [] }],
    ["with nothing", { records: [], related: [], referredTo: [] }],
  ])("comes back as it was: %s", async (_, lines) => {
    expect(await decodeSourceBlock("docs/0+1", await encodeSourceBlock(lines))).toEqual(lines);
  });

  test("may lie inside a larger buffer", async () => {
    const bytes = await encodeSourceBlock(LINES);
    const buffer = new Uint8Array(bytes.length + 9);
    buffer.set(bytes, 5);
    expect(await decodeSourceBlock("x", buffer.subarray(5, 5 + bytes.length))).toEqual(LINES);
  });
});

describe("a source block is damaged", () => {
  test.each([
    ["without numbers", '{"a":1}'],
    ["that is empty", ""],
    ["with a number below zero", "[-1,[]]"],
    ["with half a number", "[0.5,[]]"],
    ["with a place that is none", "[0,[[1]]]"],
    ["with a place below zero", "[0,[[-1,2]]]"],
    ["with more than numbers", "[0,[],1]"],
  ])("%s", async (_, text) => {
    await expect(decodeSourceBlock("docs/0+1", await blockOf(text))).rejects.toThrow(
      new DamagedBlockError("docs/0+1"),
    );
  });

  test("whose header is cut, or tells another length or checksum", async () => {
    const bytes = await encodeSourceBlock(LINES);
    for (const damaged of [
      new Uint8Array(),
      bytes.slice(0, 7),
      bytes.slice(0, -1),
      bytes.with(3, (bytes[3] ?? 0) ^ 1),
      bytes.with(7, (bytes[7] ?? 0) ^ 1),
    ])
      await expect(decodeSourceBlock("x", damaged)).rejects.toThrow(DamagedBlockError);
  });
});

test("the name of a block tells its place", () => {
  expect(documentsName({ start: 12, length: 345 })).toBe("docs/12+345");
  expect(placeOfDocuments("docs/12+345")).toEqual({ start: 12, length: 345 });
});

test.each(["docs/12", "docs/+5", "docs/1+", "urls/0", "xdocs/1+2", "docs/1+2x", "docs/-1+2"])(
  "%s is not the name of a source block",
  (name) => {
    expect(placeOfDocuments(name)).toBeNull();
  },
);
