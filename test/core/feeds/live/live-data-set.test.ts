import { describe, expect, test } from "vitest";
import { LiveOutlets, liveInfo } from "../../../../core/feeds/live/live-data-set.ts";
import type { ArticleRecord } from "../../../../core/record/article-record.ts";
import { record } from "../../../fixtures/records.ts";

describe("the live articles as a data set", () => {
  test("have the dates of the first and the last day, in whatever order the days are", () => {
    const days = [
      [3, 2],
      [1, 5],
      [20, 1],
    ] as const;
    expect(liveInfo(days, "7")).toEqual({
      id: "live",
      name: "Live outlets",
      description: "",
      licence: "",
      source: "",
      version: "7",
      from: Date.UTC(1970, 0, 2),
      to: Date.UTC(1970, 0, 21),
      records: 8,
    });
  });

  test("have no dates while there are none", () => {
    expect(liveInfo([])).toMatchObject({ version: "", from: null, to: null, records: 0 });
  });
});

describe("the directory of live articles", () => {
  const by = (address: string, name: string, domain: string): ArticleRecord =>
    record(address, { provider: { name, domain } });

  test("has each outlet once, under the name of its latest article, with all its hosts", () => {
    const outlets = new LiveOutlets();
    outlets.add(by("https://www.a.example/2", "A Daily", "a.example"));
    outlets.add(by("https://news.a.example/1", "A", "a.example"));
    outlets.add(by("https://b.example/1", "B", "b.example"));
    const info = liveInfo([]);
    expect(outlets.directory(info)).toEqual({
      info,
      sites: [
        ["www.a.example", "a.example"],
        ["news.a.example", "a.example"],
        ["b.example", "b.example"],
      ],
      outlets: [
        ["a.example", "A Daily"],
        ["b.example", "B"],
      ],
      patterns: ["*://*.a.example/*", "*://*.b.example/*"],
    });
  });
});
