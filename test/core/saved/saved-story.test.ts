import { describe, expect, test } from "vitest";
import { articlesOfCoverage, articlesOfStory } from "../../../core/saved/saved-articles.ts";
import { MAX_SAVED, type SavedStory, withSaved } from "../../../core/saved/saved-story.ts";
import { searchSaved, tagsIn, tagsOf } from "../../../core/saved/search-saved.ts";
import { article, found, foundStory } from "../../components/answers.ts";
import { SAVED, SAVED_BEFORE } from "../../fixtures/saved-stories.ts";

const OTHER_ID = "00000000-0000-4000-8000-00000000000c";

describe("a story is saved", () => {
  test("once: not again where one of its articles stands for another", () => {
    const again: SavedStory = {
      ...SAVED,
      id: OTHER_ID,
      articles: [
        {
          ...(SAVED_BEFORE.articles[0] as SavedStory["articles"][number]),
          url: "https://www.gazette.example/bridge?utm_source=feed",
        },
      ],
    };
    expect(withSaved([SAVED], again)).toEqual([SAVED]);
    expect(withSaved([SAVED], SAVED_BEFORE)).toEqual([SAVED, SAVED_BEFORE]);
  });

  test("once: not again under its own id, whatever its articles", () => {
    expect(withSaved([SAVED_BEFORE, SAVED], { ...SAVED_BEFORE, id: SAVED.id })).toHaveLength(2);
    const other = { ...SAVED_BEFORE.articles[0], url: "https://other.example/1" };
    const added = { ...SAVED, articles: [other as SavedStory["articles"][number]] };
    expect(withSaved([SAVED_BEFORE, SAVED], added)).toEqual([SAVED_BEFORE, SAVED]);
    expect(withSaved([SAVED_BEFORE, SAVED], { ...added, id: OTHER_ID })).toHaveLength(3);
  });

  test("while there is room", () => {
    const full = Array.from({ length: MAX_SAVED }, (_, i) => ({
      ...SAVED_BEFORE,
      id: `${i}`,
      articles: SAVED_BEFORE.articles.map((one) => ({ ...one, url: `${one.url}/${i}` })),
    }));
    expect(withSaved(full, SAVED)).toBe(full);
  });

  test("with the page first, then the others and their reprints, without their texts", () => {
    const copy = found("Post", 0.9, { title: "A reprint", excerpt: "Not saved" });
    const coverage = foundStory([
      found("Coast", 0.9, { title: "One", quality: 70, copies: [copy] }),
      found("Wire", 0.8, { title: "Two" }),
    ]);
    expect(articlesOfCoverage(coverage)).toEqual([
      expect.objectContaining({ title: "The page", outlet: "The Gazette", quality: null }),
      {
        url: "https://www.coast.example/story",
        title: "One",
        outlet: "Coast",
        published: null,
        quality: 70,
      },
      expect.objectContaining({ title: "Two" }),
      expect.objectContaining({ title: "A reprint", outlet: "Post" }),
    ]);
    expect(JSON.stringify(articlesOfCoverage(coverage))).not.toContain("Not saved");
  });

  test("with at most forty articles", () => {
    const many = Array.from({ length: 60 }, (_, i) => found(`Outlet ${i}`, 0.9));
    expect(articlesOfCoverage(foundStory(many))).toHaveLength(40);
    expect(article("A").title).toBe("A’s story");
  });

  test("of today with the headline that stands for it first", () => {
    const point = (outlet: string) => ({
      ...{ title: `${outlet}’s`, url: `https://${outlet}.example/`, outlet, published: 1 },
      ...{ isTimeStated: true, isReprint: false, isNew: false },
    });
    const points = ["a", "b", "c"].map(point);
    const story = { points, headline: 1 } as unknown as Parameters<typeof articlesOfStory>[0];
    expect(articlesOfStory(story).map(({ outlet }) => outlet)).toEqual(["b", "a", "c"]);
  });
});

describe("saved stories are found", () => {
  const titles = (search: string) =>
    searchSaved([SAVED_BEFORE, SAVED], search).map(({ id }) => id.at(-1));

  test.each([
    ["", ["a", "b"]],
    ["girder stranded", ["a"]],
    ["  girder \n stranded ", ["a"]],
    ["GAZETTE", ["a"]],
    ["ask port", ["a"]],
    ["marram", ["a"]],
    ["cremerie pate", ["b"]],
    ["girder cheese", []],
  ])("by all words of %j, the latest first", (search, found) => {
    expect(titles(search)).toEqual(found);
  });
});

describe("tags", () => {
  test("are parted by commas of any script, each once", () => {
    expect(tagsIn(" port, bridges ,port،ميناء、港,, ")).toEqual(["port", "bridges", "ميناء", "港"]);
    expect(tagsIn("x".repeat(50))).toEqual(["x".repeat(40)]);
    expect(tagsIn(Array.from({ length: 20 }, (_, i) => i).join(","))).toHaveLength(12);
  });

  test("are listed by how many stories have them", () => {
    const more = { ...SAVED_BEFORE, tags: ["Marram"] };
    expect(tagsOf([SAVED, more])).toEqual(["Marram", "bridges"]);
  });
});
