import { describe, expect, test } from "vitest";
import { decodeFeed } from "../../../../core/feeds/text/decode-feed.ts";
import { encodingLabel } from "../../../../core/feeds/text/encoding-label.ts";

/** A feed of one title, in bytes that no encoder of the platform writes. */
function titled(encoding: string, ...title: readonly number[]): Uint8Array {
  const ascii = (text: string) => new TextEncoder().encode(text);
  const head = `<?xml version="1.0" encoding="${encoding}"?><title>`;
  return Uint8Array.from([...ascii(head), ...title, ...ascii("</title>")]);
}

const titleOf = (bytes: Uint8Array, contentType = "") =>
  /<title>(.*)<\/title>/.exec(decodeFeed(bytes, contentType))?.[1];

describe("half a character at the end of a text is dropped, and the rest is read, in", () => {
  test.each([
    ["gb2312", [0xd0, 0xc2, 0xce, 0xc5, 0xb1, 0xb1, 0xbe, 0xa9, 0xca], "新闻北京"],
    ["euc-kr", [0xb4, 0xba, 0xbd, 0xba, 0xbc, 0xad, 0xbf, 0xef, 0xb1], "뉴스서울"],
    ["big5", [0xb7, 0x73, 0xbb, 0x44, 0xa5, 0x78, 0xa5, 0x5f, 0xa5], "新聞台北"],
    ["shift_jis", [0x93, 0xfa, 0x96, 0x7b, 0x93, 0x8c, 0x8b, 0x9e, 0x82], "日本東京"],
    ["utf-8", [0xd0, 0x94, 0xd0, 0xb0, 0xd0, 0xbd, 0xd0, 0xbe, 0xd0], "Дано"],
    ["windows-1251", [0xd0, 0x94, 0xd0, 0xb0, 0xd0, 0xbd, 0xd0, 0xbe, 0xd0], "Дано"],
  ])("%s", (encoding, bytes, text) => {
    expect(titleOf(titled(encoding, ...bytes))).toBe(text);
  });

  test("an encoding that only the header names", () => {
    const bytes = titled("iso-8859-1", 0xd0, 0xc2, 0xce, 0xc5, 0xb1, 0xb1, 0xbe, 0xa9, 0xca);
    expect(titleOf(bytes, "text/xml; charset=gbk")).toBe("新闻北京");
  });
});

test("half a character within a text leaves a mark", () => {
  const bytes = [0xd0, 0x94, 0xd0, 0xb0, 0xd0, 0x78, 0xd0, 0xbd, 0xd0, 0xbe];
  expect(titleOf(titled("utf-8", ...bytes))).toBe("Да\ufffdxно");
});

test("surrogates that were encoded each alone are one character", () => {
  expect(titleOf(titled("utf-8", 0xed, 0xa0, 0xbc, 0xed, 0xbd, 0x80))).toBe("\u{1f340}");
});

test("half of such a pair is no character", () => {
  expect(titleOf(titled("utf-8", 0x61, 0xed, 0xa0, 0xbc, 0x62))).toBe("aí\u00a0¼b");
});

describe("a feed may call an encoding", () => {
  test.each([
    ["MS949", "euc-kr"],
    ["cp949", "euc-kr"],
    ["KSC_5601", "euc-kr"],
    ["CP932", "shift_jis"],
    ["Windows31J", "shift_jis"],
    ["cp936", "gb18030"],
    ["GB_2312-80", "gb18030"],
    ["cp950", "big5"],
    ["Big5-HKSCS", "big5"],
    ["EUC_JP", "euc-jp"],
    ["win-1251", "windows-1251"],
    ["ISO8859_15", "iso-8859-15"],
    ["UTF8mb4", "utf-8"],
    ["koi8r", "koi8-r"],
    ["KOI8-U", "koi8-u"],
    ["TIS-620", "windows-874"],
    ["macintosh", "macintosh"],
  ])("%s", (written, label) => {
    expect(encodingLabel(written)).toBe(label);
  });
});
