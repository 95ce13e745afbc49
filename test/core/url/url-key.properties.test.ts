import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { urlIdentity, urlKey } from "../../../core/url/url-key.ts";
import { oddAddress, plainArticle } from "../../fixtures/urls/addresses.ts";
import { sampleOf } from "../../sample.ts";

const SEED = 20220415;
const RUNS = sampleOf(2_000, 20_000);
const FEWER_RUNS = sampleOf(1_000, 5_000);

describe("a key of odd addresses", () => {
  test("is a fixed point, and none makes it throw", () => {
    let known = 0;
    let changed = 0;
    let amp = 0;
    let wrapped = 0;
    fc.assert(
      fc.property(oddAddress, (address) => {
        const identity = urlIdentity(address);
        if (identity === null) return;
        known++;
        if (`https://${identity.key}` !== address) changed++;
        if (identity.rendition === "amp") amp++;
        else if (identity.rendition !== "page") wrapped++;
        expect(urlKey(`https://${identity.key}`)).toBe(identity.key);
      }),
      { seed: SEED, numRuns: RUNS },
    );
    // The samples have to be worth it.
    expect(known / RUNS).toBeGreaterThan(0.5);
    expect(changed / RUNS).toBeGreaterThan(0.5);
    expect(amp / RUNS).toBeGreaterThan(0.1);
    expect(wrapped / RUNS).toBeGreaterThan(0.02);
  });

  test("starts with the host that the identity names", () => {
    let known = 0;
    fc.assert(
      fc.property(oddAddress, (address) => {
        const identity = urlIdentity(address);
        if (identity === null) return;
        known++;
        expect(new URL(`https://${identity.key}`).hostname).toBe(identity.host);
      }),
      { seed: SEED, numRuns: FEWER_RUNS },
    );
    expect(known).toBeGreaterThan(0.5 * FEWER_RUNS);
  });

  test("never throws on text of any kind", () => {
    let known = 0;
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
    );
    fc.assert(
      fc.property(text, (address) => {
        const key = urlKey(address);
        if (key === null) return;
        known++;
        expect(urlKey(`https://${key}`)).toBe(key);
      }),
      { seed: SEED, numRuns: FEWER_RUNS },
    );
    expect(known).toBeGreaterThan(0.3 * FEWER_RUNS);
  });
});

const sameArticle: readonly (readonly [
  what: string,
  spell: (article: { host: string; path: string; query: string }) => string,
])[] = [
  ["http", ({ host, path, query }) => `http://${host}/${path}${query}`],
  ["www.", ({ host, path, query }) => `https://www.${host}/${path}${query}`],
  ["amp.", ({ host, path, query }) => `https://amp.${host}/${path}${query}`],
  ["m.", ({ host, path, query }) => `https://m.${host}/${path}${query}`],
  [
    "a host in capitals",
    ({ host, path, query }) => `https://${host.toUpperCase()}/${path}${query}`,
  ],
  ["a host with a dot at its end", ({ host, path, query }) => `https://${host}./${path}${query}`],
  ["port 443", ({ host, path, query }) => `https://${host}:443/${path}${query}`],
  ["port 80 of http", ({ host, path, query }) => `http://${host}:80/${path}${query}`],
  ["a slash at the end", ({ host, path, query }) => `https://${host}/${path}/${query}`],
  ["an empty segment", ({ host, path, query }) => `https://${host}//${path}${query}`],
  ["an index file", ({ host, path, query }) => `https://${host}/${path}/index.html${query}`],
  [".html", ({ host, path, query }) => `https://${host}/${path}.html${query}`],
  ["/amp", ({ host, path, query }) => `https://${host}/${path}/amp${query}`],
  [".amp.html", ({ host, path, query }) => `https://${host}/${path}.amp.html${query}`],
  ["a fragment", ({ host, path, query }) => `https://${host}/${path}${query}#comments`],
  [
    "utm parameters",
    ({ host, path, query }) => `https://${host}/${path}${query || "?"}&utm_source=a&utm_medium=b`,
  ],
  ["?amp", ({ host, path, query }) => `https://${host}/${path}${query || "?"}&amp`],
  [
    "percent-encoding",
    ({ host, path, query }) => `https://${host}/${encodeURI(path).replaceAll("a", "%61")}${query}`,
  ],
  [
    "an AMP cache",
    ({ host, path, query }) => `https://x.cdn.ampproject.org/c/s/${host}/${path}/amp${query}`,
  ],
  ["an AMP viewer", ({ host, path, query }) => `https://google.com/amp/s/${host}/${path}${query}`],
  [
    "a web archive",
    ({ host, path, query }) =>
      `https://web.archive.org/web/20220415170400/https://${host}/${path}${query}`,
  ],
];

test.each(sameArticle)("an article keeps its key under %s", (_, spell) => {
  let different = 0;
  fc.assert(
    fc.property(plainArticle, (article) => {
      const plain = `https://${article.host}/${article.path}${article.query}`;
      if (spell(article) !== plain) different++;
      expect(urlKey(plain)).not.toBeNull();
      expect(urlKey(spell(article))).toBe(urlKey(plain));
    }),
    { seed: SEED, numRuns: 300 },
  );
  expect(different).toBeGreaterThan(150);
});

const twoArticles: readonly (readonly [where: string, spell: (id: string) => string])[] = [
  ["?id=", (id) => `https://example.com/story?id=${id}`],
  ["?p=", (id) => `https://example.com/?p=${id}`],
  ["?story=", (id) => `https://example.com/news?story=${id}`],
  ["?id= among tracking parameters", (id) => `https://example.com/x?utm_id=1&id=${id}&fbclid=2`],
  ["the path", (id) => `https://example.com/news/${id}`],
  ["the path before /amp", (id) => `https://example.com/news/${id}/amp`],
  ["the path before .html", (id) => `https://example.com/news/story-${id}.html`],
  ["an AMP cache", (id) => `https://x.cdn.ampproject.org/c/s/example.com/news/${id}/amp`],
  ["a host's own rule", (id) => `https://www.usatoday.com/story/news/2022/04/15/slug/${id}/`],
];

test.each(twoArticles)("two articles whose numbers differ in %s have two keys", (_, spell) => {
  const id = fc.integer({ min: 100_000, max: 99_999_999 }).map(String);
  fc.assert(
    fc.property(fc.uniqueArray(id, { minLength: 2, maxLength: 2 }), ([one = "", other = ""]) => {
      expect(urlKey(spell(one))).not.toBe(urlKey(spell(other)));
    }),
    { seed: SEED, numRuns: 300 },
  );
});
