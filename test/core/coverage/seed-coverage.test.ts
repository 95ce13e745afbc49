import { beforeAll, describe, expect, test } from "vitest";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import { HOUR, MINUTE } from "../../../core/durations.ts";
import type { SegmentReader } from "../../../core/segment/segment-reader.ts";
import { seedRecord } from "../../fixtures/records.ts";
import { openSegment } from "../../fixtures/segments.ts";

const FUTURISM = "https://futurism.com/ukraine-facial-recognition-russian-photos";
const INSIDER =
  "https://www.businessinsider.com/ukraine-sending-photos-of-dead-russian-soldiers-home-moms-2022-4";
const EXAMINER =
  "https://www.washingtonexaminer.com/news/ukraine-uses-facial-recognition-software-to-identify-dead-russian-soldiers";
const JOURNAL =
  "https://www.wsj.com/articles/ukrainians-use-drones-facial-recognition-software-as-they-investigate-alleged-war-crimes-11649767154";

let segment: SegmentReader;
beforeAll(async () => {
  segment = await openSegment([seedRecord()]);
});

async function articleAt(address: string) {
  const coverage = await findCoverage([segment], address, []);
  if (coverage.kind !== "article") throw new Error(`${address}: ${coverage.kind}`);
  return coverage;
}

/** The related articles as rows: outlet, rank, band, reason, delay, whether first. */
async function rowsAt(address: string) {
  const { related } = await articleAt(address);
  return related.map(({ outlet, rank, band, reason, delay, isFirst }) => [
    outlet.name,
    rank,
    band,
    reason.kind === "named-together" ? `with ${reason.by}` : reason.kind,
    delay,
    isFirst,
  ]);
}

test("the record's own page has its three related articles, best first", async () => {
  expect(await rowsAt(FUTURISM)).toEqual([
    ["Business Insider", 1, "upper", "named-by-page", 21 * MINUTE, false],
    ["Washington Examiner", 2, "middle", "named-by-page", 4 * HOUR + 35 * MINUTE, false],
    ["Wall Street Journal", 4, "lower", "named-by-page", -76 * HOUR, true],
  ]);
});

test("the page at Business Insider has Futurism and the two others", async () => {
  expect(await rowsAt(INSIDER)).toEqual([
    ["Washington Examiner", 2, "middle", "with Futurism", 4 * HOUR + 14 * MINUTE, false],
    ["Futurism", 3, "lower", "names-page", -21 * MINUTE, false],
    ["Wall Street Journal", 4, "lower", "with Futurism", -(76 * HOUR + 21 * MINUTE), true],
  ]);
});

test("the page at Washington Examiner has Futurism and the two others", async () => {
  expect(await rowsAt(EXAMINER)).toEqual([
    ["Business Insider", 1, "upper", "with Futurism", -(4 * HOUR + 14 * MINUTE), false],
    ["Futurism", 3, "lower", "names-page", -(4 * HOUR + 35 * MINUTE), false],
    ["Wall Street Journal", 4, "lower", "with Futurism", -(80 * HOUR + 35 * MINUTE), true],
  ]);
});

test("the page at the Wall Street Journal has Futurism and the two others", async () => {
  expect(await rowsAt(JOURNAL)).toEqual([
    ["Business Insider", 1, "upper", "with Futurism", 76 * HOUR + 21 * MINUTE, false],
    ["Washington Examiner", 2, "middle", "with Futurism", 80 * HOUR + 35 * MINUTE, false],
    ["Futurism", 3, "lower", "names-page", 76 * HOUR, false],
  ]);
});

describe("each page has its own figures", () => {
  test.each([
    [FUTURISM, "futurism.com", "Futurism", 59, 3, "lower", false, "2022-04-15T17:04:00Z"],
    [
      INSIDER,
      "businessinsider.com",
      "Business Insider",
      81,
      1,
      "upper",
      false,
      "2022-04-15T17:25:00Z",
    ],
    [
      EXAMINER,
      "washingtonexaminer.com",
      "Washington Examiner",
      72,
      2,
      "middle",
      false,
      "2022-04-15T21:39:00Z",
    ],
    [JOURNAL, "wsj.com", "Wall Street Journal", 40, 4, "lower", true, "2022-04-12T13:04:00Z"],
  ])("%s", async (address, site, outlet, quality, rank, band, isFirst, published) => {
    expect(await articleAt(address)).toMatchObject({
      kind: "article",
      site,
      match: { address: "page", rendition: "page" },
      page: {
        url: address,
        outlet: { name: outlet },
        quality,
        rank,
        band,
        isFirst,
        published: Date.parse(published),
        thirds: { lower: 59, middle: 72 },
        dataSets: ["made-up"],
      },
      topics: ["Computer Vision", "AI"],
      rated: 4,
      omitted: 0,
      dataSets: [{ id: "made-up" }],
    });
  });
});

describe("other forms of a page have the same story", () => {
  test.each([
    [`${FUTURISM}/amp`, "amp"],
    [`${INSIDER}?amp`, "amp"],
    [`https://www-businessinsider-com.cdn.ampproject.org/c/s/${INSIDER.slice(8)}?amp`, "amp-cache"],
    [`https://www.google.com/amp/s/${EXAMINER.slice(8)}`, "amp-viewer"],
    [`https://web.archive.org/web/2022/${JOURNAL}`, "web-archive"],
    [`${JOURNAL}?mod=hp_lead_pos5#comments`, "page"],
  ])("%s", async (address, rendition) => {
    const coverage = await articleAt(address);
    expect(coverage.match).toEqual({ address: "page", rendition });
    expect(coverage.related.length).toBe(3);
  });
});
