import { describe, expect, test } from "vitest";
import { findStory } from "../../../core/story/find-story.ts";
import type { StoryText } from "../../../core/story/words/article-words.ts";
import { ARTICLES, COUNTRIES, indexOf, minutesAfter } from "./words/headlines.ts";

const index = indexOf();
/** Articles with headlines that tell little. */
const oneWord = indexOf([
  ...ARTICLES,
  ...["A", "Bridge", "Why?"].map((title) => ({ title, published: minutesAfter(64) })),
]);

function find(title: string, more: Partial<StoryText> = {}) {
  const page = { title, language: "en", published: minutesAfter(65), ...more };
  return findStory(page, index, COUNTRIES);
}

async function ofStory(title: string, more: Partial<StoryText> = {}): Promise<number[]> {
  const matches = await find(title, more);
  return matches.filter(({ verdict }) => verdict === "same-story").map(({ text }) => text.ordinal);
}

describe("a page that no record names", () => {
  test("finds its story in the words of other outlets", async () => {
    expect(await ofStory("Cracked harbour bridge in Port Elwyn stays closed for a year")).toEqual(
      expect.arrayContaining([0, 1, 5]),
    );
  });

  test("finds it by numbers and names only", async () => {
    expect(await ofStory("Dvořan to move for 40 million")).toEqual(expect.arrayContaining([2, 4]));
  });

  test("finds it without time, language and diacritics", async () => {
    const found = await ofStory("Rovers: Dvoran sold for record 40 million", {
      published: null,
      language: null,
    });
    expect(found).toEqual(expect.arrayContaining([2, 4]));
  });

  test("finds it in another language by its names", async () => {
    const [first] = await find("Port Elwyn: puente cerrado por grietas", { language: "es" });
    expect(first?.text.ordinal).toBe(3);
    const [hit] = await find("Мост в Порт-Элвин", { language: "ru" });
    expect(hit?.text.ordinal).toBe(8);
  });

  test("finds nothing for a page whose story is not in the data", async () => {
    expect(await ofStory("Twelve recipes with aubergines")).toEqual([]);
    expect(await ofStory("")).toEqual([]);
    expect(await ofStory("!!!")).toEqual([]);
  });

  test.each(["A", "Bridge", "Why?", "the bridge"])(
    "finds nothing for a headline that tells too little: %s",
    async (title) => {
      const found = await findStory({ title, published: minutesAfter(65) }, oneWord, COUNTRIES);
      expect(found).toEqual([]);
    },
  );

  test("finds its story by a headline of one word when the description tells it", async () => {
    const excerpt =
      "The harbour bridge in Port Elwyn stays closed for a year, says mayor Ada Quill.";
    expect(await ofStory("Cracks", { excerpt })).toContain(1);
  });

  test("needs more evidence when its time is not known", async () => {
    const title = "Harbour bridge in Port Elwyn closed";
    const [dated] = await find(title);
    const [undated] = await find(title, { published: null });
    expect(undated?.text.ordinal).toBe(dated?.text.ordinal);
    expect(undated?.confidence).toBeLessThan(dated?.confidence ?? 0);
  });

  test("does not find the page itself", async () => {
    const matches = await findStory(
      ARTICLES[0] as StoryText,
      index,
      COUNTRIES,
      ({ ordinal }) => ordinal === 0,
    );
    expect(matches.map(({ text }) => text.ordinal)).not.toContain(0);
  });
});

describe("each match", () => {
  test("names the words that contributed most", async () => {
    const [match] = await find("Goalkeeper Dvořan leaves Rovers", { published: minutesAfter(4) });
    expect(match?.text.ordinal).toBe(2);
    expect(match?.shared).toEqual([{ words: "Goalkeeper Dvořan leaves Rovers" }]);
  });

  test("has a confidence between 0 and 1, falling from first to last", async () => {
    const matches = await find("Harbour bridge in Port Elwyn closed");
    const confidences = matches.map(({ confidence }) => confidence);
    expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
    expect(confidences.at(0)).toBeLessThan(1);
    expect(confidences.at(-1)).toBeGreaterThan(0);
  });
});
