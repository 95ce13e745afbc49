import { describe, expect, test } from "vitest";
import { readRecord } from "../../../core/record/read-record.ts";

const LEAST = {
  title: "A bridge opens",
  webUrl: "https://news.example/bridge",
  type: "article",
  provider: { name: "Example News", domain: "news.example" },
};

/** The reports on a record: field, severity, message and value of each. */
function reports(value: unknown) {
  return readRecord(value, { file: "x", lineOf: () => null }).problems.map(
    ({ field, severity, message, found }) => `${field}: ${severity}: ${message}, found ${found}`,
  );
}

describe("a report says what was expected and what was found", () => {
  test.each<[string, Record<string, unknown>, string]>([
    [
      "a field that the format does not have",
      { author: "A" },
      'author: dropped: expected a field of the format, found "author"',
    ],
    ["a text that is none", { excerpt: ["x"] }, 'excerpt: dropped: expected text, found ["x"]'],
    [
      "a text that is named fields",
      { excerpt: new Map([["a", 1]]) },
      'excerpt: dropped: expected text, found ["a"]',
    ],
    [
      "more related articles than a record may have",
      { related: Array(4097).fill(LEAST) },
      "related: dropped: expected at most 4096 related articles, found 4097",
    ],
    ["an opaque text that is none", { secured: 1 }, "secured: dropped: expected text, found 1"],
    [
      "several repairs",
      { excerpt: "R&amp;D\u0000" },
      'excerpt: repaired: html-entity, control-character, found "R&amp;D\\u0000"',
    ],
    [
      "a number that is none",
      { quality: "good" },
      'quality: dropped: expected a number, found "good"',
    ],
    [
      "a number without end",
      { quality: Number.POSITIVE_INFINITY },
      "quality: dropped: expected a number that is not too large, found Infinity",
    ],
    [
      "a number without end below zero",
      { quality: "-1e999" },
      'quality: dropped: expected a number that is not too large, found "-1e999"',
    ],
    ["not a number", { quality: Number.NaN }, "quality: dropped: expected a number, found NaN"],
    ["a number as text", { quality: "5" }, 'quality: repaired: expected a number, found "5"'],
    [
      "a flag that is none",
      { removed: "no" },
      'removed: dropped: expected true or false, found "no"',
    ],
    ["a list that is none", { topics: "AI" }, 'topics: dropped: expected a list, found "AI"'],
    [
      "a type of its own",
      { type: "podcast" },
      'type: repaired: expected “article” or “video”; took “article”, found "podcast"',
    ],
    [
      "a time that is none",
      { publishedDateTime: "today" },
      'publishedDateTime: dropped: expected a time such as 2022-04-15T17:04:00Z, between 1600 and 2100, found "today"',
    ],
    [
      "a time that can be mended",
      { publishedDateTime: "2022-04-15" },
      'publishedDateTime: repaired: expected a time such as 2022-04-15T17:04:00Z, between 1600 and 2100, found "2022-04-15"',
    ],
    [
      "a time that is a flag",
      { publishedDateTime: true },
      "publishedDateTime: dropped: expected a time such as 2022-04-15T17:04:00Z, between 1600 and 2100, found true",
    ],
    [
      "a related article that is none",
      { related: [7] },
      "related[0]: dropped: expected a related article with named fields, found 7",
    ],
    [
      "an address that is a number",
      { ampWebUrl: 7 },
      "ampWebUrl: dropped: expected an http or https address, found 7",
    ],
    [
      "an address after a no-break space",
      { ampWebUrl: "\u00a0https://a.example/" },
      'ampWebUrl: repaired: expected an http or https address, found "\u00a0https://a.example/"',
    ],
    [
      "a picture without an address",
      { images: [{ width: 1 }] },
      'images[0]: dropped: expected an image with an http or https address, found {"width":1}',
    ],
    [
      "a picture that is a text",
      { images: ["a.png"] },
      'images[0]: dropped: expected an image with an http or https address, found "a.png"',
    ],
    [
      "an outlet's domain in capitals",
      { provider: { name: "A", domain: " A.Example. " } },
      'provider.domain: repaired: expected a host name such as example.com, found " A.Example. "',
    ],
    [
      "an outlet without a domain",
      { provider: { name: "A" } },
      'provider.domain: repaired: took the host of the address, found "news.example"',
    ],
    [
      "an outlet without a name",
      { provider: { domain: "a.example" } },
      'provider.name: repaired: took the domain for the name, found "a.example"',
    ],
  ])("%s", (_, fields, report) => {
    expect(reports({ ...LEAST, ...fields })).toEqual([report]);
  });

  test.each<[string, unknown, string[]]>([
    ["no record", 7, [": rejected: expected a record with named fields, found 7"]],
    ["no title", { ...LEAST, title: null }, ["title: rejected: expected a title, found nothing"]],
    [
      "a title that is a list",
      { ...LEAST, title: [] },
      ["title: dropped: expected text, found []", "title: rejected: expected a title, found []"],
    ],
    [
      "no address",
      { ...LEAST, webUrl: null },
      [
        "webUrl: rejected: expected an http or https address in webUrl or originalUrl, found nothing",
      ],
    ],
    [
      "an outlet that is a text",
      { ...LEAST, provider: "News" },
      ['provider: rejected: expected an outlet with name and domain, found "News"'],
    ],
    [
      "an outlet whose domain is a number",
      { ...LEAST, provider: { name: "A", domain: 7 } },
      [
        "provider.domain: dropped: expected a host name such as example.com, found 7",
        'provider.domain: repaired: took the host of the address, found "news.example"',
      ],
    ],
    [
      "an outlet with neither a domain nor an address to take it from",
      { ...LEAST, webUrl: "https://-a.example/1", provider: { name: "A" } },
      [
        'provider.domain: dropped: expected a host name in the address, found "-a.example"',
        'provider: rejected: expected an outlet with name and domain, found {"name":"A"}',
      ],
    ],
  ])("%s", (_, value, expected) => {
    expect(reports(value)).toEqual(expected);
  });
});

test("long values are cut, in the middle of no character", () => {
  expect(reports({ ...LEAST, quality: `${"x".repeat(77)}😀😀` })).toEqual([
    `quality: dropped: expected a number, found "${"x".repeat(77)}\ufffd…`,
  ]);
  expect(reports({ ...LEAST, removed: "\u202e".repeat(200) })).toEqual([
    `removed: dropped: expected true or false, found "${"\\u202e".repeat(13)}…`,
  ]);
});
