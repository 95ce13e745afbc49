import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleOf } from "../../../sample.ts";
import { read } from "./reading.ts";

const SEEDS = [
  '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"><channel><title>T</title><item><title><![CDATA[x]]></title><link>https://tribune.example/a</link><pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate></item></channel></rss>',
  '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title type="xhtml"><div>x</div></title><link href="https://tribune.example/a"/><content type="html">&lt;p&gt;</content></entry></feed>',
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/><item rdf:about="https://tribune.example/a"><title>x</title></item></rdf:RDF>',
  "<urlset><url><loc>https://tribune.example/a</loc><news:news><news:title>x</news:title></news:news></url></urlset>",
  '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"https://tribune.example/a","title":"x","tags":["y"],"attachments":[{"url":"z"}]}]}',
];
const PIECES = [
  "<",
  ">",
  "/",
  "&",
  ";",
  '"',
  "'",
  "]]>",
  "<![CDATA[",
  "<!--",
  "-->",
  "<!DOCTYPE",
  "[",
  "]",
  "{",
  "}",
  "null",
  "<?",
  "<item>",
  "</item>",
  "&#0;",
  "\u0000",
  "\ud800",
  " ",
  "xmlns:a=",
  "__proto__",
];

/** A feed with pieces of it taken out, doubled or changed. */
const damaged = fc
  .tuple(
    fc.constantFrom(...SEEDS),
    fc.array(fc.tuple(fc.nat(400), fc.nat(60), fc.constantFrom("", ...PIECES)), { maxLength: 8 }),
  )
  .map(([feed, edits]) =>
    edits.reduce(
      (text, [at, length, piece]) => text.slice(0, at) + piece + text.slice(at + length),
      feed,
    ),
  );

/** Damage to a link makes it another site's. */
const FAILURES = ["not-a-feed", "web-page", "other-site"];

/** Expects a valid result: articles on the outlet's site, or a failure. */
function expectSound(bytes: Uint8Array): void {
  const found = read(bytes);
  if (typeof found === "string") {
    expect(FAILURES).toContain(found);
    return;
  }
  const unsound = found.articles.filter(
    ({ key, hash, record }) =>
      key === "" ||
      hash === "" ||
      record.title === "" ||
      !new URL(record.webUrl ?? "").hostname.endsWith("tribune.example") ||
      record.provider.domain !== "tribune.example",
  );
  expect(unsound).toEqual([]);
}

test("no bytes break the reading of a feed", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), expectSound), { numRuns: 300 });
});

test("no damage to a feed breaks the reading", () => {
  fc.assert(
    fc.property(damaged, (text) => expectSound(new TextEncoder().encode(text))),
    { numRuns: sampleOf(300, 2000) },
  );
});

test("no JSON instead of a feed breaks the reading", () => {
  const items = fc.array(
    fc.record(
      Object.fromEntries(
        [
          "id",
          "url",
          "title",
          "summary",
          "content_html",
          "image",
          "tags",
          "attachments",
          "date_published",
        ].map((name) => [name, fc.jsonValue()]),
      ),
      { requiredKeys: [] },
    ),
  );
  const feed = fc.record({ title: fc.jsonValue(), language: fc.jsonValue(), items });
  fc.assert(
    fc.property(feed, (value) =>
      expectSound(
        new TextEncoder().encode(
          JSON.stringify({ version: "https://jsonfeed.org/version/1.1", ...value }),
        ),
      ),
    ),
    { numRuns: sampleOf(100, 500) },
  );
});

test("the same bytes give the same result", () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const bytes = new TextEncoder().encode(text);
      expect(read(bytes)).toEqual(read(bytes));
    }),
    { numRuns: 100 },
  );
});
