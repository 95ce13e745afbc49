import { describe, expect, test } from "vitest";
import { prepareDataSet } from "../../../core/data-set/prepare-data-set.ts";
import { registrableDomain } from "../../../core/url/registrable-domain.ts";
import { dataSetOf, MANIFEST, record, seedRecord } from "../../fixtures/records.ts";

describe("the seed's data set", () => {
  const seed = dataSetOf([seedRecord()]);

  test("knows when it is from, by its records only", () => {
    expect(seed.info).toMatchObject({
      ...MANIFEST,
      from: Date.UTC(2022, 3, 15, 17, 4),
      to: Date.UTC(2022, 3, 15, 17, 4),
      records: 1,
    });
  });

  test("knows the site of each host that is named", () => {
    expect(seed.sites).toEqual([
      ["businessinsider.com", "businessinsider.com"],
      ["futurism-com.cdn.ampproject.org", "ampproject.org"],
      ["futurism.com", "futurism.com"],
      ["washingtonexaminer.com", "washingtonexaminer.com"],
      ["wsj.com", "wsj.com"],
      ["www-businessinsider-com.cdn.ampproject.org", "ampproject.org"],
      ["www-washingtonexaminer-com.cdn.ampproject.org", "ampproject.org"],
      ["www.businessinsider.com", "businessinsider.com"],
      ["www.washingtonexaminer.com", "washingtonexaminer.com"],
      ["www.wsj.com", "wsj.com"],
    ]);
  });

  test("asks for its outlets' sites, and of a cache for their own hosts only", () => {
    expect(seed.patterns).toEqual([
      "*://*.businessinsider.com/*",
      "*://*.futurism.com/*",
      "*://*.washingtonexaminer.com/*",
      "*://*.wsj.com/*",
      "*://futurism-com.cdn.ampproject.org/*",
      "*://www-businessinsider-com.cdn.ampproject.org/*",
      "*://www-washingtonexaminer-com.cdn.ampproject.org/*",
    ]);
  });
});

describe("the pages that access is requested for", () => {
  test.each([
    ["a subdomain stands for its whole site", "https://news.example.com/x", "*://*.example.com/*"],
    ["a site under a country's registry", "https://www.paper.co.uk/x", "*://*.paper.co.uk/*"],
    ["a site on a shared host", "https://a.github.io/x", "*://*.a.github.io/*"],
    ["a shared host itself is no site around others'", "https://github.io/x", "*://github.io/*"],
    ["nor is a registry", "https://co.uk/x", "*://co.uk/*"],
    ["an address in numbers has nothing around it", "http://127.0.0.1/x", "*://127.0.0.1/*"],
    ["nor has one of version 6", "http://[::1]/x", "*://[::1]/*"],
    ["a port does not matter", "https://example.com:8443/x", "*://*.example.com/*"],
  ])("%s", (_, address, pattern) => {
    const provider = { name: "Any", domain: "any.example" };
    expect(dataSetOf([record(address, { provider })]).patterns).toEqual([pattern]);
  });
});

test.each([
  "https://web.archive.org/web/2022/https://example.com/x",
  "https://www.google.com/amp/s/example.com/x",
  "https://cdn.ampproject.org/c/s/example.com/x",
])("access to a host with everyone's pages is not requested: %s", (address) => {
  expect(dataSetOf([record(address)]).patterns).toEqual([]);
});

test("the site of an outlet's domain is known even where no address names it", () => {
  const { sites } = dataSetOf([
    record("https://www.msn.com/x", { provider: { name: "A", domain: "news.a.example" } }),
  ]);
  expect(sites).toEqual([
    ["news.a.example", "a.example"],
    ["www.msn.com", "msn.com"],
  ]);
});

describe("the version", () => {
  const one = record("https://a.example/1");
  const version = (records = [one], manifest = MANIFEST) =>
    prepareDataSet(manifest, records, registrableDomain).info.version;

  test("is eight hexadecimal digits", () => {
    expect(version()).toMatch(/^[0-9a-f]{8}$/);
  });

  test("keeps its leading zeros", () => {
    expect(version([], { ...MANIFEST, name: "Data 30" })).toBe("01a7efe6");
  });

  test("stays while the content stays", () => {
    expect(version([record("https://a.example/1")])).toBe(version());
  });

  test.each([
    ["a record's change", () => version([record("https://a.example/1", { quality: 1 })])],
    ["a record more", () => version([one, record("https://a.example/2")])],
    ["the manifest's change", () => version([one], { ...MANIFEST, name: "Other" })],
  ])("changes with %s", (_, changed) => {
    expect(changed()).not.toBe(version());
  });

  test("depends on the order", () => {
    const two = record("https://a.example/2");
    expect(version([one, two])).not.toBe(version([two, one]));
  });
});

describe("the time span", () => {
  test("is that of the records with a time", () => {
    const { info } = dataSetOf([
      record("https://a.example/1", { publishedDateTime: "2022-04-15T17:04:00Z" }),
      record("https://a.example/2"),
      record("https://a.example/3", { publishedDateTime: "2020-01-01T00:00:00+01:00" }),
    ]);
    expect(info).toMatchObject({
      from: Date.UTC(2019, 11, 31, 23),
      to: Date.UTC(2022, 3, 15, 17, 4),
    });
  });

  test("is unknown without one", () => {
    expect(dataSetOf([record("https://a.example/1")]).info).toMatchObject({ from: null, to: null });
  });

  test("is found among 200,000 records", () => {
    const records = Array.from({ length: 200_000 }, () =>
      record("https://a.example/1", { publishedDateTime: "2022-04-15T17:04:00Z" }),
    );
    expect(dataSetOf(records).info.from).toBe(Date.UTC(2022, 3, 15, 17, 4));
  });
});

test("of two records of a page the first counts", () => {
  const [first, second] = [{ title: "First" }, { title: "Second" }].map((fields) =>
    record("https://a.example/1", fields),
  );
  const { info, records } = dataSetOf([first, second].flatMap((one) => one ?? []));
  expect(records.map(({ title }) => title)).toEqual(["First"]);
  expect(info.records).toBe(1);
});

test("no records are a data set too", () => {
  expect(dataSetOf([])).toMatchObject({ sites: [], patterns: [], records: [] });
});
