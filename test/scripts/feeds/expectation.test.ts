import { expect, test } from "vitest";
import { expectationsIn } from "../../../scripts/bench/feeds/expectation.ts";

const of = (expression: string) =>
  expectationsIn(`<!--\nDescription: x\nExpect:      ${expression}\n-->\n<rss/>`);

test("an item's field and a text", () => {
  expect(of("not bozo and entries[0]['title'] == u'It\\'s a \\u2014 \\n b'")).toEqual([
    { places: [{ item: 0, field: "title" }], value: "It's a — \n b" },
  ]);
});

test("several parts, with the words that part them in texts", () => {
  expect(of(`feed.title == "a and b == c" and len(entries) == 2`)).toEqual([
    { places: [{ item: null, field: "title" }], value: "a and b == c" },
    { places: [{ item: null, field: "length" }], value: 2 },
  ]);
});

test("several places with one value, in pieces", () => {
  expect(of("entries[0]['id'] == entries[1]['id'] == 'a' + 'b'")).toEqual([
    {
      places: [
        { item: 0, field: "id" },
        { item: 1, field: "id" },
      ],
      value: "ab",
    },
  ]);
});

test("a time", () => {
  expect(of("entries[0]['updated_parsed'] == (2004, 1, 1, 19, 48, 21, 3, 1, 0)")).toEqual([
    { places: [{ item: 0, field: "updated_parsed" }], value: [2004, 1, 1, 19, 48, 21, 3, 1, 0] },
  ]);
});

test.each([
  "bozo",
  "1",
  "not bozo and entries[0]['tags'][0]['term'] == 'a'",
  "entries[0]['link'] == entries[1]['tags'][0] == 'a'",
  "not bozo and feed['ttl']",
])("another form is rejected: %s", (expression) => {
  expect(of(expression)).toEqual([]);
});
