import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "../../../core/published/canonical-json.ts";

describe("canonical JSON", () => {
  test("has no white space, and members in the order of their names", () => {
    const value = JSON.parse('{ "b": [1, null, true], "a": { "d": "x", "c": -0 } }');
    expect(canonicalJson(value)).toBe('{"a":{"c":0,"d":"x"},"b":[1,null,true]}');
  });

  test("orders names by UTF-16 code units, as the sample of RFC 8785 does", () => {
    const names = ["\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6"];
    const value = Object.fromEntries(names.map((name) => [name, 0]));
    expect(canonicalJson(value)).toBe(
      '{"\\r":0,"1":0,"\u0080":0,"\u00f6":0,"\u20ac":0,"\ud83d\ude00":0,"\ufb33":0}',
    );
  });

  test("writes numbers and texts as the sample of RFC 8785 does", () => {
    const value = JSON.parse(
      '[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001, "\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/"]',
    );
    expect(canonicalJson(value)).toBe(
      `[333333333.3333333,1e+30,4.5,0.002,1e-27,"\u20ac$\\u000f\\nA'B\\"\\\\\\\\\\"/"]`,
    );
  });

  test("keeps members that are named like parts of every object", () => {
    const value = JSON.parse('{"__proto__":{"a":1},"constructor":2,"toJSON":3}');
    expect(canonicalJson(value)).toBe('{"__proto__":{"a":1},"constructor":2,"toJSON":3}');
  });

  test("is the same for equal values", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test.each([
    ["an infinite number", JSON.parse("1e999")],
    ["a lone surrogate", JSON.parse('"\\ud800"')],
    ["a lone surrogate in a name", JSON.parse('{"\\ud800":1}')],
    ["undefined", undefined],
  ])("is refused for %s", (_, value) => {
    expect(() => canonicalJson([value])).toThrow(TypeError);
  });
});
