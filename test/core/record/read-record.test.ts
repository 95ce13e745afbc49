import { describe, expect, test } from "vitest";
import {
  MAX_EXCERPT_LENGTH,
  MAX_TITLE_LENGTH,
  PLAIN_FIELDS,
  plainKind,
} from "../../../core/record/article-record.ts";
import { readMarkdownRecord } from "../../../core/record/read-markdown-record.ts";
import { least, read } from "./reading.ts";

describe("a record as JSON", () => {
  test("needs title, address, type and outlet only", () => {
    expect(read(least)).toEqual({ record: least, reported: [] });
  });

  test("ignores null and empty values", () => {
    const nothing = { excerpt: null, ampWebUrl: "", quality: null, related: null, heat: undefined };
    expect(read({ ...least, ...nothing })).toEqual({ record: least, reported: [] });
  });

  test("may have an original address only, as videos do", () => {
    const { webUrl, ...rest } = least;
    const video = { ...rest, originalUrl: webUrl, type: "video" };
    expect(read(video)).toEqual({ record: video, reported: [] });
  });

  test.each([["text"], [59], [true], [null], [[least]]])("is not %j", (value) => {
    expect(read(value).record).toBeNull();
  });

  test("reads no key from a prototype", () => {
    const polluted: unknown = JSON.parse('{"__proto__": {"title": "x"}, "constructor": 1}');
    expect(read(polluted)).toEqual({
      record: null,
      reported: [
        ["__proto__", "dropped", '"__proto__"'],
        ["constructor", "dropped", '"constructor"'],
        ["title", "rejected", "nothing"],
      ],
    });
  });
});

describe("a field is repaired when it can be", () => {
  test.each([
    ["quality", " 59 ", 59],
    ["quality", "1.5e2", 150],
    ["heat", "-1", -1],
    ["publishedDateTime", "2022-04-15", "2022-04-15T00:00:00Z"],
    ["publishedDateTime", "2022-04-15 17:04", "2022-04-15T17:04Z"],
    ["publishedDateTime", "2022-04-15T17:04:00.1234567", "2022-04-15T17:04:00.1234567Z"],
    ["publishedDateTime", " 2022-04-15T17:04:00Z", "2022-04-15T17:04:00Z"],
    ["excerpt", "R&amp;D\r\n", "R&D"],
    ["category", 2022, "2022"],
    ["quality", "12,5", 12.5],
    ["quality", "-0,125", -0.125],
    ["quality", "+12,5", 12.5],
    ["quality", "1234,567", 1234.567],
    ["quality", "0,125", 0.125],
    ["quality", " 1,25 ", 1.25],
    ["quality", "1,2345", 1.2345],
    ["ampWebUrl", "\u00a0https://a.example/", "https://a.example/"],
  ])("%s: %j is read as %j", (field, value, mended) => {
    const { record, reported } = read({ ...least, [field]: value });
    expect(record).toEqual({ ...least, [field]: mended });
    expect(reported.map(([name, severity]) => [name, severity])).toEqual(
      typeof value === "number" ? [] : [[field, "repaired"]],
    );
  });

  test.each([
    ["quality", 189],
    ["quality", 0],
    ["quality", -3.5],
    ["heat", -1],
    ["publishedDateTime", "2022-04-15T17:04:00+05:30"],
    ["publishedDateTime", "2024-02-29T00:00:00Z"],
    ["publishedDateTime", "1600-01-01T00:00Z"],
    ["removed", true],
    ["secured", " a\r\n;b "],
    ["featuredContent", "<p>R&amp;D</p>\r\n"],
  ])("%s: %j is kept as it is", (field, value) => {
    expect(read({ ...least, [field]: value })).toEqual({
      record: { ...least, [field]: value },
      reported: [],
    });
  });
});

describe("a field is dropped when it cannot be repaired", () => {
  test.each([
    ["quality", "good", '"good"'],
    ["quality", " ", '" "'],
    ["quality", true, "true"],
    ["quality", "1,234", '"1,234"'],
    ["quality", "-12,345", '"-12,345"'],
    ["quality", "123,456", '"123,456"'],
    ["quality", "1,2,3", '"1,2,3"'],
    ["quality", "a1,5", '"a1,5"'],
    ["quality", "1,5a", '"1,5a"'],
    ["quality", ",5", '",5"'],
    ["quality", "1,", '"1,"'],
    ["publishedDateTime", "x2022-04-15T17:04:00Z", '"x2022-04-15T17:04:00Z"'],
    ["publishedDateTime", "2022-04-15T17:04:00Zx", '"2022-04-15T17:04:00Zx"'],
    ["quality", [59], "[59]"],
    ["publishedDateTime", "2022-13-01T00:00:00Z", '"2022-13-01T00:00:00Z"'],
    ["publishedDateTime", "2023-02-29T00:00:00Z", '"2023-02-29T00:00:00Z"'],
    ["publishedDateTime", "2022-04-31", '"2022-04-31"'],
    ["publishedDateTime", "2022-04-15T25:00:00Z", '"2022-04-15T25:00:00Z"'],
    ["publishedDateTime", "1599-12-31T23:59:59Z", '"1599-12-31T23:59:59Z"'],
    ["publishedDateTime", "2100-01-01T00:00:00Z", '"2100-01-01T00:00:00Z"'],
    ["publishedDateTime", "15 April 2022", '"15 April 2022"'],
    ["publishedDateTime", 2022, "2022"],
    ["published", "false", '"false"'],
    ["topics", "AI", '"AI"'],
    ["excerpt", { html: "x" }, '{"html":"x"}'],
    ["cdnAmpWebUrl", "javascript:alert(1)", '"javascript:alert(1)"'],
    ["ampWebUrl", 7, "7"],
    ["author", "A. Writer", '"author"'],
  ])("%s: %j", (field, value, found) => {
    expect(read({ ...least, [field]: value })).toEqual({
      record: least,
      reported: [[field, "dropped", found]],
    });
  });
});

