import { describe, expect, test } from "vitest";
import type { SegmentReader } from "../../../core/segment/segment-reader.ts";
import { openSegment } from "../../fixtures/segments.ts";
import { openWithStories } from "../../fixtures/story-segments.ts";
import { BRIDGE, changed, FACTS, HEADLINES, storyIn, urls } from "./text-look-up.ts";

describe("several data sets", () => {
  const FIRST = HEADLINES.slice(0, 1).concat(HEADLINES.slice(6));

  test("that have an article give it once, from both", async () => {
    const segments = [
      await openWithStories(HEADLINES, "one"),
      await openWithStories(HEADLINES, "two"),
    ];
    const { related, counts } = await storyIn(segments);
    expect(urls(related).sort()).toEqual([...BRIDGE].sort());
    expect(related.map(({ dataSets }) => dataSets)).toEqual([
      ["one", "two"],
      ["one", "two"],
      ["one", "two"],
    ]);
    expect(counts).toEqual({ articles: 4, independent: 4 });
  });

  test("decide in their order what is shown of an article, whatever the confidence", async () => {
    const title = (words: string) => changed({ 0: { title: words } });
    const weak = await openWithStories(
      title("Port Elwyn's bridge closed, cracks in the piers"),
      "weak",
    );
    const strong = await openWithStories(title(FACTS.headline), "strong");
    const titleIn = async (segments: SegmentReader[]) =>
      (await storyIn(segments)).related.find(({ url }) => url === BRIDGE[1]);
    expect(await titleIn([weak, strong])).toMatchObject({
      title: "Port Elwyn's bridge closed, cracks in the piers",
      dataSets: ["weak", "strong"],
    });
    expect(await titleIn([strong, weak])).toMatchObject({
      title: FACTS.headline,
      dataSets: ["strong", "weak"],
    });
  });

  test("are searched although one has no story index yet", async () => {
    const segments = [await openSegment(FIRST, "one"), await openWithStories(HEADLINES, "two")];
    const { related } = await storyIn(segments);
    expect(urls(related)).toEqual(BRIDGE);
    expect(related.flatMap(({ dataSets }) => dataSets)).toEqual(["two", "two", "two"]);
  });
});
