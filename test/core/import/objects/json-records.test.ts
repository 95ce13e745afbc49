import { describe, expect, test } from "vitest";
import { type JsonRecord, JsonRecords } from "../../../../core/import/objects/json-records.ts";
import type { ColumnMapping } from "../../../../core/import/tables/columns.ts";

/** What is found in a text that comes in these parts, each of which begins on line 1. */
function found(
  parts: string | readonly string[],
  maxBytes = 1000,
  given: ColumnMapping = {},
): readonly JsonRecord[] {
  const json = new JsonRecords(maxBytes, given);
  for (const text of [parts].flat()) json.push({ text, line: 1 });
  json.end();
  return json.taken();
}

/** A value with objects in place of the maps. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!(value instanceof Map)) return value;
  return Object.fromEntries(Array.from(value, ([key, one]) => [key, plain(one)]));
}

const values = (...args: Parameters<typeof found>) =>
  found(...args).map(({ value }) => plain(value));
const isRoot = (text: string) => found(text).map((record) => record.isRoot);

describe("the records of a JSON text are", () => {
  test.each<[string, string, unknown[]]>([
    ["the items of a list", '[{"a":1},"x",null,[2]]', [{ a: 1 }, "x", null, [2]]],
    ["the items of a list in an object", '{"n":1,"list":[{"a":1},{"a":2}]}', [{ a: 1 }, { a: 2 }]],
    ["the items of two lists in an object", '{"b":[{"a":1}],"c":[{"a":2}]}', [{ a: 1 }, { a: 2 }]],
    ["the items of each of several lists", "[1] [2]", [1, 2]],
    ["objects one after the other", '{"a":1} {"a":2}', [{ a: 1 }, { a: 2 }]],
    ["an object", '{"a":{"b":[1]}}', [{ a: { b: [1] } }]],
    ["an empty object", "{}", [{}]],
    ["a text or a number", '"x" 7', ["x", 7]],
  ])("%s", (_, text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  test.each(["[]", '{"list":[{"a":1}]} []'])("none in an empty list: %s", (text) => {
    expect(values(text)).toEqual(text === "[]" ? [] : [{ a: 1 }]);
  });

  test("also the items of a list of objects that are none, after the first object", () => {
    expect(values('{"list":[1,2,{"a":1},3,{"a":2}]}')).toEqual([{ a: 1 }, 1, 2, { a: 2 }, 3]);
  });

  test("whole texts, or parts of one", () => {
    expect(isRoot('{"a":1}')).toEqual([true]);
    expect(isRoot('[{"a":1}]')).toEqual([false]);
    expect(isRoot('{"list":[{"a":1}]}')).toEqual([false]);
    expect(isRoot('{"x":{"title":"A","url":"a"}}')).toEqual([false]);
  });

  test("the same, however the text is cut", () => {
    const text = '{"list":[{"title":"Ä, b","n":-1.5},{"title":"C"}]}';
    for (let at = 1; at < text.length; at++)
      expect(values([text.slice(0, at), text.slice(at)])).toEqual([
        { title: "Ä, b", n: -1.5 },
        { title: "C" },
      ]);
  });

  test("returned once", () => {
    const json = new JsonRecords(1000);
    json.push({ text: "[1,", line: 1 });
    expect(json.taken().map(({ value }) => value)).toEqual([1]);
    expect(json.taken()).toEqual([]);
    json.push({ text: "2]", line: 1 });
    expect(json.taken().map(({ value }) => value)).toEqual([2]);
  });

  test("maps, so that `__proto__` is a field like any other", () => {
    const [record] = found('{"__proto__":{"a":1}}');
    expect(record?.value).toEqual(new Map([["__proto__", new Map([["a", 1]])]]));
  });
});

describe("an object with a list of objects", () => {
  test.each<[string, string, boolean]>([
    ["neither has a title or an address", '{"list":[{"a":1}]}', true],
    ["it has a title, and they have both", '{"title":"T","list":[{"title":"A","url":"u"}]}', true],
    ["it has a title, and they have one too", '{"title":"T","list":[{"title":"A"}]}', false],
    ["it has a title, and they have an address", '{"title":"T","list":[{"url":"u"}]}', false],
    ["it has an address, and they have a title", '{"url":"u","list":[{"title":"A"}]}', true],
    ["it has an address, and they have one too", '{"url":"u","list":[{"url":"v"}]}', false],
    [
      "it has both, and they have both",
      '{"title":"T","url":"u","list":[{"title":"A","url":"v"}]}',
      true,
    ],
    ["it has both, and they have a title", '{"title":"T","url":"u","list":[{"title":"A"}]}', false],
    ["the list is deeper, and they have neither", '{"data":{"list":[{"a":1}]}}', false],
    ["the list is deeper, and they have a title", '{"data":{"list":[{"title":"A"}]}}', true],
    ["the list is deeper, and they have an address", '{"data":{"list":[{"url":"v"}]}}', true],
    ["the list is the record's own", '{"related":[{"title":"A","url":"v"}]}', false],
    ["it has the address of a record", '{"webUrl":"u","list":[{"title":"A","webUrl":"v"}]}', false],
    [
      "it has the first address of a record",
      '{"originalUrl":"u","list":[{"title":"A","webUrl":"v"}]}',
      false,
    ],
  ])("has them as records where %s: %s %s", (_, text, hasThem) => {
    expect(isRoot(text)).toEqual([!hasThem]);
  });

  test("is a record where a column mapping says that it has the title, and the objects have none", () => {
    const text = '{"Zeile":{"oben":"A"},"list":[{"url":"u"}]}';
    expect(values(text)).toEqual([{ url: "u" }]);
    expect(values(text, 1000, { title: "Zeile.oben" })).toHaveLength(1);
    expect(isRoot(text)).toEqual([false]);
    expect(found(text, 1000, { title: "Zeile.oben" }).map((one) => one.isRoot)).toEqual([true]);
  });

  test("is one after another that was a record", () => {
    expect(isRoot('{"list":[{"a":1}]} {"title":"T","list":[{"a":1}]}')).toEqual([false, true]);
  });

  test("is a record where a column mapping says that it has the title and the address", () => {
    const text = '{"Zeile":{"oben":"A"},"Ort":"u","list":[{"x":1}]}';
    expect(values(text)).toEqual([{ x: 1 }]);
    expect(values(text, 1000, { title: "Zeile.oben", url: "ort" })).toEqual([
      { Zeile: { oben: "A" }, Ort: "u", list: [{ x: 1 }] },
    ]);
  });
});

test("once an object has records, each object of its list is one", () => {
  const text = '{"title":"T","list":[{"title":"A","url":"u"},{"a":1},{"title":"B"}]}';
  expect(values(text)).toEqual([{ title: "A", url: "u" }, { a: 1 }, { title: "B" }]);
});

describe("an object of objects", () => {
  const A = { title: "A", url: "u" };

  test.each<[string, object, unknown[]]>([
    [
      "each with a title and an address",
      { x: A, y: { title: "B", link: "v" } },
      [A, { title: "B", link: "v" }],
    ],
    ["one without an address", { x: A, y: { title: "B" } }, [{ x: A, y: { title: "B" } }]],
    ["one without a title", { x: A, y: { url: "v" } }, [{ x: A, y: { url: "v" } }]],
    ["and a number", { x: A, n: 1 }, [{ x: A, n: 1 }]],
  ])("has records by their ids, if each has a title and an address: %s", (_, object, expected) => {
    expect(values(JSON.stringify(object))).toEqual(expected);
  });

  test("has them on the lines of their ids, all of one length", () => {
    const text = '{\n"x":{"title":"A","url":"u"},\n"y":\n{"title":"B","url":"v"}}';
    expect(found(text).map(({ line, length, lines }) => [line, length, lines.size])).toEqual([
      [2, 30, 0],
      [3, 30, 0],
    ]);
  });

  test("is no longer than a record may be", () => {
    const text = JSON.stringify({ x: A });
    expect(text).toHaveLength(29);
    expect(values(text, 29)).toEqual([A]);
    expect(values(`[1,2,3] ${text}`, 29)).toEqual([1, 2, 3, A]);
    expect(() => values(text, 28)).toThrow("expected at most 28 bytes in a record");
  });
});

describe("a record", () => {
  test("has the line on which it starts, and those of its fields", () => {
    const [first, second] = found('[\n{"a":1,\n\n"b":{\n"c":2}},\n{"a":\n3}]');
    expect([first?.line, [...(first?.lines ?? [])]]).toEqual([
      2,
      [
        ["a", 2],
        ["b", 4],
      ],
    ]);
    expect([second?.line, [...(second?.lines ?? [])]]).toEqual([6, [["a", 6]]]);
  });

  test("has the lines of its own fields where it is in a list in an object", () => {
    const [record] = found('{"n":1,"list":\n[{"a":\n1,\n"b":2}]}');
    expect([record?.line, [...(record?.lines ?? [])]]).toEqual([
      2,
      [
        ["a", 2],
        ["b", 4],
      ],
    ]);
  });

  test("has lines that are counted from that of its block", () => {
    const json = new JsonRecords(1000);
    json.push({ text: "[1,\n2,\n", line: 1 });
    json.push({ text: "3,\n4]", line: 70 });
    expect(json.taken().map(({ line }) => line)).toEqual([1, 2, 70, 71]);
  });

  test("has its length in bytes", () => {
    expect(found('[{"a":1},{"a":"é"}]').map(({ length }) => length)).toEqual([7, 10]);
  });

  test("has at most so many bytes, whatever is around it", () => {
    expect(values('[{"a":1},{"a":2},{"a":3}]', 7)).toHaveLength(3);
    expect(() => values('[{"a":10}]', 7)).toThrow("expected at most 7 bytes in a record");
    expect(() => values('{"a":100}', 8)).toThrow("expected at most 8 bytes in a record");
  });

  test("that is too long is not read to its end", () => {
    const json = new JsonRecords(20);
    json.push({ text: '[{"a":1}, {"a":"', line: 1 });
    json.push({ text: "123456789", line: 1 });
    expect(() => json.push({ text: "0123", line: 4 })).toThrow(
      expect.objectContaining({
        message: "expected at most 20 bytes in a record",
        scope: "member",
        line: 4,
      }),
    );
  });

  test("is kept where the text after it is no JSON", () => {
    const json = new JsonRecords(1000);
    expect(() => json.push({ text: '[{"a":1},\n{"a"}]', line: 5 })).toThrow(
      expect.objectContaining({ message: "expected JSON", scope: "member", line: 6 }),
    );
    expect(json.taken().map(({ value }) => plain(value))).toEqual([{ a: 1 }]);
  });
});

test.each([
  ...[
    "[,]",
    "[1,,]",
    '{"a":,}',
    "[:]",
    "1,2",
    "[1,]",
    "[,1]",
    "[1 2]",
    "[1:2]",
    '["a":1]',
    "[}",
    "]",
    "nul",
    "-",
    "[1}",
  ],
  ...['{"a":1,}', "{,}", '{"a" 1}', '{"a":}', '{"a","b":1}', '{"a":1 "b":2}', '{"a":1:2}', "{]"],
  ...["{1:2}", "{true:2}", '{"a":1,2:3}', '{"a":1,{}:3}', "}", ":", ",", '{"a"]', '{"a":]'],
])("%s is no JSON", (text) => {
  expect(() => values(text)).toThrow("expected JSON");
});

test.each(["[1", "[", '{"a":1', '{"a"', "[{}"])("%s is cut off", (text) => {
  expect(() => values(text)).toThrow("expected the rest of the JSON; it is cut off");
});

test("lists and objects may lie in each other 64 deep", () => {
  const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
  expect(values(nested(64))).toHaveLength(1);
  expect(() => values(nested(65))).toThrow("expected at most 64 levels");
});
