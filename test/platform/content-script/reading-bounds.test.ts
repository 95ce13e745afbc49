// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { readMarkup } from "../../../platform/content-script/read-markup.ts";
import { readPage } from "../../../platform/content-script/read-page.ts";

const ADDRESS = "https://a.example/news/1";

function documentOf(head: string, body = ""): Document {
  const page = `<!doctype html><head><base href="${ADDRESS}">${head}</head><body>${body}</body>`;
  return new DOMParser().parseFromString(page, "text/html");
}

const markup = (head: string, body?: string) => readMarkup(documentOf(head, body), ADDRESS);
const ld = (text: string) => `<script type="application/ld+json">${text}</script>`;

describe("the text that is read of a page is limited:", () => {
  test("of a heading 500 characters", () => {
    expect(markup("", `<h1>${"x".repeat(5000)}</h1>`).heading).toBe("x".repeat(500));
  });

  test("of a heading in pieces the first 200", () => {
    expect(markup("", `<h1>${"<i>x</i>".repeat(300)}</h1>`).heading).toBe("x".repeat(200));
  });

  test("of a heading 400 nodes, texts or not", () => {
    const { heading } = markup("", `<h1>${"<!--x-->".repeat(399)}One<b>Two</b></h1>`);
    expect(heading).toBe("One");
  });

  test("of all elements the first 20,000", () => {
    // Before them: html, head, base, body.
    expect(markup("", `${"<b></b>".repeat(19_995)}<h1>One</h1>`).heading).toBe("One");
    expect(markup("", `${"<b></b>".repeat(19_996)}<h1>One</h1>`).heading).toBe("");
  });

  test("of an attribute one character more than an address may have", () => {
    const { metas } = markup(`<meta name="description" content="${"x".repeat(9000)}">`);
    expect(metas.get("description")).toHaveLength(4097);
  });

  test("of all meta elements the first 500", () => {
    const metas = Array.from({ length: 600 }, (_, i) => `<meta name="n${i}" content="x">`);
    expect(markup(metas.join("")).metas.size).toBe(500);
  });

  test("of JSON-LD 400,000 characters in all", () => {
    const block = ld(`{"@type":"Thing","text":"${"x".repeat(150_000)}"}`);
    expect(markup(block.repeat(4)).nodes).toHaveLength(2);
  });

  test("of the address as much as an address may have", () => {
    const address = `${ADDRESS}?${"&id".repeat(500_000)}`;
    const reading = readPage(documentOf('<meta property="og:title" content="One">'), address);
    expect(reading).toEqual({ claims: [], statement: null });
  });
});

test("a page whose names stand in for the document's methods is read as any other", () => {
  const page = documentOf('<link rel="canonical" href="/one">', "<h1>One</h1>");
  // As `<form name="createTreeWalker">` does it; happy-dom has no such names, and uses others itself.
  for (const name of ["getElementsByTagName", "createTreeWalker", "baseURI"])
    Object.defineProperty(page, name, { value: page.createElement("form") });
  expect(readMarkup(page, ADDRESS)).toMatchObject({ canonical: "/one", heading: "One" });
});

describe("the heading is", () => {
  test("the article's rather than the first", () => {
    expect(markup("", "<h1>The Gazette</h1><main><h1>One</h1></main>").heading).toBe("One");
  });

  test("the first when none is the article's", () => {
    expect(markup("", "<h1></h1><h1>One</h1><h1>Two</h1>").heading).toBe("One");
  });
});

describe("the time is", () => {
  const time = (value: string, more = "") => `<time datetime="${value}" ${more}></time>`;

  test("the one that is marked as the publication's", () => {
    const body = `<article>${time("2024-03-01")}</article>${time("2024-03-02", "pubdate")}`;
    expect(markup("", body).time).toBe("2024-03-02");
  });

  test("else the article's first", () => {
    expect(markup("", `${time("2024-03-01")}<main>${time("2024-03-02")}</main>`).time).toBe(
      "2024-03-02",
    );
  });

  test.each([
    ["by their class", '<div class="comment-list">'],
    ["by their name", '<section id="comments">'],
    ["as articles", '<article class="comment">'],
  ])("not that of a comment, marked %s", (_, start) => {
    const comment = `${start}${time("2024-03-02")}`;
    expect(markup("", `<main><p>One</p>${comment}</main>`).time).toBe("");
  });

  test.each(["post has-comments", "post comments-open"])(
    "also that of an article that may be commented on: %s",
    (name) => {
      expect(markup("", `<article class="${name}">${time("2024-03-02")}</article>`).time).toBe(
        "2024-03-02",
      );
    },
  );

  test("not one outside of an article", () => {
    expect(markup("", time("2024-03-01")).time).toBe("");
  });
});

describe("paragraphs count", () => {
  const long = `<p>${"The bridge stays closed for a month. ".repeat(4)}</p>`;

  test("when they are long and beside each other", () => {
    expect(markup("", `<div>${long.repeat(3)}<p>Short.</p></div>${long}`).paragraphs).toBe(3);
  });

  test("from fewer characters on where words have no spaces between them", () => {
    expect(
      markup("", `<div><p>${"橋".repeat(30)}</p><p>${"橋".repeat(29)}</p></div>`).paragraphs,
    ).toBe(1);
  });
});

describe("a meta element", () => {
  test("is known by its property, name or itemprop, in any case", () => {
    const { metas } = markup(
      '<meta property="OG:Title" content="a"><meta name="Date" content="b"><meta itemprop="datePublished" content="c">',
    );
    expect([...metas]).toEqual([
      ["og:title", "a"],
      ["date", "b"],
      ["datepublished", "c"],
    ]);
  });

  test("counts when it is the first with its name that has any content", () => {
    const { metas } = markup(
      '<meta name="date" content=""><meta name="date" content="a"><meta name="date" content="b">',
    );
    expect(metas.get("date")).toBe("a");
  });
});
