import { describe, expect, test } from "vitest";
import type { TableField } from "../../../../core/import/tables/table-fields.ts";
import { TableRecord } from "../../../../core/import/tables/table-record.ts";

/** The fields of a row with a cell for each of some columns, as a plain object. */
function fieldsOf(cells: { readonly [field in TableField]?: string }): Record<string, unknown> {
  const names = Object.keys(cells) as TableField[];
  const table = new TableRecord(new Map(names.map((field, index) => [field, index])));
  return Object.fromEntries(table.of(Object.values(cells)));
}

const provider = (fields: Record<string, unknown>) => new Map(Object.entries(fields));

test("a row without cells is an article of no outlet", () => {
  expect(fieldsOf({})).toEqual({ type: "article", provider: new Map() });
  expect(fieldsOf({ title: "", url: "", timestamp: " ", topics: " ", image: " " })).toEqual({
    type: "article",
    provider: new Map(),
  });
});

test("a row has the fields of a record", () => {
  expect(
    fieldsOf({
      title: "A",
      excerpt: "B",
      url: "https://a.example/1",
      originalUrl: "https://a.example/2",
      ampWebUrl: "https://a.example/3",
      cdnAmpWebUrl: "https://a.example/4",
      timestamp: " 2024-03-10 ",
      type: " video ",
      publisher: "The A",
      hostname: "www.A.example",
      quality: "59.5",
      heat: "-1",
      category: "World",
      language: "en",
      published: " TRUE ",
      removed: "false",
      marks: "opinion; paywall",
      topics: " AI;Law ",
      image: " https://a.example/1.png ",
      related: '[{"title":"R"}]',
      history: '[{"title":"Z"}]',
      featuredContent: "<p>",
      secured: "a;b",
    }),
  ).toEqual({
    title: "A",
    excerpt: "B",
    originalUrl: "https://a.example/2",
    webUrl: "https://a.example/1",
    ampWebUrl: "https://a.example/3",
    cdnAmpWebUrl: "https://a.example/4",
    publishedDateTime: "2024-03-10T00:00:00Z",
    type: "video",
    provider: provider({ domain: "a.example", name: "The A" }),
    quality: 59.5,
    heat: -1,
    category: "World",
    language: "en",
    marks: ["opinion", "paywall"],
    published: true,
    removed: false,
    topics: ["AI", "Law"],
    images: [new Map([["url", "https://a.example/1.png"]])],
    related: [{ title: "R" }],
    history: [{ title: "Z" }],
    featuredContent: "<p>",
    secured: "a;b",
  });
});

describe("an outlet is", () => {
  test.each<[string, Parameters<typeof fieldsOf>[0], Record<string, unknown>]>([
    [
      "that of the address",
      { url: "https://www.A.example:81/1" },
      { domain: "a.example", name: "a.example" },
    ],
    [
      "that of the address, without its last dot",
      { url: "http://a.example.?x" },
      { domain: "a.example", name: "a.example" },
    ],
    [
      "that of an address in other letters",
      { url: "https://bücher.example/1" },
      { domain: "xn--bcher-kva.example", name: "xn--bcher-kva.example" },
    ],
    [
      "that of the original address",
      { originalUrl: "https://a.example#x" },
      { domain: "a.example", name: "a.example" },
    ],
    [
      "named by its own column",
      { url: "https://a.example/1", publisher: "A" },
      { domain: "a.example", name: "A" },
    ],
    [
      "named by its host, where the column is blank",
      { url: "https://a.example/1", publisher: " " },
      { domain: "a.example", name: "a.example" },
    ],
    [
      "at the host of its own column",
      { url: "https://a.example/1", hostname: " B.example " },
      { domain: "b.example", name: "a.example" },
    ],
    [
      "at the host of an address there",
      { hostname: "https://www.b.example/x" },
      { domain: "b.example", name: "b.example" },
    ],
    [
      "at the domain of our own export",
      { hostname: "b.example", "provider.domain": "c.example" },
      { domain: "c.example", name: "c.example" },
    ],
    ["none of an address that is none", { url: "a.example" }, {}],
    [
      "a site whose name is www",
      { url: "https://www.example/1" },
      { domain: "www.example", name: "www.example" },
    ],
    [
      "not that of a user name",
      { url: "https://b.example@a.example/1" },
      { domain: "a.example", name: "a.example" },
    ],
  ])("%s", (_, cells, expected) => {
    expect(fieldsOf(cells)["provider"]).toEqual(provider(expected));
  });

  test("one with the pictures of our own export", () => {
    expect(fieldsOf({ publisher: "A", "provider.images": '[{"url":"x"}]' })["provider"]).toEqual(
      provider({ name: "A", images: [{ url: "x" }] }),
    );
  });
});

describe("a cell that cannot be used is passed on as it is", () => {
  test.each<[TableField, string, string, unknown]>([
    ["quality", "good", "quality", "good"],
    ["quality", "1e999", "quality", "1e999"],
    ["removed", "truely", "removed", "truely"],
    ["removed", "untrue", "removed", "untrue"],
    ["removed", "falsehood", "removed", "falsehood"],
    ["removed", "afalse", "removed", "afalse"],
    ["topics", "[AI", "topics", "[AI"],
    ["images", "[x", "images", "[x"],
    ["related", "none", "related", "none"],
    [
      "related",
      "[".repeat(1000) + "]".repeat(1000),
      "related",
      "[".repeat(1000) + "]".repeat(1000),
    ],
    ["secured", '"a', "secured", '"a'],
    ["secured", 'a"', "secured", 'a"'],
    ["secured", '"a"b"', "secured", '"a"b"'],
  ])("%s: %.20s", (field, cell, name, value) => {
    expect(fieldsOf({ [field]: cell })[name]).toEqual(value);
  });
});

describe("topics are separated", () => {
  test.each([
    ["by semicolons", "A; B;;C", ["A", "B", "C"]],
    ["by bars", "A|B", ["A", "B"]],
    ["by commas", "A, B", ["A", "B"]],
    ["not by commas where there are semicolons", "A, B;C", ["A, B", "C"]],
    ["as JSON", '["A","B, C"]', ["A", "B, C"]],
  ])("%s", (_, cell, topics) => {
    expect(fieldsOf({ topics: cell })["topics"]).toEqual(topics);
  });
});

describe("pictures are", () => {
  test.each([
    ["addresses in JSON", '["a",{"url":"b"}]', [new Map([["url", "a"]]), { url: "b" }]],
    ["one address", "a", [new Map([["url", "a"]])]],
  ])("%s", (_, cell, images) => {
    expect(fieldsOf({ images: cell, image: "other" })["images"]).toEqual(images);
  });
});

test("a text that a cell could not hold is a JSON string", () => {
  const cells = { url: '"https://a.example/\\n"', secured: '"a\\r\\nb"', featuredContent: '"<p>"' };
  expect(fieldsOf(cells)).toMatchObject({
    webUrl: "https://a.example/\n",
    secured: "a\r\nb",
    featuredContent: "<p>",
  });
});

test("the notation of times is learnt from rows before", () => {
  const table = new TableRecord(
    new Map([
      ["title", 0],
      ["timestamp", 1],
      ["timeOfDay", 2],
    ]),
  );
  table.learn(["A", "27/03/2024"]);
  table.learn([]);
  expect(table.of(["A", "03/04/2024", "08:30"]).get("publishedDateTime")).toBe("2024-04-03T08:30Z");
});
