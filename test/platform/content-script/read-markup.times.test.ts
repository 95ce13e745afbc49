// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { readMarkup } from "../../../platform/content-script/read-markup.ts";

const ADDRESS = "https://a.example/1";

function timesIn(body: string): [time: string, elsewhere: string] {
  const document = new DOMParser().parseFromString(
    `<html><body>${body}</body></html>`,
    "text/html",
  );
  const { time, timeElsewhere } = readMarkup(document, ADDRESS);
  return [time, timeElsewhere];
}

const DAY = "2024-03-10";
const HEADING = "<h1>Bridge closed</h1>";

describe("the time of a page is that", () => {
  test.each([
    [
      "of the first <time> in the article",
      `<time datetime=2020></time><main><time datetime=${DAY}></time></main>`,
    ],
    [
      "of a <time> marked as it",
      `<main><time datetime=2020></time></main><time pubdate datetime=${DAY}></time>`,
    ],
    ["of microdata in a <span>", `<span itemprop=datePublished content=${DAY}>today</span>`],
    [
      "of microdata in the text of a <div>",
      `<div itemprop="dateCreated datePublished"> ${DAY} </div>`,
    ],
    [
      "of microdata before an unmarked <time>",
      `<main><time datetime=2020></time><p itemprop=datePublished>${DAY}</p></main>`,
    ],
  ])("%s", (_, body) => {
    expect(timesIn(body)).toEqual([DAY, ""]);
  });
});

describe("without one, the time elsewhere is that", () => {
  test.each([
    ["of a <time> below the heading", `${HEADING}<div><time datetime=${DAY}></time></div>`, DAY],
    ["of none above the heading", `<time datetime=${DAY}></time>${HEADING}`, ""],
    ["of none at the side", `${HEADING}<aside><time datetime=${DAY}></time></aside>`, ""],
    [
      "of none in the comments",
      `${HEADING}<div id=comments><time datetime=${DAY}></time></div>`,
      "",
    ],
    ["of none on a page without heading", `<div><time datetime=${DAY}></time></div>`, ""],
    [
      "of no microdata in the footer",
      `${HEADING}<footer><p itemprop=datePublished>${DAY}</p></footer>`,
      "",
    ],
  ])("%s", (_, body, elsewhere) => {
    expect(timesIn(body)).toEqual(["", elsewhere]);
  });
});

describe("long paragraphs are counted:", () => {
  test.each([
    ["one of ordinary length", "x y ".repeat(30), 1],
    ["one as long as an article, as three", "x y ".repeat(200), 3],
  ])("%s", (_, text, count) => {
    const document = new DOMParser().parseFromString(
      `<html><body><p>${text}</p></body></html>`,
      "text/html",
    );
    expect(readMarkup(document, ADDRESS).paragraphs).toBe(count);
  });
});
