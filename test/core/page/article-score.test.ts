import { describe, expect, test } from "vitest";
import { articleScore } from "../../../core/page/article-score.ts";
import type { JsonLdNode } from "../../../core/page/json-ld.ts";
import { type MarkupParts, pageMarkup } from "../../fixtures/page-markup.ts";

const ARTICLE: JsonLdNode = { "@type": "NewsArticle" };

function score(parts: MarkupParts, main: JsonLdNode = {}): number {
  return articleScore(pageMarkup(parts), main);
}

describe("what a page says of itself", () => {
  test.each<[string, number, MarkupParts, JsonLdNode?]>([
    ["nothing", -9, {}],
    ["that it is an article, in JSON-LD", 4, { nodes: [ARTICLE] }, ARTICLE],
    [
      "that it checks a fact, in JSON-LD",
      4,
      { nodes: [{ "@type": "ClaimReview" }] },
      { "@type": "ClaimReview" },
    ],
    ["that it is an article, in Open Graph", 2, { metas: { "og:type": "article" } }],
    ["that it is an article, in other words", 2, { metas: { "og:type": "news:Article" } }],
    ["that it is a video, in Open Graph", 1, { metas: { "og:type": "Video.other" } }],
    ["that it has a video, in JSON-LD", 1, { nodes: [{ "@type": "VideoObject" }] }],
    ["when it was published, as articles do", 1, { metas: { "article:published_time": "2024" } }],
    ["when it was published, as any page may", 0, { metas: { pubdate: "2024" } }],
    ["that it is a website", -10, { metas: { "og:type": "website" } }],
    ["that it is an object", -10, { metas: { "og:type": "Object" } }],
    ["another word with website in it", -9, { metas: { "og:type": "websites" } }],
    ["another word with video in it", -9, { metas: { "og:type": "a video" } }],
  ])("%s: %i", (_, points, parts, main) => {
    expect(score(parts, main)).toBe(points);
  });
});

/** A page that calls itself an article, which is worth two points. */
const CALLED_ARTICLE = { metas: { "og:type": "article" } };

describe("what a page has adds points", () => {
  test.each<[string, number, MarkupParts]>([
    ["a heading", 3, { heading: "Bridge closed" }],
    ["three paragraphs", 4, { paragraphs: 3 }],
    ["two paragraphs only", 2, { paragraphs: 2 }],
  ])("%s: %i", (_, points, parts) => {
    expect(score({ ...CALLED_ARTICLE, ...parts })).toBe(points);
  });
});

describe("what other pages have takes points away", () => {
  test.each<[string, number, MarkupParts]>([
    ["two articles", 2, { nodes: [ARTICLE, ARTICLE] }],
    ["three articles, as on a front page", -1, { nodes: [ARTICLE, ARTICLE, ARTICLE] }],
    ["three nodes of which two are articles", 2, { nodes: [ARTICLE, ARTICLE, {}] }],
    ["a price", -1, { metas: { "og:type": "article", "product:price:amount": "7" } }],
    ["a recipe", -4, { nodes: [{ "@type": "Recipe" }] }],
    ["a recipe among its nodes", -4, { nodes: [{ "@type": "Thing" }, { "@type": "Recipe" }] }],
    ["a recipe among the types of a node", -4, { nodes: [{ "@type": ["Thing", "Recipe"] }] }],
  ])("%s: %i", (_, points, parts) => {
    expect(score({ ...CALLED_ARTICLE, ...parts })).toBe(points);
  });

  test("an event that the page does not show is of a widget", () => {
    const nodes = [{ "@type": "MusicEvent", name: "Harbour concert" }];
    expect(score({ ...CALLED_ARTICLE, nodes, title: "Bridge closed" })).toBe(2);
    expect(score({ ...CALLED_ARTICLE, nodes, title: "Harbour concert" })).toBe(-4);
  });

  test("a user name in parentheses, as in the title of a post", () => {
    expect(score({ metas: { "og:type": "article", "og:title": "Ann Low (@annlow)" } })).toBe(-1);
  });

  test("a recipe in an article takes fewer", () => {
    expect(score({ nodes: [ARTICLE, { "@type": "Recipe" }] }, ARTICLE)).toBe(1);
  });

  test.each([
    ...["AboutPage", "CollectionPage", "ProfilePage", "Product", "ProductGroup"],
    ...[
      "DiscussionForumPosting",
      "SocialMediaPosting",
      "JobPosting",
      "Event",
      "SportsEvent",
      "LocalBusiness",
    ],
    ...["SoftwareApplication", "WebApplication", "Recipe", "Course"],
  ])("JSON-LD of the type %s", (type) => {
    expect(score({ ...CALLED_ARTICLE, nodes: [{ "@type": type }] })).toBe(-4);
  });

  test.each([
    ...["WebPage", "ItemPage", "Page", "Pages", "ForumPosting", "EventSeries", "Recipes"],
    ...["MyRecipe", "Organization", "OldJobPosting", "JobPostings", "Courses", "MyCourse"],
  ])("but not of the type %s", (type) => {
    expect(score({ ...CALLED_ARTICLE, nodes: [{ "@type": type }] })).toBe(2);
  });

  test.each([
    ...["product", "product.item", "Profile", "place", "business.business", "book", "books.book"],
    ...["music.song", "game", "games.victory", "app", "apps.app"],
  ])("Open Graph's type %s", (type) => {
    expect(score({ metas: { "og:type": type } })).toBe(-12);
  });

  test.each(["my product", "bookmark", "musical", "newspaper"])(
    "but not Open Graph's type %s",
    (type) => {
      expect(score({ metas: { "og:type": type } })).toBe(-9);
    },
  );
});
