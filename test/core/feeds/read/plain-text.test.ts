import { describe, expect, test } from "vitest";
import { plainText } from "../../../../core/feeds/read/plain-text.ts";

const ofMarkup = (text: string, maxLength = 1000) => plainText({ text, isMarkup: true }, maxLength);
const ofText = (text: string) => plainText({ text, isMarkup: false }, 1000);

describe("markup as plain text", () => {
  test.each([
    ["parts blocks with a blank", "<p>One</p><p>Two</p>", "One Two"],
    ["leaves words with tags inside whole", "S<b>ho</b>rt<br/>list", "Short list"],
    ["decodes entities once more", "Tom &amp; Jerry&#8217;s&nbsp;day", "Tom & Jerry’s day"],
    ["drops pictures and links", '<a href="/a"><img src="x.jpg" alt="y">Read</a>', "Read"],
    ["drops scripts and styles", "a<script>if (a < b) {}</script><style>p {}</style>b", "a b"],
    ["drops a script that does not end", "a<script>alert(1)", "a"],
    ["drops comments", "a<!-- <b> -->b", "a b"],
    ["keeps what is no tag", "5 < 6 and 7 > 6", "5 < 6 and 7 > 6"],
    ["keeps what is written as text", "the &lt;blink&gt; tag", "the <blink> tag"],
    ["reads what was escaped once too often", "&lt;p&gt;One&lt;/p&gt;", "One"],
    ["drops a tag that is cut off", 'One <a href="http', "One"],
    ["is one line", "One\r\n\t two\u2028three", "One two three"],
    ["drops what turns direction round", "a\u202eb", "ab"],
    [
      "reads control characters as Windows-1252",
      "It\u0092s \u0093late\u0094 \u0085",
      "It’s “late” …",
    ],
    ["drops signs without width at the edges", "\u200b\ufeffNow&#8203; \u00ad", "Now"],
    ["drops places for breaks beside signs", "Now\u200b: \u200brain", "Now: rain"],
    ["keeps places for breaks between letters", "ភ្នំ\u200bពេញ", "ភ្នំ\u200bពេញ"],
    ["keeps joiners within a word", "می\u200cخواهم", "می\u200cخواهم"],
  ])("%s", (_, markup, text) => {
    expect(ofMarkup(markup)).toBe(text);
  });

  test("is cut at its limit", () => {
    expect(ofMarkup("abcdef", 4)).toBe("abc…");
  });

  test.each([
    ["<script ", `${"<script ".repeat(124)}<script…`],
    ["<!--", ""],
    ["<a ", `${"<a ".repeat(333)}…`],
    ["<", `${"<".repeat(999)}…`],
    ["</a", `${"</a".repeat(333)}…`],
    ["&lt;", `${"<".repeat(999)}…`],
    ["&", `${"&".repeat(999)}…`],
  ])("is read in bounded time when the text is all %s", (part, text) => {
    expect(ofMarkup(part.repeat(50_000))).toBe(text);
  });
});

describe("plain text", () => {
  test("keeps what only looks like a tag", () => {
    expect(ofText("The <blink> tag")).toBe("The <blink> tag");
  });

  test("loses stray markup", () => {
    expect(ofText("The <b>first</b> tag")).toBe("The first tag");
  });
});
