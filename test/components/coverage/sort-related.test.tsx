import { describe, expect, test } from "vitest";
import { type SortOrder, sortRelated } from "../../../components/coverage/sort-related.ts";
import { article, found, story } from "../answers.ts";

const { related } = story(article("Page"), [
  article("Zebra", { quality: 80, published: 3000 }),
  article("apple", { quality: 80, published: null }),
  article("Éclair", { quality: null, published: 1000 }),
  article("Beta", { quality: 0, published: 2000 }),
  article("Delta", { quality: null, published: null }),
]);

const outlets = (order: SortOrder, language = "en") =>
  sortRelated(related, order, language).map(({ outlet }) => outlet.name);

describe("related articles", () => {
  test("come as they match: as they are given", () => {
    const given = [found("A", 0.9, { quality: 1 }), found("B", 0.8, { quality: 90 })];
    expect(sortRelated(given, "match", "en")).toEqual(given);
    expect(sortRelated(given, "quality", "en").map(({ outlet }) => outlet.name)).toEqual([
      "B",
      "A",
    ]);
  });

  test("come by quality, not-rated last, the rest as the record has them", () => {
    expect(outlets("quality")).toEqual(["Zebra", "apple", "Beta", "Éclair", "Delta"]);
  });

  test("come by time, unknown times last", () => {
    expect(outlets("time")).toEqual(["Éclair", "Beta", "Zebra", "apple", "Delta"]);
  });

  test("come by outlet, capitals and accents aside", () => {
    expect(outlets("outlet")).toEqual(["apple", "Beta", "Delta", "Éclair", "Zebra"]);
  });

  test("come by outlet in the reader's own alphabet", () => {
    const swedish = story(article("Page"), [article("Östersund"), article("Zorn")]).related;
    const sorted = sortRelated(swedish, "outlet", "sv").map(({ outlet }) => outlet.name);
    expect(sorted).toEqual(["Zorn", "Östersund"]);
  });

  test("are not put in another order for anyone else", () => {
    const before = [...related];
    sortRelated(related, "time", "en");
    expect(related).toEqual(before);
  });
});
