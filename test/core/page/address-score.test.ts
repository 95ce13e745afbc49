import { describe, expect, test } from "vitest";
import { addressScore } from "../../../core/page/address-score.ts";

describe("an address looks like", () => {
  test.each([
    ["an article's, with a title in it", "/news/bridge-over-harbour-closed", 1],
    ["an article's, with a number in it", "/news/1234567", 1],
    ["nothing in particular", "/news/bridge", -1],
    ["a list's", "/tag/bridge", -4],
    ["a search's", "/find?q=bridge", -4],
    ["a front page's", "/en/", -10],
  ])("%s: %s, %i", (_, path, score) => {
    expect(addressScore(`https://a.example${path}`)).toBe(score);
  });
});
