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
    ["in a graph in a list", '[{"@graph":[{"@type":"NewsArticle","headline":"One"}]}]'],
    [
      "as what a page in a graph is about",
      '{"@graph":[{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","headline":"One"}}]}',
    ],
    [
      "as one of what a page in a graph in a list is about",
      '[{"@graph":[{"@type":"WebPage","mainEntity":[{"@type":"Article","headline":"One"}]}]}]',
    ],
    ["among several types", '{"@type":["Thing","LiveBlogPosting"],"headline":"One"}'],
    ["by a type in full", '{"@type":"https://schema.org/ReportageNewsArticle","headline":"One"}'],
    ["by a type with a prefix", '{"@type":"schema:Report","headline":"One"}'],
    ["between blanks", '\n\t{"@type":"NewsArticle",\r\n"headline":"One"}\n'],
  ])("%s", (_, text) => {
    expect(headlines(text)).toEqual(["One"]);
  });
});

describe("broken JSON-LD gives the fields that can be salvaged", () => {
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

  test("line breaks and tabs in a text are read as spaces", () => {
    expect(headlines('{"@type":"NewsArticle","headline":"One\n\ttwo"}')).toEqual(["One two"]);
  });

  test.each([
    ["within it", '"He said "no" to all"'],
    ["at its start", '""No" to all, he said"'],
    ["at its end", '"To all he said "no""'],
  ])(
    "a headline with an unescaped quote %s is left out, since it would be incomplete",
    (_, headline) => {
      expect(headlines(`{"@type":"NewsArticle","headline":${headline},"url":"/"}`)).toEqual([
        undefined,
      ]);
    },
  );

  test("a field whose text is broken is left out, and others are not", () => {
    const [node] = jsonLdNodes(
      '{"@type":"Article","headline":"\\x","datePublished":"2024-03-01",}',
    );
    expect({ ...node }).toEqual({ "@type": "Article", datePublished: "2024-03-01" });
  });

  test("of a field that is given twice the first is read", () => {
    expect(headlines('{"@type":"Article","headline":"One","x":{"headline":"Two"},}')).toEqual([
      "One",
    ]);
  });

  test("a type after that of an article is not read", () => {
    const [node] = jsonLdNodes('{"@type":"Article","headline":"One","x":{"@type":"Person"},}');
    expect({ ...node }).toEqual({ "@type": "Article", headline: "One" });
  });

  test("an address is not read: it may belong to another node", () => {
    const [node] = jsonLdNodes(`{${article},"url":"https://a.example/",}`);
    expect(node?.["url"]).toBeUndefined();
  });

  test("a text that is not JSON has no article", () => {
    expect(headlines("Sorry, this page is not available")).toEqual([]);
  });
});

test("a type is read without what is before its last sign", () => {
  expect(typesOf({ "@type": ["https://schema.org/Article", "s:Report", "a#b/c:Thing"] })).toEqual([
    "Article",
    "Report",
    "Thing",
  ]);
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

describe("of a large text only a part is read", () => {
  test("of a list fifty items", () => {
    expect(jsonLdNodes(JSON.stringify(Array(60).fill({})))).toHaveLength(50);
  });

  test("of nested lists six levels", () => {
    const nested = (levels: number) => `${"[".repeat(levels)}{}${"]".repeat(levels)}`;
    expect(jsonLdNodes(nested(5))).toHaveLength(1);
    expect(jsonLdNodes(nested(6))).toHaveLength(0);
  });

  test("of nodes in nodes six levels", () => {
    const nested = (levels: number): object =>
      levels === 1 ? {} : { mainEntity: nested(levels - 1) };
    expect(jsonLdNodes(JSON.stringify(nested(7)))).toHaveLength(6);
  });

  test("of types eight", () => {
    expect(typesOf({ "@type": Array(9).fill("Thing") })).toHaveLength(8);
  });

  test("of lists in lists a hundred nodes", () => {
    expect(jsonLdNodes(JSON.stringify(Array(10).fill(Array(40).fill({}))))).toHaveLength(100);
  });

  // With an expression that tries a run of blanks, or a text without an end, twice each would take hours.
  test.each([
    ["quotes", '"headline":"'.repeat(160_000)],
    ["blanks before a value that does not come", `"headline":${" ".repeat(2_000_000)}x`],
    ["blanks before a list that does not come", `"headline":[${" ".repeat(2_000_000)}x`],
    ["blanks before a colon that does not come", `"headline"${" ".repeat(2_000_000)}x`],
    ["blanks after a value", `"headline":"One"${" ".repeat(2_000_000)}x`],
    ["backslashes", `"headline":"${"\\".repeat(2_000_000)}`],
  ])("of a text that is all %s", (_, text) => {
    expect(jsonLdNodes(`{${text}`)).toEqual([{}]);
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

describe("of a block that is cut, what is complete is read:", () => {
  const whole = '{"@type": "LiveBlogPosting", "url": "/1", "updates": [{"a": "x, \\"y"}, {"b": "z';
  test.each([
    ["in a text", whole],
    ["behind a backslash", `${whole}\\`],
    ["behind a comma", '{"@type": "LiveBlogPosting", "url": "/1", "updates": [{"a": "x, \\"y"}], '],
  ])("%s", (_, text) => {
    expect(jsonLdNodes(text, true)).toEqual([
      { "@type": "LiveBlogPosting", url: "/1", updates: [{ a: 'x, "y' }] },
    ]);
  });
});
