import { describe, expect, test } from "vitest";
import { decodeFeed } from "../../../../core/feeds/text/decode-feed.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...parts: readonly (string | number)[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === "number" ? [part] : Array.from(part, (character) => character.charCodeAt(0)),
    ),
  );
const utf16 = (text: string, isBig: boolean) =>
  Array.from(text, (character) => character.charCodeAt(0)).flatMap((code) =>
    isBig ? [0, code] : [code, 0],
  );

describe("the text of a feed", () => {
  test("is UTF-8 when nothing is declared", () => {
    expect(decodeFeed(utf8("<a>Żółć</a>"), "")).toBe("<a>Żółć</a>");
  });

  test("is UTF-8 when its bytes are, although the header says Latin-1", () => {
    expect(decodeFeed(utf8("<a>Żółć</a>"), "text/xml; charset=ISO-8859-1")).toBe("<a>Żółć</a>");
  });

  test("is UTF-8 when its bytes are, although the declaration says something else", () => {
    const text = '<?xml version="1.0" encoding="windows-1251"?><a>Приве́т</a>';
    expect(decodeFeed(utf8(text), "")).toBe(text);
  });

  test("is in the header's encoding", () => {
    expect(decodeFeed(bytes("<a>", 0xcf, 0xf0, "</a>"), "text/xml; charset=windows-1251")).toBe(
      "<a>Пр</a>",
    );
  });

  test("is in the declaration's encoding where the header has none", () => {
    const head = '<?xml version="1.0" encoding="KOI8-R"?>';
    expect(decodeFeed(bytes(head, 0xf0, 0xd2), "text/xml")).toBe(`${head}Пр`);
  });

  test("is in the declaration's encoding where it cannot be in the header's", () => {
    const head = '<?xml version="1.0" encoding="iso-8859-1"?>';
    expect(decodeFeed(bytes(head, "caf", 0xe9), "text/xml; charset=utf-8")).toBe(`${head}café`);
  });

  test("is in the declaration's encoding where the header has a server's default", () => {
    const head = '<?xml version="1.0" encoding="windows-1251"?>';
    const type = "text/xml; charset=iso-8859-1";
    expect(decodeFeed(bytes(head, 0xcf, 0xf0), type)).toBe(`${head}Пр`);
  });

  test("is in the header's encoding where the declaration has a default", () => {
    const head = '<?xml version="1.0" encoding="iso-8859-1"?>';
    const type = "text/xml; charset=windows-1251";
    expect(decodeFeed(bytes(head, 0xcf, 0xf0), type)).toBe(`${head}Пр`);
  });

  test("is ISO-2022-JP by its declaration, although the header says UTF-8", () => {
    const head = '<?xml version="1.0" encoding="iso-2022-jp"?>';
    const text = bytes(head, 0x1b, "$B", 0x46, 0x7c, 0x1b, "(B");
    expect(decodeFeed(text, "text/xml; charset=utf-8")).toBe(`${head}日`);
  });

  test("is Windows-1252 on the lines that are not UTF-8, when no other encoding is declared", () => {
    expect(decodeFeed(bytes("caf", 0xe9, "\n", 0xc3, 0xa9), "text/xml; charset=klingon")).toBe(
      "café\né",
    );
  });

  test.each([
    ["big-endian", true, [0xfe, 0xff]],
    ["little-endian", false, [0xff, 0xfe]],
    ["big-endian without mark", true, []],
    ["little-endian without mark", false, []],
  ])("is UTF-16, %s", (_, isBig, mark) => {
    expect(
      decodeFeed(Uint8Array.from([...mark, ...utf16("<a>", isBig)]), "text/xml; charset=utf-8"),
    ).toBe("<a>");
  });

  test.each([true, false])("is UTF-16 without mark by the first sign of JSON, too: %s", (isBig) => {
    expect(decodeFeed(Uint8Array.from(utf16("{}", isBig)), "")).toBe("{}");
  });

  test("is not UTF-16 by a first byte that is zero, or a second one", () => {
    expect(decodeFeed(bytes(0, "a"), "")).toBe("\0a");
    expect(decodeFeed(bytes("a", 0, "b"), "")).toBe("a\0b");
    expect(decodeFeed(bytes("a<"), "")).toBe("a<");
    expect(decodeFeed(bytes("a{"), "")).toBe("a{");
  });

  test("is in the declaration's encoding, with blanks in it and before it", () => {
    const head = "\n <?xml version='1.0'\n encoding = 'KOI8-R'?>";
    expect(decodeFeed(bytes(head, 0xf0, 0xd2), "text/xml")).toBe(`${head}Пр`);
  });

  test("is not in an encoding that other text declares", () => {
    const text = "<a/> <?xml encoding='KOI8-R'?>";
    expect(decodeFeed(bytes(text, 0xe9), "")).toBe(`${text}é`);
  });

  test("has no byte order mark", () => {
    expect(decodeFeed(utf8("\ufeff{}"), "text/html; charset=latin1")).toBe("{}");
  });

  test("is ISO-2022-JP when ASCII contains its escape sequences", () => {
    expect(
      decodeFeed(bytes(0x1b, "$B", 0x46, 0x7c, 0x1b, "(B"), "text/xml; charset=iso-2022-jp"),
    ).toBe("日");
  });
});
