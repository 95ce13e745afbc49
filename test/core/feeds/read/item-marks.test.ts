import { expect, test } from "vitest";
import { itemMarks } from "../../../../core/feeds/read/item-marks.ts";
import { content, item, records, rss } from "./reading.ts";

const NOTHING = { kinds: [], authors: [], isPaid: false };

test.each([
  ["Opinion", "opinion"],
  ["OpinionNewsArticle", "opinion"],
  ["OpEd", "opinion"],
  [" LiveBlogPosting ", "live"],
  ["live blog", "live"],
  ["ClaimReview", "fact-check"],
  ["Fact-Check", "fact-check"],
])("an item of the kind %j is marked", (kind, mark) => {
  expect(itemMarks({ ...NOTHING, kinds: ["text", kind] })).toEqual([mark]);
});

test.each(["", "text", "NewsArticle", "Opinion poll", "Live", "Blog", "Checked facts"])(
  "an item of the kind %j is not",
  (kind) => {
    expect(itemMarks({ ...NOTHING, kinds: [kind] })).toEqual([]);
  },
);

test("it is an agency's where all its authors are agencies", () => {
  expect(itemMarks({ ...NOTHING, authors: ["AFP", "Reuters"] })).toEqual(["agency"]);
  expect(itemMarks({ ...NOTHING, authors: ["AFP", "Ann Miller"] })).toEqual([]);
});

test("several marks have a fixed order", () => {
  const item = { kinds: ["Opinion", "LiveBlogPosting"], authors: ["dpa"], isPaid: true };
  expect(itemMarks(item)).toEqual(["live", "opinion", "agency", "paywall"]);
});

test("an article has the marks and the language of its item", () => {
  const parts =
    "<dc:type>Opinion</dc:type><dc:creator>AP</dc:creator><dc:language>CY</dc:language>";
  expect(records(rss(item(parts)))[0]).toMatchObject({
    language: "cy",
    marks: ["opinion", "agency"],
  });
});

test("an article has the language of its feed where its item states none", () => {
  const channel = "<language>en_gb</language>";
  const odd = "<link>https://tribune.example/2</link><dc:language>Welsh!</dc:language>";
  expect(records(rss(item("") + item(odd), channel)).map(({ language }) => language)).toEqual([
    "en-gb",
    "en-gb",
  ]);
});

test("neither a category nor a word of the headline is taken for a mark", () => {
  const parts = "<title>Fact-check: Opinion</title><category>Opinion</category>";
  expect(records(rss(item(parts)))[0]).not.toHaveProperty("marks");
});

test("a mark that comes later changes the article, a language does not", () => {
  const hash = (parts: string) => content(rss(item(parts))).articles[0]?.hash;
  expect(hash("<dc:type>Opinion</dc:type>")).not.toBe(hash(""));
  expect(hash("<dc:language>cy</dc:language>")).toBe(hash(""));
});
