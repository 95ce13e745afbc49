import { describe, expect, test } from "vitest";
import {
  countLines,
  decodeText,
  decodeUtf8,
  type Encoding,
  type LineEnd,
} from "../../../../core/import/text/decode-text.ts";

const encode = (text: string) => new TextEncoder().encode(text);

async function* chunked(chunks: readonly Uint8Array[]) {
  yield* chunks;
}

/** The blocks of some chunks, and the lines that were not UTF-8. */
async function decoded(
  chunks: readonly Uint8Array[],
  { encoding = "utf-8" as Encoding, lineEnd = "\n" as LineEnd, firstLine = 1 } = {},
) {
  const notUtf8: number[] = [];
  const blocks: [number, string][] = [];
  const layout = { encoding, lineEnd };
  const note = (line: number) => notUtf8.push(line);
  for await (const { text, line } of decodeText(chunked(chunks), layout, firstLine, note))
    blocks.push([line, text]);
  return { blocks, notUtf8 };
}

describe("UTF-8", () => {
  test("is cut after the last line end of each chunk", async () => {
    const { blocks } = await decoded([encode("a\nb"), encode("c"), encode("d\ne\nf")], {
      firstLine: 3,
    });
    expect(blocks).toEqual([
      [3, "a\n"],
      [4, "bcd\ne\n"],
      [6, "f"],
    ]);
  });

  test("is Windows-1252 on the lines that are not valid, which are reported", async () => {
    const latin = Uint8Array.of(...encode("caf"), 0xe9, 0x0a);
    const { blocks, notUtf8 } = await decoded([encode("é\n"), latin, encode("ü")]);
    expect(blocks.map(([, text]) => text).join("")).toBe("é\ncafé\nü");
    expect(notUtf8).toEqual([2]);
  });

  test("may have carriage returns alone for line ends", async () => {
    const { blocks } = await decoded([encode("a\rb\r"), encode("c")], { lineEnd: "\r" });
    expect(blocks).toEqual([
      [1, "a\nb\n"],
      [3, "c"],
    ]);
    expect((await decoded([encode("a\r\nb")])).blocks).toEqual([
      [1, "a\r\n"],
      [2, "b"],
    ]);
  });

  test.each(["é", "€", "😀", "a"])(
    "is not cut within %s in a very long line",
    async (character) => {
      const bytes = encode(character.repeat(300_000));
      for (const cut of [262_145, 262_146, 262_147, 262_148]) {
        const { blocks, notUtf8 } = await decoded([bytes.subarray(0, cut), bytes.subarray(cut)]);
        expect(notUtf8).toEqual([]);
        expect(blocks.length).toBeGreaterThan(1);
        expect(blocks.map(([, text]) => text).join("") === character.repeat(300_000)).toBe(true);
      }
    },
  );

  test("of a line of 256 kB is one piece, of a longer one several", async () => {
    const part = encode("x".repeat(131_072));
    expect((await decoded([part, part])).blocks.length).toBe(1);
    expect((await decoded([part, part, encode("y")])).blocks.length).toBe(1);
    expect((await decoded([part, part, encode("y"), encode("z")])).blocks.length).toBe(2);
  });

  test("of no bytes is no block", async () => {
    expect((await decoded([])).blocks).toEqual([]);
  });
});

test.each(["utf-16le", "utf-16be"] as const)(
  "%s is decoded, also when a chunk cuts a character",
  async (encoding) => {
    const codes = Array.from("a\né\r\nb", (character) => character.charCodeAt(0));
    const bytes = codes.flatMap((code) => (encoding === "utf-16le" ? [code, 0] : [0, code]));
    const whole = Uint8Array.from(bytes);
    const { blocks } = await decoded([whole.subarray(0, 5), whole.subarray(5)], {
      encoding,
      firstLine: 2,
    });
    expect(blocks).toEqual([
      [2, "a\n"],
      [3, "é\r\nb"],
      [4, ""],
    ]);
    const old = await decoded(
      [whole.subarray(0, 2), Uint8Array.of(...(encoding === "utf-16le" ? [13, 0] : [0, 13]))],
      {
        encoding,
        lineEnd: "\r",
      },
    );
    expect(old.blocks.map(([, text]) => text).join("")).toBe("a\n");
  },
);

test("whole lines are decoded at once, from a given line on", () => {
  const lines: number[] = [];
  const bytes = Uint8Array.of(...encode("a\n"), 0xff, 0x0a, ...encode("ü\n"), 0xe4);
  expect(decodeUtf8(bytes, 5, (line) => lines.push(line))).toBe("a\nÿ\nü\nä");
  expect(lines).toEqual([6, 8]);
});

test("line feeds are counted", () => {
  expect(["", "a", "\n", "a\nb\n\n", "\r\n"].map(countLines)).toEqual([0, 0, 1, 3, 1]);
});
