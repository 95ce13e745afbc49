import { expect, test } from "vitest";
import { siteOfPattern } from "../../../core/data-set/match-pattern.ts";

test.each([
  ["*://*.futurism.com/*", "futurism.com"],
  ["*://somebody.github.io/*", "somebody.github.io"],
])("%s is for %s", (pattern, site) => {
  expect(siteOfPattern(pattern)).toBe(site);
});
