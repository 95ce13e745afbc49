import { describe, expect, test } from "vitest";
import { MINUTE } from "../../../core/durations.ts";
import type { TodayArticle } from "../../../core/today/today-article.ts";
import {
  foldReprints,
  MAX_POINTS,
  type StoryContext,
  todayStory,
} from "../../../core/today/today-story.ts";
import { article, BRIDGE, CONTEXT, KNOTS, MORNING } from "./articles.ts";

const storyOf = (articles: readonly TodayArticle[], changes: Partial<StoryContext> = {}) =>
  todayStory(foldReprints(articles), { ...CONTEXT, ...changes });

test("a story is its articles in order of time, reprints marked", () => {
  expect(storyOf(BRIDGE)).toMatchObject({
    id: "courier.example/marram-bridge-closed-after-inspectors-find-cracks-in-main-girder",
    headline: 0,
    articles: 5,
    outlets: ["Courier", "Gazette", "Wire", "Herald", "Post"],
    originals: 4,
    reprints: 1,
    first: { outlet: "Courier", next: "Gazette", lead: 21 * MINUTE },
    fresh: 0,
    follow: null,
  });
  expect(storyOf(BRIDGE).points.map(({ outlet, isReprint }) => [outlet, isReprint])).toEqual([
    ["Courier", false],
    ["Gazette", false],
    ["Wire", false],
    ["Herald", false],
    ["Post", true],
  ]);
});

test("an outlet with two texts on a story is one independent original", () => {
  const second = article("Courier", 300, "Night ferries to Marram Island while bridge is closed");
  expect(storyOf([BRIDGE[0], BRIDGE[1], second])).toMatchObject({
    articles: 3,
    outlets: ["Courier", "Gazette"],
    originals: 2,
  });
});

test("the headline is that of a preferred outlet, if it has one of its own", () => {
  const rankOf = (name: string) => (name === "Wire" || name === "Post" ? 0 : 1);
  expect(storyOf(BRIDGE, { rankOf }).headline).toBe(2);
  expect(storyOf([BRIDGE[3], BRIDGE[4]], { rankOf }).headline).toBe(0);
});

test("an outlet has the name by which the user has it", () => {
  const nameOf = ({ name }: { name: string }) => (name === "Wire" ? "Gazette" : name);
  expect(storyOf(BRIDGE.slice(0, 3), { nameOf }).outlets).toEqual(["Courier", "Gazette"]);
});

test("outlets of one owner are not independent", () => {
  const [bild, welt] = ["bild.de", "welt.de"].map((domain, i) => ({
    ...BRIDGE[i],
    outlet: { name: domain, domain },
  })) as [TodayArticle, TodayArticle];
  expect(storyOf([bild, welt])).toMatchObject({ outlets: ["bild.de", "welt.de"], originals: 1 });
  expect(storyOf([bild, welt]).first).toBeNull();
});

test("what was first seen since the user last looked is new", () => {
  const late = { ...BRIDGE[1], seenAt: MORNING + 600 * MINUTE };
  const story = storyOf([BRIDGE[0], late], { lookedAt: MORNING + 500 * MINUTE });
  expect(story.fresh).toBe(1);
  expect(story.points.map(({ isNew }) => isNew)).toEqual([false, true]);
});

test("a long story is sent as its first and its latest articles", () => {
  const all = Array.from({ length: 100 }, (_, i) =>
    article(`Outlet${i}`, i, `Bridge ${"x".repeat(i + 1)}`),
  );
  const { articles, points, outlets } = storyOf(all);
  expect([articles, outlets.length, points.length]).toEqual([100, 100, MAX_POINTS]);
  expect([points[0]?.outlet, points[23]?.outlet, points[24]?.outlet]).toEqual([
    "Outlet0",
    "Outlet23",
    "Outlet76",
  ]);
});

describe("nobody was first", () => {
  test("where there is one outlet", () => {
    expect(storyOf([KNOTS]).first).toBeNull();
    expect(storyOf([BRIDGE[0], article("Courier", 9, "Girder: what we know")]).first).toBeNull();
  });

  test("where two were in one minute", () => {
    const other = article("Gazette", 0.5, "Cracked girder shuts Marram Bridge");
    expect(storyOf([BRIDGE[0], other]).first).toBeNull();
  });

  test("where the first one was a time that its outlet does not state", () => {
    const first = { ...BRIDGE[0], isTimeStated: false };
    expect(storyOf([first, BRIDGE[1], BRIDGE[2]]).first).toBeNull();
  });

  test("by a reprint", () => {
    expect(storyOf([BRIDGE[3], BRIDGE[4]]).first).toBeNull();
  });
});

test("a time that is not stated says nothing when it is later", () => {
  const unstated = { ...BRIDGE[1], isTimeStated: false };
  expect(storyOf([BRIDGE[0], unstated, BRIDGE[2]]).first).toEqual({
    outlet: "Courier",
    next: "Wire",
    lead: 48 * MINUTE,
  });
});
