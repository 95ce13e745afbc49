import fc from "fast-check";
import { expect, test } from "vitest";
import type { ArticleRecord, RelatedRecord } from "../../../core/record/article-record.ts";
import { articleKeys, distinctRelated } from "../../../core/segment/article-keys.ts";
import type { SegmentReader } from "../../../core/segment/segment-reader.ts";
import { urlKey } from "../../../core/url/url-key.ts";
import { dataSetOf, record } from "../../fixtures/records.ts";
import { openSegment } from "../../fixtures/segments.ts";
import { sampleOf } from "../../sample.ts";

/** Few enough that records share them, in forms that are one page or not. */
const address = fc
  .record({
    host: fc.constantFrom("a.example", "www.a.example", "amp.a.example", "b.example", "c.co.uk"),
    path: fc.constantFrom("x", "y", "x/amp", "news/1", "news/2", "é"),
    query: fc.constantFrom("", "", "?id=1", "?utm_source=x"),
  })
  .map(({ host, path, query }) => `https://${host}/${path}${query}`);

const related: fc.Arbitrary<RelatedRecord> = fc
  .record({ page: address, amp: fc.option(address), original: fc.option(address) })
  .map(({ page, amp, original }) =>
    record(page, {
      ...(amp !== null && { ampWebUrl: amp }),
      ...(original !== null && { originalUrl: original }),
    }),
  );

const article: fc.Arbitrary<ArticleRecord> = fc
  .record({ own: related, related: fc.array(related, { maxLength: 4 }) })
  .map(({ own, related }) => ({ ...own, related }));

/** Expects that the segment has for a key what the records have. */
async function expectTrue(
  segment: SegmentReader,
  key: string,
  records: readonly ArticleRecord[],
): Promise<void> {
  const own = records.find((each) => articleKeys(each).includes(key));
  const naming = records.filter((each) =>
    distinctRelated(each, articleKeys(each)).some(({ keys }) => keys.includes(key)),
  );
  const known = await segment.article(key);
  expect(known?.own?.article.url).toBe(own?.webUrl);
  const followed = known?.namedBy ?? [];
  expect(followed.length).toBe(Math.min(4, naming.length));
  expect(known?.omitted ?? 0).toBe(naming.length - followed.length);
  for (const { document, as } of followed) {
    const by = naming.find(({ webUrl }) => webUrl === document.article.url);
    const named = by?.related?.filter((each) => articleKeys(each).includes(key)) ?? [];
    expect(named.map(({ webUrl }) => webUrl)).toContain(as.url);
  }
}

test("every address of every record finds its article, and no other address finds any", async () => {
  const runs = sampleOf(50, 200);
  let own = 0;
  let named = 0;
  let unknown = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(article, { maxLength: 8 }), address, async (records, other) => {
      const segment = await openSegment(records);
      const { records: kept } = dataSetOf(records);
      const all = kept.flatMap((each) => [each, ...(each.related ?? [])]);
      const keys = new Set([...all.flatMap(articleKeys), urlKey(other) ?? "", "absent.example/1"]);
      for (const key of keys) {
        await expectTrue(segment, key, kept);
        const known = await segment.article(key);
        if (known === null) unknown++;
        else if (known.own === null) named++;
        else own++;
      }
    }),
    { seed: 20220415, numRuns: runs },
  );
  // The samples have to be worth it.
  expect(Math.min(own, named, unknown)).toBeGreaterThan(runs);
});
