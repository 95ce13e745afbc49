// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { readText } from "../../../platform/content-script/read-text.ts";

function textOf(body: string): string {
  return readText(new DOMParser().parseFromString(`<body>${body}</body>`, "text/html"));
}

test("a page's text is read, with that of its teasers", () => {
  expect(textOf("<h1>One</h1><p>Two <b>three</b></p><aside>four</aside>")).toBe(
    "One\nTwo \nthree\nfour",
  );
});

test("what is code or style is no text", () => {
  expect(textOf("<p>One</p><script>two()</script><style>p { three: 3 }</style>")).toBe("One");
});

test("of an endless page no more than 100,000 characters are read", () => {
  expect(textOf(`<p>${"x".repeat(60_000)}</p>`.repeat(3)).replaceAll("\n", "")).toHaveLength(
    100_000,
  );
});

test("a page of countless nodes is read to a bound", () => {
  expect(textOf("<i>x</i>".repeat(31_000)).split("\n")).toHaveLength(30_000);
});
