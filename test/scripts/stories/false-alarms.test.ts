import { expect, test } from "vitest";
import { falseAlarms } from "../../../scripts/bench/stories/false-alarms.ts";

const TITLES = [
  "Harbour bridge in Port Elwyn closed after cracks",
  "Goalkeeper leaves Rovers for a record fee",
  "Norland's central bank keeps rates",
  "Five gardens to visit this spring",
  "Film festival opens with a silent comedy",
  "Researchers count fewer wild bees",
];

function articles(storyOf: (copy: number, i: number) => string) {
  return [0, 1].flatMap((copy) =>
    TITLES.map((title, i) => ({
      title,
      text: "",
      excerpt: "",
      url: "",
      language: "en",
      published: copy,
      story: storyOf(copy, i),
    })),
  );
}

test("pages of a story that is left out with all its articles raise no alarm", async () => {
  const found = await falseAlarms(articles((_, i) => `story ${i}`));
  expect(found).toEqual({ queries: 12, sameStory: 0, sure: 0, sameTopic: 0 });
});

test("a copy under another label is an alarm", async () => {
  const found = await falseAlarms(articles((copy, i) => `story ${copy} ${i}`));
  expect(found.sameStory).toBeGreaterThan(0.5);
  expect(found.sure).toBeGreaterThan(0.5);
});
