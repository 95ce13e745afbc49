import { expect, test } from "vitest";
import { findStory } from "../../../core/story/find-story.ts";
import type { StoryText } from "../../../core/story/words/article-words.ts";
import { ARTICLES, COUNTRIES, indexOf, minutesAfter } from "./words/headlines.ts";

/** Articles grouped with the page that share no word with it, a minute after one another. */
const others = Array.from({ length: 60 }, (_, i): StoryText => {
  return { title: `Notice ${i}`, language: "en", published: minutesAfter(-60 + i) };
});

test("of the articles grouped with the page, the 24 closest in time are compared", async () => {
  const index = indexOf([...others, ...ARTICLES]);
  const page = ARTICLES[0] as StoryText;
  const ordinal = others.length;
  const read: (readonly number[])[] = [];
  await findStory(
    page,
    {
      rarities: () => index.rarities(),
      postings: (keys, around) => index.postings(keys, around),
      async texts(ordinals) {
        read.push(ordinals);
        return index.texts(ordinals);
      },
      sameStory: async () => others.map((_, i) => i),
    },
    COUNTRIES,
    (text) => text.ordinal === ordinal,
  );
  expect(read.length).toBe(2);
  expect(read[1]).toEqual(Array.from({ length: 24 }, (_, i) => ordinal - 1 - i));
});
