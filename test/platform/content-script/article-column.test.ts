// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from "vitest";
import { measureArticleColumn } from "../../../platform/content-script/article-column.ts";
import { add, addParagraphs, clearPage, putAt, TEXT } from "./laid-out-page.ts";

afterEach(clearPage);

const right = () => measureArticleColumn(document)?.right;

describe("the article's column ends where its text does, which is", () => {
  test.each([
    ["straight in the article, parted by breaks", `<article>${`${TEXT}<br>`.repeat(5)}</article>`],
    ["in items of a list", `<ul>${`<li>${TEXT}</li>`.repeat(5)}</ul>`],
    ["in sections", `<article>${`<section>${TEXT}</section>`.repeat(5)}</article>`],
    ["in spans", `<article>${`<span>${TEXT}</span>`.repeat(5)}</article>`],
    ["in boxes within boxes", `<div>${`<div><div>${TEXT}</div></div>`.repeat(5)}</div>`],
  ])("%s", (_, markup) => {
    add(markup, [300, 100, 680, 400]);
    expect(right()).toBe(980);
  });

  test("in a table wider than the column, though its cells are short", () => {
    const article = add("<article></article>", [300, 100, 680, 800]);
    for (let i = 0; i < 5; i++) add(`<p>${TEXT}</p>`, [300, 100, 680, 200], article);
    const row = `<table><tr>${"<td>1,234</td>".repeat(9)}</tr></table>`;
    const cells = add(row, [300, 500, 900, 200], article).querySelectorAll("td");
    cells.forEach((cell, i) => {
      putAt(cell, [300 + 100 * i, 500, 100, 20]);
    });
    expect(right()).toBe(1200);
  });

  test("in a wide quotation among narrower paragraphs", () => {
    addParagraphs(300, 100, 680, 200);
    add(`<blockquote>${TEXT}</blockquote>`, [300, 500, 860, 200]);
    expect(right()).toBe(1160);
  });

  test("in the last of three columns", () => {
    const article = add("<article></article>", [24, 100, 1200, 400]);
    for (const left of [24, 432, 840]) {
      const column = add("<section></section>", [left, 100, 384, 400], article);
      for (let i = 0; i < 5; i++) add(`<p>${TEXT}</p>`, [left, 100, 384, 80], column);
    }
    expect(right()).toBe(1224);
  });

  test("at the end of one long paragraph that begins beside a picture", () => {
    const long = TEXT.repeat(20);
    add(`<p data-rag="300" data-end-rag="0">${long}</p>`, [24, 100, 1000, 400]);
    expect(right()).toBe(1024);
  });

  test("beside the words, though each has an element of its own", () => {
    const article = add("<article></article>", [300, 100, 680, 400]);
    for (let i = 0; i < 40; i++) {
      const left = 300 + 170 * (i % 4);
      putAt(add("<span>words</span>", [left, 100, 170, 20], article), [left, 100, 170, 20]);
    }
    expect(right()).toBe(980);
  });

  test("at the right edge of vertical text, of which the first line is short", () => {
    const article = add(
      '<article style="writing-mode: vertical-rl"></article>',
      [24, 0, 1180, 600],
    );
    add(`<p>${TEXT}</p>`, [1180, 0, 24, 600], article);
    for (let i = 0; i < 9; i++) add(`<p>${TEXT}</p>`, [1060 - 110 * i, 0, 100, 600], article);
    expect(right()).toBe(1204);
  });

  test.each([
    ["at the edge of the element around its longest line", 12, 980],
    ["at its longest line, where its element is far wider than that", 100, 880],
  ])("%s", (_, rag, end) => {
    for (let i = 0; i < 5; i++) add(`<p data-rag="${rag}">${TEXT}</p>`, [300, 100, 680, 200]);
    expect(right()).toBe(end);
  });
});

describe("the article's column is not widened by", () => {
  test("a column beside it", () => {
    addParagraphs(24, 100, 680, 200);
    const aside = add("<aside></aside>", [900, 100, 300, 800]);
    for (let i = 0; i < 9; i++) add(`<p>${TEXT}</p>`, [900, 100, 300, 50], aside);
    const article = add("<article></article>", [24, 100, 680, 800]);
    article.append(...document.querySelectorAll("body > p"));
    for (let i = 0; i < 9; i++) add(`<p>${TEXT}</p>`, [24, 100, 680, 200], article);
    expect(right()).toBe(704);
  });

  test("a menu over the whole window", () => {
    const menu = add("<nav></nav>", [0, 0, 1280, 40]);
    for (let i = 0; i < 12; i++) add("<a>World</a>", [100 * i, 0, 100, 40], menu);
    const article = add("<article></article>", [300, 100, 680, 800]);
    for (let i = 0; i < 5; i++) add(`<p>${TEXT}</p>`, [300, 100, 680, 200], article);
    expect(right()).toBe(980);
  });

  test("many short labels, each in an element of its own", () => {
    const article = add("<article></article>", [300, 100, 680, 800]);
    for (let i = 0; i < 5; i++) add(`<p>${TEXT}</p>`, [300, 100, 680, 200], article);
    const footer = add("<footer></footer>", [0, 700, 1280, 400]);
    for (let i = 0; i < 100; i++) add("<p>A label of the site</p>", [0, 700, 1280, 20], footer);
    expect(right()).toBe(980);
  });

  test("one wide paragraph among many", () => {
    for (let i = 0; i < 5; i++) addParagraphs(300, 100, 680, 200);
    add(`<p>${TEXT}</p>`, [24, 100, 1232, 200]);
    expect(right()).toBe(980);
  });

  test("a consent box with more text than the article", () => {
    addParagraphs(300, 100, 680, 200);
    const box = add('<div style="position: fixed"></div>', [24, 400, 1232, 300]);
    for (let i = 0; i < 9; i++) add(`<p>${TEXT}</p>`, [24, 400, 1232, 50], box);
    expect(right()).toBe(980);
  });

  test("text that is cut off in the column", () => {
    addParagraphs(300, 100, 680, 200);
    const scrolled = add('<div style="overflow-x: auto"></div>', [300, 500, 680, 200]);
    add(`<table><tr><td>${TEXT}</td></tr></table>`, [300, 500, 900, 200], scrolled);
    expect(right()).toBe(980);
  });

  test("text that is not shown", () => {
    addParagraphs(300, 100, 680, 200);
    add(`<p>${TEXT.repeat(9)}</p>`, [0, 0, 0, 0]);
    expect(right()).toBe(980);
  });
});

test("there is no column on a page with labels alone", () => {
  add("<p>By A. Reporter</p>", [24, 80, 200, 20]);
  expect(measureArticleColumn(document)).toBeNull();
});

test("text after the first 20,000 nodes of a page is not looked for", () => {
  document.body.innerHTML = "<b></b>".repeat(20_000);
  addParagraphs(300, 100, 680, 200);
  expect(measureArticleColumn(document)).toBeNull();
});

test("fields of a form that are named like the DOM's methods change nothing", () => {
  const names = ["getBoundingClientRect", "contains", "parentNode", "localName", "children"];
  const form = add(
    `<form>${names.map((name) => `<input name="${name}">`).join("")}</form>`,
    [300, 100, 680, 400],
  );
  for (let i = 0; i < 5; i++) add(`<p>${TEXT}</p>`, [300, 100, 680, 200], form);
  expect(right()).toBe(980);
});
