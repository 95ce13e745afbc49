import { describe, expect, test } from "vitest";
import { citationParts, citationText } from "../../../core/citations/citation-styles.ts";
import { cited } from "./articles.ts";

const ADDRESS = "www.gazette.example/2022/bridge?id=7&part=2#top";

describe("APA, 7th edition", () => {
  test.each([
    ["a title", {}, `Bridge closed after flood. (2022, April 15). The Gazette. https://${ADDRESS}`],
    [
      "a question",
      { title: "Who closed the bridge?" },
      `Who closed the bridge? (2022, April 15). The Gazette. https://${ADDRESS}`,
    ],
    [
      "a title that ends with a quotation",
      { title: "Mayor: “Never again.”" },
      `Mayor: “Never again.” (2022, April 15). The Gazette. https://${ADDRESS}`,
    ],
    [
      "no date",
      { published: null },
      `Bridge closed after flood. (n.d.). The Gazette. https://${ADDRESS}`,
    ],
    [
      "an outlet whose name ends with a mark",
      { outlet: { name: "Extra!", domain: "extra.example" } },
      `Bridge closed after flood. (2022, April 15). Extra! https://${ADDRESS}`,
    ],
  ])("%s", (_, fields, text) => {
    expect(citationText(cited(fields), "apa")).toBe(text);
  });
});

describe("MLA, 9th edition", () => {
  test.each([
    [
      "a title",
      {},
      `“Bridge closed after flood.” The Gazette, 15 Apr. 2022, ${ADDRESS}. Accessed 30 Nov. 2026.`,
    ],
    [
      "a question",
      { title: "Who closed the bridge?" },
      `“Who closed the bridge?” The Gazette, 15 Apr. 2022, ${ADDRESS}. Accessed 30 Nov. 2026.`,
    ],
    [
      "an address with http",
      { url: "http://gazette.example/http://a" },
      "“Bridge closed after flood.” The Gazette, 15 Apr. 2022, gazette.example/http://a. Accessed 30 Nov. 2026.",
    ],
    [
      "quotations within the title",
      { title: '“Never again” and "once more", says mayor' },
      `“‘Never again’ and ‘once more’, says mayor.” The Gazette, 15 Apr. 2022, ${ADDRESS}. Accessed 30 Nov. 2026.`,
    ],
    [
      "a month that is not shortened",
      { published: Date.UTC(2022, 4, 1) },
      `“Bridge closed after flood.” The Gazette, 1 May 2022, ${ADDRESS}. Accessed 30 Nov. 2026.`,
    ],
    [
      "no date",
      { published: null },
      `“Bridge closed after flood.” The Gazette, ${ADDRESS}. Accessed 30 Nov. 2026.`,
    ],
  ])("%s", (_, fields, text) => {
    expect(citationText(cited(fields), "mla")).toBe(text);
  });
});

describe("Chicago, 18th edition", () => {
  test.each([
    [
      "a title",
      {},
      `The Gazette. “Bridge closed after flood.” April 15, 2022. https://${ADDRESS}.`,
    ],
    [
      "a title in another script",
      { title: "橋が閉鎖された。" },
      `The Gazette. “橋が閉鎖された。” April 15, 2022. https://${ADDRESS}.`,
    ],
    [
      "no date",
      { published: null },
      `The Gazette. “Bridge closed after flood.” Accessed November 30, 2026. https://${ADDRESS}.`,
    ],
  ])("%s", (_, fields, text) => {
    expect(citationText(cited(fields), "chicago")).toBe(text);
  });
});

test.each(["apa", "mla", "chicago"] as const)("in %s only the outlet is italic", (style) => {
  const italic = citationParts(cited(), style).filter(({ isItalic }) => isItalic);
  expect(italic).toEqual([{ text: "The Gazette", isItalic: true }]);
});
