import { describe, expect, test } from "vitest";
import { FileHead, HEAD_LENGTH } from "../../../../core/import/formats/file-head.ts";

const ascii = (text: string) => Array.from(text, (character) => character.charCodeAt(0));
const head = (...bytes: number[]) => new FileHead(Uint8Array.from(bytes));

describe("the encoding of a file is known by its start", () => {
  test.each<[string, number[], string, number]>([
    ["the mark of UTF-8", [0xef, 0xbb, 0xbf, 0x61], "utf-8", 3],
    ["the mark of UTF-16, little-endian", [0xff, 0xfe, 0x61, 0], "utf-16le", 2],
    ["the mark of UTF-16, big-endian", [0xfe, 0xff, 0, 0x61], "utf-16be", 2],
    ["zeros after ASCII", [0x61, 0, 0x62, 0], "utf-16le", 0],
    ["zeros before ASCII", [0, 0x61, 0, 0x62], "utf-16be", 0],
    ["neither", ascii("abcd"), "utf-8", 0],
    ["one zero after ASCII", [0x61, 0, 0x62, 0x63], "utf-8", 0],
    ["one zero before ASCII", [0, 0x61, 0x62, 0x63], "utf-8", 0],
    ["zeros alone", [0, 0, 0, 0], "utf-8", 0],
    ["half a mark of UTF-8", [0xef, 0xbb, 0x61, 0x62], "utf-8", 0],
    ["two other bytes", [0xff, 0xff, 0x61, 0x62], "utf-8", 0],
    ["nothing", [], "utf-8", 0],
  ])("%s", (_, bytes, encoding, markLength) => {
    const found = head(...bytes);
    expect([found.encoding, found.markLength]).toEqual([encoding, markLength]);
  });
});

test("the text is that of the start, without the mark, and its lines end with line feeds", () => {
  expect(head(0xef, 0xbb, 0xbf, ...ascii("a\nb")).text).toBe("a\nb");
  expect(head(0x61, 0, 0x62, 0).text).toBe("ab");
});

test.each([
  ["a\nb", "\n", "a\nb"],
  ["a\r\nb", "\n", "a\r\nb"],
  ["a\rb\rc", "\r", "a\nb\nc"],
  ["a\r", "\n", "a\r"],
  ["a\nb\rc", "\n", "a\nb\rc"],
  ["", "\n", ""],
])("%j has lines that end with %j", (text, lineEnd, read) => {
  const found = head(...ascii(text));
  expect([found.lineEnd, found.text]).toEqual([lineEnd, read]);
});

test("bytes and ASCII are found at an offset", () => {
  const found = head(...ascii("PK\x03\x04ustar"));
  expect(found.has("PK")).toBe(true);
  expect(found.has([0x50, 0x4b, 3, 4])).toBe(true);
  expect(found.has("ustar", 4)).toBe(true);
  expect([found.has("ustar"), found.has("PKX"), found.has("ustar!", 4)]).toEqual([
    false,
    false,
    false,
  ]);
});

test("a start that is shorter than 64 kB is the whole file", () => {
  expect(new FileHead(new Uint8Array(HEAD_LENGTH - 1)).isWhole).toBe(true);
  expect(new FileHead(new Uint8Array(HEAD_LENGTH)).isWhole).toBe(false);
  expect(HEAD_LENGTH).toBe(65_536);
});
