import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readFeedAddress } from "../../../core/outlets/feed-address.ts";
import { findListed, starterList } from "../../../core/outlets/starter-list.ts";
import { ONE_OWNER } from "../../../core/outlets/voices.ts";
import { outletDomains } from "../../../core/url/outlet-domains.ts";
import { siteOf } from "../../../core/url/site-of.ts";

const file = new URL("../../../data/outlets.json", import.meta.url);
const content: { readonly outlets: readonly object[] } = JSON.parse(readFileSync(file, "utf8"));
const list = starterList.parse(content);
const { outlets } = list;

describe("the outlets to choose from", () => {
  test("are many, of many countries and languages", () => {
    expect(outlets.length).toBeGreaterThanOrEqual(220);
    expect(new Set(outlets.map(({ country }) => country)).size).toBeGreaterThanOrEqual(50);
    const languages = outlets.map(({ language }) => language.split("-")[0]);
    expect(new Set(languages).size).toBeGreaterThanOrEqual(35);
    expect(new Set(outlets.map(({ kind }) => kind)).size).toBe(5);
  });

  test("have nothing but the fields of the list", () => {
    expect(content).toEqual(list);
  });

  test("have the date on which the list was made", () => {
    expect(list.writtenDown).toBe("2026-11-30");
  });

  test("have evidence that is not older than three years, and not younger than the list", () => {
    const others = outlets.filter(
      ({ evidence: { date } }) => date < "2023-11-30" || date > list.writtenDown,
    );
    expect(others).toEqual([]);
  });

  test("are mostly from lists that check their feeds", () => {
    const checked = outlets.filter(({ evidence }) => evidence.kind === "checked");
    expect(checked.length).toBeGreaterThan(outlets.length / 2);
  });

  test("are in the order of countries and names", () => {
    const order = new Intl.Collator("en", { sensitivity: "base" });
    const sorted = outlets.toSorted(
      (a, b) => order.compare(a.country, b.country) || order.compare(a.name, b.name),
    );
    expect(outlets.map(({ name }) => name)).toEqual(sorted.map(({ name }) => name));
  });

  test.each([
    ["feed", outlets.map(({ feed }) => feed)],
    ["domain", outlets.flatMap(({ domains }) => domains)],
    ["name", outlets.map(({ name }) => name)],
  ])("have each a %s of their own", (_, values) => {
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

  test("have their articles on registrable domains", () => {
    const domains = outlets.flatMap((outlet) => outlet.domains);
    expect(domains.filter((domain) => siteOf(domain) !== domain)).toEqual([]);
  });

  test("have feeds with normalised https addresses at a public host name", () => {
    const others = outlets.filter(({ feed }) => {
      const read = readFeedAddress(feed);
      return !("feed" in read) || read.feed !== feed;
    });
    expect(others).toEqual([]);
  });
});

describe("what look-ups know of the list", () => {
  test("is the registrable domains of each outlet", () => {
    const isRegistrable = (domain: string) => siteOf(domain) === domain;
    const known = outlets.map(({ domains: [main = ""] }) =>
      outletDomains(main).filter(isRegistrable),
    );
    expect(known).toEqual(outlets.map(({ domains }) => domains));
  });

  test("is the outlets of each owner of several", () => {
    const byOwner = Map.groupBy(outlets, ({ owner = "" }) => owner);
    byOwner.delete("");
    const several = [...byOwner.values()].filter((owned) => owned.length > 1);
    const mains = several.map((owned) => owned.map(({ domains: [main = ""] }) => main).sort());
    expect(ONE_OWNER.toSorted()).toEqual(mains.map((owned) => owned.join(" ")).sort());
  });
});

test.each([
  ["www.bbc.co.uk", "BBC News"],
  ["bbc.com", "BBC News"],
  ["notbbc.com", undefined],
])("the outlet of %s is %s", (host, name) => {
  expect(findListed(outlets, host)?.name).toBe(name);
});
