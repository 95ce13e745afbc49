import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readFeedAddress } from "../../../core/outlets/feed-address.ts";
import { starterList } from "../../../core/outlets/starter-list.ts";
import { siteOf } from "../../../core/url/site-of.ts";

const file = new URL("../../../data/outlets.json", import.meta.url);
const list = starterList.parse(JSON.parse(readFileSync(file, "utf8")));
const { outlets } = list;

describe("the outlets to choose from", () => {
  test("are many, of many countries and languages", () => {
    expect(outlets.length).toBeGreaterThanOrEqual(80);
    expect(new Set(outlets.map(({ country }) => country)).size).toBeGreaterThanOrEqual(25);
    const languages = outlets.map(({ language }) => language.split("-")[0]);
    expect(new Set(languages).size).toBeGreaterThanOrEqual(12);
  });

  test("have the date on which the list was made", () => {
    expect(list.writtenDown).toBe("2026-11-23");
  });

  test.each(["feed", "domain", "name"] as const)("have each a %s of their own", (field) => {
    const values = outlets.map((outlet) => outlet[field]);
    const repeated = values.filter((value, i) => values.indexOf(value) !== i);
    expect(repeated).toEqual([]);
  });

  test("have an existing country and language", () => {
    const names = (type: "region" | "language") => new Intl.DisplayNames("en", { type });
    const unknown = outlets.filter(
      ({ country, language }) =>
        names("region").of(country) === country || names("language").of(language) === language,
    );
    expect(unknown).toEqual([]);
  });

  test("have their articles on a registrable domain", () => {
    const others = outlets.filter(({ domain }) => siteOf(domain) !== domain);
    expect(others).toEqual([]);
  });

  test("have feeds with normalised https addresses at a public host name", () => {
    const others = outlets.filter(({ feed }) => {
      const read = readFeedAddress(feed);
      return !("feed" in read) || read.feed !== feed;
    });
    expect(others).toEqual([]);
  });
});
