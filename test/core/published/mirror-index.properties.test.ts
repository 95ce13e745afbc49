import fc from "fast-check";
import { expect, test } from "vitest";
import type { Coverage } from "../../../core/coverage/coverage.ts";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import type { ArticleRecord, RelatedRecord } from "../../../core/record/article-record.ts";
import { articleKeys } from "../../../core/segment/article-keys.ts";
import { record } from "../../fixtures/records.ts";
import { sampleOf } from "../../sample.ts";
import { mirrorOf } from "./mirror-in-memory.ts";

/** Few enough that records and files share them, in forms that are one page or not. */
const address = fc
  .record({
    host: fc.constantFrom("a.example", "www.a.example", "amp.a.example", "b.example", "c.co.uk"),
    path: fc.constantFrom("x", "y", "x/amp", "news/1", "news/2", "é"),
    query: fc.constantFrom("", "", "?id=1", "?utm_source=x"),
  })
  .map(({ host, path, query }) => `https://${host}/${path}${query}`);

const related: fc.Arbitrary<RelatedRecord> = fc
  .record({
    page: address,
    amp: fc.option(address),
    day: fc.option(fc.integer({ min: 1, max: 28 })),
    quality: fc.option(fc.integer({ min: 0, max: 100 })),
  })
  .map(({ page, amp, day, quality }) =>
    record(page, {
      ...(amp !== null && { ampWebUrl: amp }),
      ...(quality !== null && { quality }),
      publishedDateTime: day === null ? undefined : new Date(Date.UTC(2026, 10, day)).toISOString(),
    }),
  );

const article: fc.Arbitrary<ArticleRecord> = fc
  .record({ own: related, related: fc.array(related, { maxLength: 3 }) })
  .map(({ own, related }) => ({ ...own, related }));

/** What does not depend on the file that answers for an outlet. That file's articles give its quality, band and thirds. */
function shown(answer: Coverage): unknown {
  if (answer.kind !== "outlet")
    return JSON.stringify(answer, (key, value) => (key === "outletQuality" ? null : value));
  const { kind, site, name, ratings, latest } = answer;
  return {
    ...{ kind, site, name },
    latest: latest.map(({ url, published }) => [url, published]),
    ratings: ratings.map(({ articles, rated }) => [articles, rated]),
  };
}

test("with the index of its mirror, no file loses an address that it has", async () => {
  const files = fc.array(fc.array(article, { minLength: 1, maxLength: 4 }), { maxLength: 4 });
  let found = 0;
  let absent = 0;
  await fc.assert(
    fc.asyncProperty(files, address, async (parts, other) => {
      const mirror = await mirrorOf(parts);
      const all = parts.flat().flatMap((each) => [each, ...(each.related ?? [])]);
      for (const key of new Set([...all.flatMap(articleKeys), ...articleKeys(record(other))]))
        for (const [i, segment] of mirror.segments.entries()) {
          const known = await segment.article(key);
          expect(known).toEqual(await mirror.plain[i]?.article(key));
          if (known === null) absent++;
          else found++;
        }
    }),
    { seed: 20261130, numRuns: sampleOf(20, 100) },
  );
  // The samples have to be worth it.
  expect(Math.min(found, absent)).toBeGreaterThan(100);
});

test("with the index of a mirror, every page has the answer that the files have without", async () => {
  const files = fc.array(fc.array(article, { minLength: 1, maxLength: 4 }), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(files, fc.array(address, { maxLength: 6 }), async (parts, addresses) => {
      const { segments, plain } = await mirrorOf(parts);
      for (const page of addresses) {
        const [answer, expected] = await Promise.all([
          findCoverage(segments, page, []),
          findCoverage(plain, page, []),
        ]);
        expect(shown(answer)).toEqual(shown(expected));
      }
    }),
    { seed: 20261130, numRuns: sampleOf(20, 100) },
  );
});
