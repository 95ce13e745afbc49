import { describe, expect, test } from "vitest";
import { sortRelated } from "../../../components/coverage/sort-related.ts";
import type { StoryOrder } from "../../../core/settings/settings.ts";
import { article, found, story } from "../answers.ts";

const { related } = story(article("Page"), [
  article("Zebra", { quality: 80, published: 3000 }),
  article("apple", { quality: 80, published: null }),
  article("Éclair", { quality: null, published: 1000 }),
  article("Beta", { quality: 0, published: 2000 }),
  article("Delta", { quality: null, published: null }),
]);

const outlets = (order: StoryOrder, language = "en") =>
  sortRelated(related, order, language).map(({ outlet }) => outlet.name);

describe("related articles", () => {
  test("sorted by match keep the order of the answer", () => {
    const given = [found("A", 0.9, { quality: 1 }), found("B", 0.8, { quality: 90 })];
    expect(sortRelated(given, "match", "en")).toEqual(given);
    expect(sortRelated(given, "quality", "en").map(({ outlet }) => outlet.name)).toEqual([
      "B",
      "A",
    ]);
  });

  test("sorted by quality have the unrated ones last, equals in the order of the answer", () => {
    expect(outlets("quality")).toEqual(["Zebra", "apple", "Beta", "Éclair", "Delta"]);
  });

  test("sorted by time have unknown times last", () => {
    expect(outlets("time")).toEqual(["Éclair", "Beta", "Zebra", "apple", "Delta"]);
  });

  test("sorted by outlet ignore capitals and accents", () => {
    expect(outlets("outlet")).toEqual(["apple", "Beta", "Delta", "Éclair", "Zebra"]);
  });

  test("sorted by outlet follow the user's own alphabet", () => {
    const swedish = story(article("Page"), [article("Östersund"), article("Zorn")]).related;
    const sorted = sortRelated(swedish, "outlet", "sv").map(({ outlet }) => outlet.name);
    expect(sorted).toEqual(["Zorn", "Östersund"]);
  });

  test.each<StoryOrder>(["match", "time", "quality", "outlet"])(
    "that check a claim come first when sorted by %s",
    (order) => {
      const check = { ...found("Zulu", 0.5), marks: ["fact-check"] as const };
      expect(sortRelated([...related, check], order, "en")).toEqual([
        check,
        ...sortRelated(related, order, "en"),
      ]);
    },
  );

  test("are sorted in a copy, so that the answer keeps its order", () => {
    const before = [...related];
    sortRelated(related, "time", "en");
    expect(related).toEqual(before);
  });
});
