import { describe, expect, test } from "vitest";
import type { ArticlePlace } from "../../../core/segment/format.ts";
import { keyHash } from "../../../core/segment/key-hash.ts";
import { placeOfDocuments } from "../../../core/segment/source-block.ts";
import { encodeUrlBucket, type UrlEntry } from "../../../core/segment/url-bucket.ts";
import { dataSetOf, record } from "../../fixtures/records.ts";
import { blocksOf, openBlocks } from "../../fixtures/segments.ts";

const KEY = "unknown.example/1";
const NAMED = record("https://b.example/1", { title: "B" });

/** A segment whose bucket gives one key the entry of another: their hashes are made equal. */
async function collidingSegment(entry: (place: Omit<ArticlePlace, "related">) => UrlEntry) {
  const dataSet = dataSetOf([record("https://a.example/1", { title: "A", related: [NAMED] })]);
  const blocks = await blocksOf(dataSet);
  const [name = ""] = blocks.keys();
  const at = placeOfDocuments(name);
  if (at === null) throw new Error("the source does not come first");
  const { fingerprint } = keyHash(KEY);
  blocks.set("urls/0", encodeUrlBucket([[fingerprint, entry({ ...at, index: 0 })]]));
  return (await openBlocks(blocks)).segment;
}

describe("a key that shares the hash of another", () => {
  test("does not find the other's own record", async () => {
    const segment = await collidingSegment((place) => ({
      own: { ...place, related: null },
      namedBy: [],
      namedByCount: 0,
    }));
    expect(await segment.article(KEY)).toBeNull();
  });

  test("does not find what names the other", async () => {
    const segment = await collidingSegment((place) => ({
      own: null,
      namedBy: [{ ...place, related: 0 }],
      namedByCount: 1,
    }));
    expect(await segment.article(KEY)).toBeNull();
  });

  test("does not find a place in a list that is not there", async () => {
    const segment = await collidingSegment((place) => ({
      own: null,
      namedBy: [{ ...place, related: 5 }],
      namedByCount: 1,
    }));
    expect(await segment.article(KEY)).toBeNull();
  });
});
