import { expect, test } from "vitest";
import { linkStatement } from "../../../core/page/link-statement.ts";

test("a link's text is the headline of the article behind it", () => {
  expect(linkStatement("\n  Ferry   returns \n to Sandvik ")).toEqual({
    headline: "Ferry returns to Sandvik",
    description: "",
    published: [],
    language: "",
    outlet: "",
    type: "article",
    signs: [],
  });
});

test("no more of it is taken than a headline may have", () => {
  expect(linkStatement("x".repeat(1000))?.headline).toBe("x".repeat(500));
});

test("a link without text says nothing", () => {
  expect(linkStatement(" \n ")).toBeNull();
});
