import { describe, expect, test } from "vitest";
import { searchQuestion } from "../../../core/search/search-question.ts";

const ANY = { text: "ferry", domains: null, language: null, from: null, to: null, quality: "any" };
const isOne = (changes: object) => searchQuestion.safeParse({ ...ANY, ...changes }).success;

describe("a question", () => {
  test.each<object>([
    {},
    { text: "x".repeat(200) },
    { domains: ["a.example", "b.example"] },
    { language: "en" },
    { language: "fil" },
    { from: 1, to: 2 },
    { quality: "rated" },
    { quality: "upper" },
  ])("may have %j", (changes) => {
    expect(isOne(changes)).toBe(true);
  });

  test.each<object>([
    { text: "x".repeat(201) },
    { text: null },
    { domains: ["no host"] },
    { domains: Array(9).fill("a.example") },
    { language: "e" },
    { language: "EN" },
    { language: "engl" },
    { language: "en-GB" },
    { language: "1en" },
    { language: "" },
    { from: "1" },
    { quality: "best" },
    { more: 1 },
  ])("may not have %j", (changes) => {
    expect(isOne(changes)).toBe(false);
  });
});
