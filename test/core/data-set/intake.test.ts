import { describe, expect, test } from "vitest";
import { DataSetIntake } from "../../../core/data-set/intake.ts";
import { registrableDomain } from "../../../core/url/registrable-domain.ts";
import { record, seedRecord } from "../../fixtures/records.ts";

function intakeOf(...records: readonly ReturnType<typeof record>[]): DataSetIntake {
  const intake = new DataSetIntake(registrableDomain);
  for (const each of records) intake.add(each);
  return intake;
}

test("no records have an empty summary", () => {
  expect(intakeOf().summary()).toEqual({
    records: 0,
    duplicates: 0,
    outlets: 0,
    from: null,
    to: null,
    quality: null,
    version: "00000000",
    keys: 0,
  });
});

test("the seed has its article, its outlets and all their addresses", () => {
  expect(intakeOf(seedRecord()).summary()).toMatchObject({
    records: 1,
    duplicates: 0,
    outlets: 4,
    from: Date.UTC(2022, 3, 15, 17, 4),
    to: Date.UTC(2022, 3, 15, 17, 4),
    quality: { min: 59, max: 59, rated: 1 },
    keys: 11,
  });
});

test("an article whose page was read before is a duplicate, under any of its addresses", () => {
  const intake = new DataSetIntake(registrableDomain);
  expect([
    intake.add(record("https://a.example/1")),
    intake.add(record("http://www.a.example/1?utm_source=x")),
    intake.add(record("https://a.example/2")),
  ]).toEqual(["added", "duplicate", "added"]);
  expect(intake.summary()).toMatchObject({ records: 2, duplicates: 1, outlets: 1, keys: 2 });
});

test("a duplicate changes nothing else", () => {
  const first = record("https://a.example/1");
  const again = record("https://a.example/1", {
    quality: 7,
    publishedDateTime: "2020-01-01T00:00:00Z",
    related: [record("https://b.example/1")],
  });
  const once = intakeOf(first);
  const twice = intakeOf(first, again);
  expect(twice.summary()).toEqual({ ...once.summary(), duplicates: 1 });
  expect(twice.sites()).toEqual(once.sites());
  expect(twice.patterns()).toEqual(once.patterns());
});

test("scores and times are those of the articles, not of what they relate to", () => {
  const { quality, from, to } = intakeOf(
    record("https://a.example/1", { quality: 140, publishedDateTime: "2020-01-02T00:00:00Z" }),
    record("https://a.example/2", { quality: -3 }),
    record("https://a.example/3", {
      related: [record("https://b.example/1", { quality: 999 })],
    }),
  ).summary();
  expect(quality).toEqual({ min: -3, max: 140, rated: 2 });
  expect([from, to]).toEqual([Date.UTC(2020, 0, 2), Date.UTC(2020, 0, 2)]);
});

test("the version depends on content and order", () => {
  const one = record("https://a.example/1");
  const two = record("https://a.example/2");
  const version = (...records: readonly (typeof one)[]) => intakeOf(...records).summary().version;
  expect(version(one, two)).toMatch(/^[0-9a-f]{8}$/);
  expect(version(one, two)).toBe(version(one, two));
  expect(version(one, two)).not.toBe(version(two, one));
  expect(version(one)).not.toBe(version(one, two));
  expect(version({ ...one, quality: 1 })).not.toBe(version(one));
});

test("sites and patterns are those of all that is named", () => {
  const intake = intakeOf(
    record("https://www.a.co.uk/1", { related: [record("https://b.github.io/1")] }),
  );
  expect(intake.patterns()).toEqual(["*://*.a.co.uk/*", "*://*.b.github.io/*"]);
  expect(intake.sites()).toContainEqual(["www.a.co.uk", "a.co.uk"]);
});

