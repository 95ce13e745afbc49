import { expect, test } from "vitest";
import { MINUTE } from "../../../core/durations.ts";
import { sharedStories } from "../../../scripts/start/shared-stories.ts";

/** An article of an outlet, named by a letter and its number, a number of minutes after the first. */
const article = (name: string, minutes: number | null) => ({
  title: name,
  url: `https://${name[0]}.example/${name}`,
  published: minutes === null ? null : minutes * MINUTE,
  outlet: { name: `Outlet ${name[0]}`, domain: `${name[0]}.example` },
});
const [a1, a2, a3] = [article("a1", 30), article("a2", 5), article("a3", 1)];
const [b1, b2, c1] = [article("b1", 10), article("b2", 7), article("c1", null)];

const titles = (together: Parameters<typeof sharedStories>[0]) =>
  sharedStories(together).map((story) => story.map(({ title }) => title));

test("a story has its articles, the earliest first, those without a time last", () => {
  expect(titles([[c1, a1, b1]])).toEqual([["b1", "a1", "c1"]]);
});

test("articles of a single outlet are not a story", () => {
  expect(titles([[a1], [a2, a3], []])).toEqual([]);
});

test("lists with an article in common are one story, even when a later list connects them", () => {
  expect(
    titles([
      [a1, b1],
      [a2, b2],
      [c1, b1],
      [b2, c1],
    ]),
  ).toEqual([["a2", "b2", "b1", "a1", "c1"]]);
});

test("stories of the most outlets come first", () => {
  expect(
    titles([
      [a1, b1],
      [a2, b2, c1],
    ]),
  ).toEqual([
    ["a2", "b2", "c1"],
    ["b1", "a1"],
  ]);
});
