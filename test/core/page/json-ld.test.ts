import { describe, expect, test } from "vitest";
import { isArticleNode, jsonLdNodes, textOf, typesOf } from "../../../core/page/json-ld.ts";

const headlines = (text: string) =>
  jsonLdNodes(text)
    .filter(isArticleNode)
    .map(({ headline }) => headline);

describe("an article is found", () => {
  test.each([
    ["by itself", '{"@type":"NewsArticle","headline":"One"}'],
    ["in a list", '[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"One"}]'],
    ["in a graph", '{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","headline":"One"}]}'],
    [
      "as what a page is about",
      '{"@type":"WebPage","mainEntity":{"@type":"Article","headline":"One"}}',
    ],
    ["among several types", '{"@type":["Thing","LiveBlogPosting"],"headline":"One"}'],
    ["by a type in full", '{"@type":"https://schema.org/ReportageNewsArticle","headline":"One"}'],
    ["by a type with a prefix", '{"@type":"schema:Report","headline":"One"}'],
    ["between blanks", '\n\t{"@type":"NewsArticle",\r\n"headline":"One"}\n'],
  ])("%s", (_, text) => {
    expect(headlines(text)).toEqual(["One"]);
  });
});

describe("broken JSON-LD gives what can be made out of it", () => {
  const article = '"@type":"NewsArticle","headline":"One \\u2013 \\"two\\""';
  test.each([
    ["a comma too many", `{${article},}`],
    ["a comma too many in a list", `{${article},"keywords":["a","b",]}`],
    ["a comma too few", `{${article} "url":"https://a.example/"}`],
    ["quotes that are not escaped", `{${article},"description":"He said "no" again"}`],
    ["single quotes", `{${article},"description":'none'}`],
    ["a comment around it", `<!-- {${article}} -->`],
    ["a CDATA section around it", `//<![CDATA[\n{${article}}\n//]]>`],
    ["a comment within", `{${article}, // our own\n"url":"https://a.example/"}`],
    ["a bracket too many", `{${article}}}`],
    ["no end", `{${article},"description":"cut o`],
    ["a type in a list", '{"@type":["NewsArticle"],"headline":"One \\u2013 \\"two\\"",}'],
    ["other types before it", `{"@type":"WebSite","x":{${article}},}`],
  ])("%s", (_, text) => {
    expect(headlines(text)).toEqual(['One – "two"']);
  });

  test("line breaks and tabs in a text are taken for blanks", () => {
    expect(headlines('{"@type":"NewsArticle","headline":"One\n\ttwo"}')).toEqual(["One two"]);
  });

  test("a field whose text is broken is left out, and others are not", () => {
    const [node] = jsonLdNodes(
      '{"@type":"Article","headline":"\\x","datePublished":"2024-03-01",}',
    );
    expect({ ...node }).toEqual({ "@type": "Article", datePublished: "2024-03-01" });
  });

  test("an address is not taken: it may be any other node's", () => {
    const [node] = jsonLdNodes(`{${article},"url":"https://a.example/",}`);
    expect(node?.["url"]).toBeUndefined();
  });

  test("what is no JSON at all has no article", () => {
    expect(headlines("Sorry, this page is not available")).toEqual([]);
  });
});

describe("what is not an article", () => {
  test.each(["DiscussionForumPosting", "Product", "ArticleList", "constructor", "__proto__"])(
    "%s",
    (type) => {
      expect(isArticleNode({ "@type": type })).toBe(false);
    },
  );

  test.each([[7], [null], [{ "@type": "Article" }], [undefined]])("a type that is %j", (type) => {
    expect(typesOf({ "@type": type })).toEqual([]);
  });
});

describe("however much there is, little is read", () => {
  test("of a list fifty items", () => {
    expect(jsonLdNodes(JSON.stringify(Array(60).fill({})))).toHaveLength(50);
  });

  test("of nested lists three levels", () => {
    expect(jsonLdNodes('[[{"@type":"Article"}]]')).toHaveLength(1);
    expect(jsonLdNodes('[[[{"@type":"Article"}]]]')).toHaveLength(0);
  });

  test("of a text that is all quotes, in no time", () => {
    const start = performance.now();
    jsonLdNodes(`{${'"headline":"'.repeat(16_000)}`);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe("the text of a field", () => {
  test.each<[string, unknown, string]>([
    ["itself", "One", "One"],
    ["the first of a list", ["One", "Two"], "One"],
    ["the name of what is there", { "@type": "Organization", name: "The Gazette" }, "The Gazette"],
    ["the name of the first that is there", [{ name: "The Gazette" }], "The Gazette"],
    ["nothing of a number", 7, ""],
    ["nothing of nothing", null, ""],
    ["nothing of what has no name", {}, ""],
    ["nothing of a name that is no text", { name: { "@value": "x" } }, ""],
  ])("is %s", (_, value, text) => {
    expect(textOf(value)).toBe(text);
  });
});