test("an outlet has its most frequent name, of two as frequent the first", () => {
  const named = (address: string, name: string) =>
    record(address, { provider: { name, domain: new URL(address).hostname } });
  const intake = intakeOf(
    named("https://www.b.example/1", "First"),
    named("https://b.example/2", "Second"),
    named("https://a.example/1", "Rare"),
    named("https://a.example/2", "Usual"),
    named("https://c.example/1", "Other"),
    named("https://a.example/3", "Usual"),
  );
  expect(intake.outlets()).toEqual([
    ["a.example", "Usual"],
    ["b.example", "First"],
    ["c.example", "Other"],
  ]);
});

test("times and scores span from the least to the most, in whatever order they come", () => {
  const rated = (i: number, quality: number, publishedDateTime: string) =>
    record(`https://a.example/${i}`, { quality, publishedDateTime });
  const { from, to, quality } = intakeOf(
    rated(1, 50, "2021-01-01T00:00:00Z"),
    rated(2, 10, "2020-01-01T00:00:00Z"),
    rated(3, 90, "2022-01-01T00:00:00Z"),
    rated(4, 60, "2021-06-01T00:00:00Z"),
  ).summary();
  expect([from, to]).toEqual([Date.UTC(2020, 0, 1), Date.UTC(2022, 0, 1)]);
  expect(quality).toEqual({ min: 10, max: 90, rated: 4 });
});

test("sites and patterns are in order", () => {
  const intake = intakeOf(
    record("https://c.example/1"),
    record("https://a.example/1"),
    record("https://b.example/1"),
  );
  expect(intake.sites()).toEqual([
    ["a.example", "a.example"],
    ["b.example", "b.example"],
    ["c.example", "c.example"],
  ]);
  expect(intake.patterns()).toEqual([
    "*://*.a.example/*",
    "*://*.b.example/*",
    "*://*.c.example/*",
  ]);
});

test("the size is the number of distinct articles so far", () => {
  const intake = intakeOf(record("https://a.example/1"), record("https://a.example/1"));
  expect(intake.size).toBe(1);
});

describe("the content script may run", () => {
  test.each([
    [
      "in a cache, on the host of this publisher",
      "https://futurism-com.cdn.ampproject.org/c/s/futurism.com/x",
      ["*://futurism-com.cdn.ampproject.org/*"],
    ],
    ["not on a host that all publishers share", "https://cdn.ampproject.org/c/s/a.example/x", []],
    ["not on a host below one", "https://a.b.cdn.ampproject.org/c/s/a.example/x", []],
    ["not in an archive", "https://web.archive.org/web/2022/https://a.example/x", []],
    [
      "on the pages that a viewer's host has itself",
      "https://www.google.com/x",
      ["*://*.google.com/*"],
    ],
    ["on a host that is no site with hosts below it", "http://127.0.0.1/x", ["*://127.0.0.1/*"]],
  ])("%s", (_, address, patterns) => {
    expect(intakeOf(record(address)).patterns()).toEqual(patterns);
  });
});

test("the site of an outlet's domain is known, though no address names it", () => {
  const provider = { name: "A", domain: "news.a.example" };
  expect(intakeOf(record("https://b.example/1", { provider })).sites()).toEqual([
    ["b.example", "b.example"],
    ["news.a.example", "a.example"],
  ]);
});

test("an outlet on two domains is one, and its pages are those of both", () => {
  const intake = intakeOf(
    record("https://www.bbc.co.uk/news/articles/c1"),
    record("https://www.bbc.com/news/articles/c2"),
  );
  expect(intake.summary()).toMatchObject({ records: 2, outlets: 1 });
  expect(intake.sites()).toEqual([
    ["www.bbc.co.uk", "bbc.com"],
    ["www.bbc.com", "bbc.com"],
  ]);
  expect(intake.outlets().map(([site]) => site)).toEqual(["bbc.com"]);
  expect(intake.patterns()).toEqual(["*://*.bbc.co.uk/*", "*://*.bbc.com/*"]);
});

test("an article on one domain of its outlet is a duplicate of the same on the other", () => {
  const intake = new DataSetIntake(registrableDomain);
  expect([
    intake.add(record("https://www.bbc.co.uk/news/articles/c1")),
    intake.add(record("https://www.bbc.com/news/articles/c1")),
  ]).toEqual(["added", "duplicate"]);
});
