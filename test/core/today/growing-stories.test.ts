import { expect, test } from "vitest";
import { MINUTE } from "../../../core/durations.ts";
import { TermCounts } from "../../../core/story/match/term-counts.ts";
import { indexedTerms } from "../../../core/story/words/article-terms.ts";
import { GrowingStories, type KnownStories } from "../../../core/today/growing-stories.ts";
import type { TodayArticle } from "../../../core/today/today-article.ts";
import { COUNTRIES } from "../story/words/headlines.ts";
import { article, BRIDGE, KNOTS, MAYOR, MORNING } from "./articles.ts";

const ALL = [...BRIDGE, ...MAYOR, KNOTS].sort((a, b) => a.published - b.published);

const termsOf = ({ title, url, published }: TodayArticle) =>
  indexedTerms({ title, url, published }, COUNTRIES);

async function grouped(
  articles: readonly TodayArticle[] = ALL,
  known?: KnownStories,
): Promise<GrowingStories> {
  const counts = new TermCounts();
  for (const one of articles) counts.add(termsOf(one));
  const stories = new GrowingStories(counts, known);
  for (const one of articles) await stories.add(one, termsOf(one));
  return stories;
}

const titles = (stories: readonly (readonly TodayArticle[])[]) =>
  stories.map((members) => members.map(({ outlet, title }) => `${outlet.name}: ${title}`));

const BRIDGE_STORY = titles([BRIDGE])[0];
const MAYOR_STORY = titles([MAYOR])[0];

test("articles about one event are one story, in order of time", async () => {
  const stories = (await grouped()).stories(0);
  expect(titles(stories)).toEqual([
    BRIDGE_STORY,
    MAYOR_STORY,
    ["Gazette: Restored lighthouse opens as a museum of knots"],
  ]);
});

test("an article that comes later joins its story, also when it was published earlier", async () => {
  const stories = await grouped();
  const late = article("Radio", 30, "Marram Bridge stays closed: girder cracks explained");
  await stories.add(late, termsOf(late));
  expect(titles(stories.stories(0))[0]).toEqual([
    "Courier: Marram Bridge closed after inspectors find cracks in main girder",
    "Gazette: Cracked girder shuts Marram Bridge, 14,000 commuters stranded",
    "Radio: Marram Bridge stays closed: girder cracks explained",
    "Wire: Marram Bridge closed indefinitely over cracks in girder",
    "Herald: Island cut off as Marram Bridge shuts: cracks found in girder",
    "Post: Island cut off as Marram Bridge shuts: cracks found in girder",
  ]);
});

test("a newer version of an article takes its place", async () => {
  const stories = await grouped();
  const changed = { ...BRIDGE[0], title: "Bridge shut for a month" };
  await stories.add(changed, termsOf(changed));
  expect(stories.size).toBe(8);
  expect(stories.get(BRIDGE[0].key)?.title).toBe("Bridge shut for a month");
  expect(stories.stories(0)[0]?.map(({ outlet }) => outlet.name)).toEqual([
    "Courier",
    "Gazette",
    "Wire",
    "Herald",
    "Post",
  ]);
});

test("articles from before a time are left out, and those of outlets that are not shown", async () => {
  const stories = await grouped();
  expect(titles(stories.stories(MORNING + 110 * MINUTE))).toEqual([
    ["Post: Island cut off as Marram Bridge shuts: cracks found in girder"],
    ["Gazette: Restored lighthouse opens as a museum of knots"],
  ]);
  expect(titles(stories.stories(0, ({ outlet }) => outlet.name === "Gazette"))).toEqual([
    ["Gazette: Cracked girder shuts Marram Bridge, 14,000 commuters stranded"],
    ["Gazette: Port Ellery mayor Quist steps down over dredging contract"],
    ["Gazette: Restored lighthouse opens as a museum of knots"],
  ]);
});

test("stories that are known from before are taken over, and new articles join them", async () => {
  const before = new Map((await grouped()).numbers());
  // As if two stories had been one: only what is known tells that.
  const [, , , , , mayor = 0] = [...before.values()];
  const known = (key: string) => (key === KNOTS.key ? before.get(MAYOR[0].key) : before.get(key));
  const late = article("Radio", 230, "Marram Bridge stays closed: girder cracks explained");
  const stories = await grouped([...ALL, late], known);
  expect(mayor).toBeDefined();
  expect(titles(stories.stories(0))).toEqual([
    [...(BRIDGE_STORY ?? []), "Radio: Marram Bridge stays closed: girder cracks explained"],
    [...(MAYOR_STORY ?? []), "Gazette: Restored lighthouse opens as a museum of knots"],
  ]);
});
