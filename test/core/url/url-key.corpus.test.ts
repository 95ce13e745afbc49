import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { urlKey } from "../../../core/url/url-key.ts";
import { hasCorpus, readCorpus, readTable } from "../../../scripts/bench/corpus.ts";

const ABSENT = "the real data is not on this machine";

/** Addresses whose key is not a fixed point. */
function unsettled(addresses: readonly string[]): string[] {
  return addresses.filter((address) => {
    const key = urlKey(address);
    return key !== null && urlKey(`https://${key}`) !== key;
  });
}

describe("addresses of one article in real records", () => {
  test("the AMP page and its AMP cache always share a key", (context) => {
    context.skip(!hasCorpus, ABSENT);
    const rows = readTable("urls/amp-triples.tsv");
    const different = rows.filter(
      ({ ampWebUrl = "", cdnAmpWebUrl = "" }) => urlKey(ampWebUrl) !== urlKey(cdnAmpWebUrl),
    );
    expect(rows.length).toBe(885);
    expect(different).toEqual([]);
  });

  test("the page shares it too, but for the publishers whose AMP address is no variant of it", (context) => {
    context.skip(!hasCorpus, ABSENT);
    const different = readTable("urls/amp-triples.tsv").filter(
      ({ webUrl = "", ampWebUrl = "" }) => urlKey(webUrl) !== urlKey(ampWebUrl),
    );
    expect(different.length).toBeLessThanOrEqual(18);
  });

  test("every key is a fixed point", (context) => {
    context.skip(!hasCorpus, ABSENT);
    const addresses = readTable("urls/amp-triples.tsv").flatMap((row) => Object.values(row));
    expect(addresses.length).toBe(2655);
    expect(addresses.filter((address) => urlKey(address) === null)).toEqual([]);
    expect(unsettled(addresses)).toEqual([]);
  });
});

describe("addresses that real pages claim", () => {
  test("every key is a fixed point", (context) => {
    context.skip(!hasCorpus, ABSENT);
    const rows = readTable("urls/us-article-pages.tsv.gz");
    const addresses = rows.flatMap(({ canonical = "", og_url = "", amphtml = "" }) => [
      canonical,
      og_url,
      amphtml,
    ]);
    expect(addresses.filter((address) => urlKey(address) !== null).length).toBeGreaterThan(10_000);
    expect(unsettled(addresses)).toEqual([]);
  });

  test("two articles never share a key", (context) => {
    context.skip(!hasCorpus, ABSENT);
    const canonicals = readTable("urls/us-article-pages.tsv.gz").map(({ canonical = "" }) =>
      canonical.replace(/^http:/, "https:"),
    );
    const known = [...new Set(canonicals)].filter((address) => urlKey(address) !== null);
    const byKey = Map.groupBy(known, urlKey);
    expect(byKey.size).toBeGreaterThan(5_000);
    expect([...byKey.values()].filter((addresses) => addresses.length > 1)).toEqual([]);
  });
});

describe("vectors of the AMP project", () => {
  const vectors = z.object({ createCacheUrl: z.array(z.tuple([z.string(), z.string()])) });

  test("an address and its cache address share a key", (context) => {
    context.skip(!hasCorpus, ABSENT);
    const { createCacheUrl } = vectors.parse(JSON.parse(readCorpus("urls/amp_cache_vectors.json")));
    expect(createCacheUrl.length).toBe(10);
    for (const [address, cached] of createCacheUrl) expect(urlKey(cached)).toBe(urlKey(address));
  });
});

describe("vectors of web-platform-tests", () => {
  const vectors = z.array(z.union([z.string(), z.looseObject({ input: z.string() })]));

  test("none throws and every key is a fixed point", (context) => {
    context.skip(!hasCorpus, ABSENT);
    const parsed = vectors.parse(JSON.parse(readCorpus("urls/wpt_urltestdata_via_tldts.json")));
    const inputs = parsed.flatMap((vector) => (typeof vector === "string" ? [] : [vector.input]));
    expect(inputs.length).toBeGreaterThan(850);
    expect(inputs.filter((input) => urlKey(input) !== null).length).toBeGreaterThan(150);
    expect(unsettled(inputs)).toEqual([]);
  });
});
