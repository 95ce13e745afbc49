import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { fetchFeed } from "../../../../platform/feeds/reader/fetch-feed.ts";
import { readBody } from "../../../../platform/feeds/reader/read-body.ts";
import { ADDRESS, answer, ask, FEED, NOW, seen, useFeedServer } from "./feed-server.ts";

useFeedServer();

describe("a feed", () => {
  test("is answered with its articles, validators and period", async () => {
    const headers = {
      "content-type": "text/xml",
      etag: '"v1"',
      "last-modified": "Mon, 23 Nov 2026 08:00:00 GMT",
      "cache-control": "max-age=600",
    };
    expect(await ask(answer(200, headers, FEED))).toEqual({
      kind: "items",
      articles: [
        {
          key: "tribune.example/h",
          hash: expect.any(String),
          record: {
            title: "Harbour",
            webUrl: "https://tribune.example/h",
            type: "article",
            provider: { name: "T", domain: "tribune.example" },
          },
        },
      ],
      leftOut: { otherSite: 0, unusable: 0, old: 0 },
      etag: '"v1"',
      lastModified: "Mon, 23 Nov 2026 08:00:00 GMT",
      freshFor: 600_000,
      period: null,
      address: ADDRESS,
      title: "T",
      language: "",
    });
  });

  test("may have been changed by a proxy (203)", async () => {
    expect(await ask(answer(203, {}, FEED))).toMatchObject({ kind: "items", title: "T" });
  });

  test("is in the encoding that its header names", async () => {
    const feed = FEED.replace("Harbour", "\xcf\xf0");
    const headers = { "content-type": "text/xml; charset=windows-1251" };
    expect(await ask(answer(200, headers, Buffer.from(feed, "latin1")))).toMatchObject({
      articles: [{ record: { title: "Пр" } }],
    });
  });

  test("is none in an answer without a body", async () => {
    expect(await readBody(new Response(null))).toEqual(new Uint8Array());
  });

  test("is asked for without cookies, referrer or anything kept", async () => {
    let init: RequestInit = {};
    await fetchFeed(
      {
        address: ADDRESS,
        etag: '"v1"',
        lastModified: "Mon, 23 Nov 2026 08:00:00 GMT",
        outlet: { name: "T", domains: ["tribune.example"] },
        now: NOW,
        oldest: 0,
      },
      new AbortController().signal,
      {
        parse: async () => "internal",
        async fetch(_, given) {
          init = given;
          return new Response();
        },
      },
    );
    expect(init).toMatchObject({
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
    });
    expect(Object.fromEntries(init.headers as Headers)).toEqual({
      accept:
        "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5",
      "if-modified-since": "Mon, 23 Nov 2026 08:00:00 GMT",
      "if-none-match": '"v1"',
    });
  });

  test("has not changed", async () => {
    const known = { etag: '"v1"' };
    expect(await ask(answer(304, { "cache-control": "max-age=60" }), known)).toEqual({
      kind: "not-modified",
      freshFor: 60_000,
      address: ADDRESS,
    });
    expect(seen.requests[0]?.headers["if-none-match"]).toBe('"v1"');
  });

  test("that was known before has changed", async () => {
    const known = { etag: '"v1"' };
    expect(await ask(answer(200, { etag: '"v2"' }, FEED), known)).toMatchObject({
      kind: "items",
      etag: '"v2"',
    });
  });

  test("that begins with a comment about HTML is no web page", async () => {
    const feed = FEED.replace("<rss", "<!-- not <html> --><rss");
    expect(await ask(answer(200, {}, feed))).toMatchObject({ kind: "items", title: "T" });
  });

  test("cannot be unchanged when it was not known before", async () => {
    expect(await ask(answer(304))).toMatchObject({ kind: "failed", failure: "odd-answer" });
  });

  test("has no validator that would not fit in a request", async () => {
    const headers = { etag: `"${"x".repeat(2000)}"` };
    expect(await ask(answer(200, headers, FEED))).toMatchObject({ etag: null });
  });

  test("is unpacked where the server packed it", async () => {
    const packed = answer(200, { "content-encoding": "gzip" }, gzipSync(FEED));
    expect(await ask(packed)).toMatchObject({ kind: "items", articles: [{}] });
  });

  test("is unpacked where it is a gzip file itself", async () => {
    const packed = answer(200, { "content-type": "application/gzip" }, gzipSync(FEED));
    expect(await ask(packed)).toMatchObject({ kind: "items", articles: [{}] });
  });
});
