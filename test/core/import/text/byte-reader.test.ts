import { describe, expect, test } from "vitest";
import { ByteReader, joined } from "../../../../core/import/text/byte-reader.ts";

/** A reader of some chunks of text, which tells whether it was closed, and may fail after them. */
function readerOf(chunks: readonly string[], fault?: Error) {
  const state = { isClosed: false };
  async function* source() {
    try {
      for (const chunk of chunks) yield new TextEncoder().encode(chunk);
      if (fault !== undefined) throw fault;
    } finally {
      state.isClosed = true;
    }
  }
  return { reader: new ByteReader(source()), state };
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

async function rest(reader: ByteReader): Promise<string[]> {
  const parts: string[] = [];
  for await (const bytes of reader) parts.push(text(bytes));
  return parts;
}

describe("looking ahead", () => {
  test("takes as many chunks as are needed, and leaves them unread", async () => {
    const { reader } = readerOf(["ab", "cd", "ef"]);
    expect(text(await reader.peek(1))).toBe("a");
    expect(text(await reader.peek(3))).toBe("abc");
    expect(await rest(reader)).toEqual(["abcd", "ef"]);
  });

  test("gives fewer bytes at the end", async () => {
    const { reader } = readerOf(["ab"]);
    expect(text(await reader.peek(9))).toBe("ab");
    expect(await rest(reader)).toEqual(["ab"]);
  });

  test("allows to skip what was seen", async () => {
    const { reader } = readerOf(["abc"]);
    await reader.peek(3);
    reader.skip(2);
    expect(await rest(reader)).toEqual(["c"]);
  });
});

describe("a source that fails", () => {
  const FAULT = new Error("gone");

  test("fails only after the bytes before", async () => {
    const { reader } = readerOf(["ab"], FAULT);
    expect(text(await reader.peek(9))).toBe("ab");
    expect(text(await reader.peek(9))).toBe("ab");
    const found: string[] = [];
    const reading = (async () => {
      for await (const bytes of reader) found.push(text(bytes));
    })();
    await expect(reading).rejects.toBe(FAULT);
    expect(found).toEqual(["ab"]);
    expect(() => reader.throwFault()).toThrow(FAULT);
  });

  test("is not thrown before reading ahead has reached it", async () => {
    const { reader } = readerOf(["ab"], FAULT);
    await reader.peek(1);
    expect(() => reader.throwFault()).not.toThrow();
  });
});

describe("blanks are skipped", () => {
  test.each([
    [["a"], 0, "a"],
    [["  \t a"], 0, "a"],
    [["\n\r\n a"], 2, "a"],
    [["\r\r a"], 2, "a"],
    [["\n", "\n ", "b"], 2, "b"],
    [["\n", ""], 1, ""],
    [[], 0, ""],
  ])("of %j: %i line ends", async (chunks, lines, left) => {
    const { reader } = readerOf(chunks);
    expect(await reader.skipBlank()).toBe(lines);
    expect((await rest(reader)).join("")).toBe(left);
  });
});

test("the source is closed when a loop is left early, and by itself", async () => {
  const { reader, state } = readerOf(["a", "b"]);
  for await (const _ of reader) break;
  expect(state.isClosed).toBe(true);
  const other = readerOf(["a", "b"]);
  await other.reader.peek(1);
  await other.reader.close();
  expect(other.state.isClosed).toBe(true);
});

test("parts are joined, and a single one is not copied", () => {
  const one = Uint8Array.of(1, 2);
  expect(joined([one])).toBe(one);
  expect([...joined([one, Uint8Array.of(), Uint8Array.of(3)])]).toEqual([1, 2, 3]);
  expect(joined([]).length).toBe(0);
});
