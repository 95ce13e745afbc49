import { describe, expect, test } from "vitest";
import type { JsonLdNode } from "../../../core/page/json-ld.ts";
import { mainNode } from "../../../core/page/main-node.ts";
import { type MarkupParts, pageMarkup } from "../../fixtures/page-markup.ts";

const PAGE = "https://www.a.example/news/bridge-closed";
const TEASER = {
  "@type": "NewsArticle",
  headline: "Ferry capsizes",
  url: "https://www.a.example/news/ferry-capsizes",
};
/** It would be taken if no other node were recognised. */
const WITHOUT_ADDRESS = { "@type": "NewsArticle", headline: "Trams run again" };
const ARTICLE = { "@type": "NewsArticle", headline: "Bridge closed" };

function mainNodeOf(nodes: readonly JsonLdNode[], page: MarkupParts = {}): JsonLdNode {
  return mainNode(pageMarkup({ address: PAGE, ...page, nodes }));
}

describe("after a teaser and a node without an address, the main node is the one", () => {
  test.each<[string, JsonLdNode, MarkupParts]>([
    ["at the page's address", { url: PAGE }, {}],
    [
      "at the page's address in another spelling",
      { url: "http://a.example/news/bridge-closed/" },
      {},
    ],
    ["at an address within the page", { "@id": `${PAGE}#article` }, {}],
    ["at a relative address", { url: "/news/bridge-closed" }, {}],
    ["that names its page", { url: "https://a.example/", mainEntityOfPage: PAGE }, {}],
    ["that names its page as an object", { mainEntityOfPage: { "@id": PAGE } }, {}],
    [
      "at the page's canonical address",
      { url: "https://a.example/1234567" },
      { canonical: "https://a.example/1234567" },
    ],
    [
      "at its address in Open Graph",
      { url: "https://a.example/1234567" },
      { metas: { "og:url": "https://a.example/1234567" } },
    ],
    [
      "under the page's heading",
      { url: "https://a.example/1234567" },
      { heading: "Bridge closed" },
    ],
    ["under the page's title", {}, { title: "Bridge closed - The Gazette" }],
    [
      "whose address is its page's, though its own is empty",
      { url: "", mainEntityOfPage: PAGE },
      {},
    ],
    [
      "that gives only its name",
      { headline: undefined, name: "Bridge closed" },
      { heading: "Bridge closed" },
    ],
    [
      "under a headline with other punctuation",
      { headline: "“Bridge”  closed &amp; more" },
      { heading: "Bridge closed – more" },
    ],
    ["under its headline in Open Graph", {}, { metas: { "og:title": "BRIDGE closed!" } }],
  ])("%s", (_, node, page) => {
    const own = { ...ARTICLE, ...node };
    expect(mainNodeOf([TEASER, WITHOUT_ADDRESS, own], page)).toBe(own);
  });
});

test("escaped quotes in a headline do not hide that the page shows it", () => {
  const own = { ...ARTICLE, headline: "The &#8216;Bridge&#8217; closed" };
  expect(mainNodeOf([WITHOUT_ADDRESS, own], { heading: "The ‘Bridge’ closed" })).toBe(own);
});

describe("a node without an address is the main one", () => {
  const own = { ...ARTICLE, headline: "Bridge over harbour closed for a month" };

  test.each<[string, MarkupParts]>([
    ["whatever its headline is", { heading: "Bridge closed" }],
    ["when the page shows none", {}],
    ["when the page calls itself an article", { metas: { "og:type": "article" } }],
  ])("%s", (_, page) => {
    expect(mainNodeOf([TEASER, own], page)).toBe(own);
  });

  test.each(["website", "object"])("not when the page calls itself a %s", (type) => {
    expect(mainNodeOf([own], { heading: "World", metas: { "og:type": type } })).toEqual({});
  });

  test("not when another has a headline that the page shows", () => {
    expect(mainNodeOf([own, ARTICLE], { heading: "Bridge closed" })).toBe(ARTICLE);
  });
});

test("a node at the page's address comes before one under its headline", () => {
  const own = { ...ARTICLE, headline: "Bridge over harbour closed", url: PAGE };
  expect(mainNodeOf([ARTICLE, own], { heading: "Bridge closed" })).toBe(own);
});

test("an article comes before a video", () => {
  const video = { "@type": "VideoObject", name: "Bridge closed", url: PAGE };
  expect(mainNodeOf([video, ARTICLE], { heading: "Bridge closed" })).toBe(ARTICLE);
  expect(mainNodeOf([video, TEASER], { heading: "Bridge closed" })).toBe(video);
});

describe("there is no main node when", () => {
  test.each<[string, JsonLdNode, MarkupParts]>([
    ["it has another address and headline", TEASER, { heading: "Bridge closed" }],
    ["it has another address and no headline", { ...TEASER, headline: "" }, { heading: "x" }],
    [
      "it differs in the query alone",
      { ...ARTICLE, url: `${PAGE}?id=2` },
      { address: `${PAGE}?id=1` },
    ],
    [
      "its headline is longer than the page's",
      { ...TEASER, headline: "World unites" },
      { heading: "World" },
    ],
    [
      "its headline is that of two texts of the page, one after the other",
      { ...TEASER, headline: "closed The Gazette" },
      { heading: "Bridge closed", title: "The Gazette" },
    ],
    [
      "its path differs from the page's",
      { ...TEASER, url: "https://www.a.example/newsbridge-closed" },
      {},
    ],
    [
      "its host differs from the page's",
      { ...TEASER, url: "https://b.www.a.example/news/bridge-closed" },
      {},
    ],
    ["it is of another type", { "@type": "Product", name: "Bridge", url: PAGE }, {}],
  ])("%s", (_, node, page) => {
    expect(mainNodeOf([node], page)).toEqual({});
  });
});

test("none of hundreds of nodes of other pages is the main one", () => {
  const nodes = Array.from({ length: 800 }, (_, i) => ({ ...TEASER, url: `/${i}` }));
  expect(mainNodeOf(nodes, { heading: "x ".repeat(250) })).toEqual({});
});
