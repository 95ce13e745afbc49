import { describe, expect, test } from "vitest";
import { DAY } from "../../../core/durations.ts";
import { type ChoosingOutlet, chooseStories } from "../../../core/today/choose-stories.ts";
import { spanStart } from "../../../core/today/spans.ts";
import type { StoryChoice } from "../../../core/today/story-choice.ts";
import { foldReprints, type TodayStory, todayStory } from "../../../core/today/today-story.ts";
import { BRIDGE, CONTEXT, KNOTS, MAYOR } from "./articles.ts";

const OUTLETS: readonly ChoosingOutlet[] = [
  { name: "Courier", country: "GB", language: "en" },
  { name: "Gazette", country: "GB", language: "en-GB" },
  { name: "Wire", country: "NO", language: "nb" },
  { name: "Herald", country: "IE", language: "en" },
  { name: "Post", country: "US", language: "en-US" },
];

const story = (
  articles: Parameters<typeof foldReprints>[0],
  follow: string | null = null,
): TodayStory => todayStory(foldReprints(articles), { ...CONTEXT, follow });
const STORIES = [story([KNOTS], "a"), story(MAYOR, "b"), story(BRIDGE)];

const CHOICE = { section: "shared", without: null, order: "originals" } as const;
const chosen = (changes: Partial<StoryChoice>) =>
  chooseStories(STORIES, { ...CHOICE, ...changes }, OUTLETS).map(
    ({ points, headline }) => points[headline]?.title.split(" ")[0],
  );

describe("stories are chosen", () => {
  test("by whether outlets share them, and whether the user follows them", () => {
    expect(chosen({})).toEqual(["Marram", "Mayor"]);
    expect(chosen({ section: "single" })).toEqual(["Restored"]);
    expect(chosen({ section: "changed" })).toEqual([]);
    expect(chosen({ section: "following" })).toEqual(["Mayor", "Restored"]);
  });

  test("by an outlet, a country or a language that has none of them", () => {
    expect(chosen({ without: { kind: "outlet", value: "Courier" } })).toEqual(["Mayor"]);
    expect(chosen({ without: { kind: "country", value: "US" } })).toEqual(["Mayor"]);
    expect(chosen({ without: { kind: "language", value: "en" } })).toEqual([]);
    expect(chosen({ without: { kind: "language", value: "nb" } })).toEqual(["Mayor"]);
  });

  test("in the order of independent originals, or of the latest article", () => {
    const following = { section: "following" } as const;
    expect(chosen({ ...following, order: "originals" })).toEqual(["Mayor", "Restored"]);
    expect(chosen({ ...following, order: "latest" })).toEqual(["Restored", "Mayor"]);
  });
});

describe("a span begins", () => {
  const now = new Date(2026, 3, 15, 10, 30).getTime();

  test("at the user's midnight", () => {
    expect(spanStart("today", now)).toBe(new Date(2026, 3, 15).getTime());
  });

  test("a number of whole days ago", () => {
    expect(spanStart("day", now)).toBe(now - 86_400_000);
    expect(spanStart("three-days", now)).toBe(now - 3 * DAY);
    expect(spanStart("week", now)).toBe(now - 7 * DAY);
  });
});