describe("text over the limit is cut", () => {
  test.each([
    ["title", MAX_TITLE_LENGTH],
    ["excerpt", MAX_EXCERPT_LENGTH],
  ])("%s", (field, length) => {
    const { record, reported } = read({ ...least, [field]: "x".repeat(length + 1) });
    expect(record).toEqual({ ...least, [field]: `${"x".repeat(length - 1)}…` });
    expect(reported.map(([name, severity]) => [name, severity])).toEqual([[field, "repaired"]]);
  });

  test("a title of 3 million characters in front matter", () => {
    const markdown = `---\ntitle: "${"x".repeat(3_000_000)}"\nwebUrl: "https://news.example/x"\n---\n`;
    const { record } = readMarkdownRecord("x.md", markdown);
    expect(record?.title.length).toBe(MAX_TITLE_LENGTH);
  });

  test("a title of 10 MB in front matter is too much", () => {
    const markdown = `---\ntitle: "${"x".repeat(10_000_000)}"\nwebUrl: "https://news.example/x"\n---\n`;
    expect(readMarkdownRecord("x.md", markdown)).toEqual({
      record: null,
      problems: [
        {
          file: "x.md",
          line: 1,
          field: "",
          severity: "rejected",
          message: "expected at most 4000000 characters of fields",
          found: "",
        },
      ],
    });
  });
});

test("a related article without title, address or outlet is dropped, the others stay", () => {
  const { record, reported } = read({
    ...least,
    related: [
      { ...least, title: "" },
      { ...least, webUrl: "ftp://x" },
      { ...least, provider: 1 },
      least,
    ],
  });
  expect(record?.related).toEqual([least]);
  expect(reported.filter(([, severity]) => severity === "dropped").map(([field]) => field)).toEqual(
    ["related[0].title", "related[1].webUrl", "related[1].webUrl", "related[2].provider"],
  );
});

test("a number may be zero, but not zero below it, which JSON has not", () => {
  expect(read({ ...least, quality: -0 }).record?.quality).toBe(0);
});

test("a picture may have a size, a title and a mark that it is cached", () => {
  const images = [
    { url: "https://a.example/1.png", width: 640, height: 480, isCached: true, title: "A bridge" },
  ];
  expect(read({ ...least, images })).toEqual({ record: { ...least, images }, reported: [] });
  const [image] =
    read({ ...least, images: [{ ...images[0], width: 639.5, height: 2 ** 60 }] }).record?.images ??
    [];
  expect(image).toEqual({
    url: "https://a.example/1.png",
    width: 640,
    isCached: true,
    title: "A bridge",
  });
});

test("fields without a value are not in the record", () => {
  expect(Object.keys(read(least).record ?? {})).toEqual(["title", "webUrl", "type", "provider"]);
});

describe("the outlet", () => {
  test("is taken from the address when there is none, without www.", () => {
    const { record } = read({
      ...least,
      webUrl: "https://www.news.example/x",
      provider: undefined,
    });
    expect(record?.provider).toEqual({ name: "news.example", domain: "news.example" });
  });

  test("is not taken from an address in numbers, which names none", () => {
    const { record } = read({ ...least, webUrl: "https://[::1]/x", provider: undefined });
    expect(record).toBeNull();
  });

  test.each([
    ["keeps a www. within its host", "https://news.www.example.com/x", "news.www.example.com"],
    ["has no dot at its end", "https://www.news.example./x", "news.example"],
  ])("%s", (_, webUrl, domain) => {
    expect(read({ ...least, webUrl, provider: null }).record?.provider).toEqual({
      name: domain,
      domain,
    });
  });

  test("is none without a domain, though it has a name", () => {
    const { record } = read({
      ...least,
      webUrl: "https://-a.example/1",
      provider: { name: "A" },
    });
    expect(record).toBeNull();
  });

  test.each([
    "a..example",
    "-a.example",
    "example",
    "a.example/x",
    "a.b.example!",
    "a".repeat(250),
  ])("has no domain %s", (domain) => {
    const { record } = read({ ...least, provider: { name: "A", domain } });
    expect(record?.provider).toEqual({ name: "A", domain: "news.example" });
  });

  test.each(["a.example", "a-b.c_d.example", "_a.xn--p1ai", "1.example"])(
    "may have the domain %s",
    (domain) => {
      const provider = { name: "A", domain };
      expect(read({ ...least, provider })).toEqual({
        record: { ...least, provider },
        reported: [],
      });
    },
  );

  test("may have pictures", () => {
    const provider = { ...least.provider, images: [{ url: "https://news.example/logo.png" }] };
    expect(read({ ...least, provider })).toEqual({ record: { ...least, provider }, reported: [] });
  });
});

test("the plain fields are texts, numbers and flags", () => {
  const kinds = Object.entries(PLAIN_FIELDS).map(([name, schema]) => [name, plainKind(schema)]);
  expect(kinds).toEqual([
    ["quality", "number"],
    ["heat", "number"],
    ["language", "text"],
    ["category", "text"],
    ["published", "flag"],
    ["removed", "flag"],
  ]);
});
