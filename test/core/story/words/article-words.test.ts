import { expect, test } from "vitest";
import { articleWords } from "../../../../core/story/words/article-words.ts";

function weights(title: string, more: { url?: string; excerpt?: string } = {}) {
  return Object.fromEntries(articleWords({ title, published: null, ...more }));
}

test("words count less along the headline, the outlet's name least", () => {
  expect(weights("bridge closes today | Planet")).toEqual({
    bridge: 1,
    closes: 0.97,
    today: 0.94,
    planet: 0.3,
  });
});

test("names count more than other words", () => {
  const { mayor, smith } = weights("Mayor and councillor Smith disagree about the harbour bridge");
  expect(mayor).toBe(1);
  expect(smith).toBeCloseTo(0.91 * 1.2);
});

test("in title case, capitals do not mark names", () => {
  expect(weights("Mayor Blames Smith")["blames"]).toBe(0.97);
});

test("address and excerpt add the words that the headline lacks", () => {
  const found = weights("bridge closes", {
    url: "https://a.example/harbour-bridge-closes-today",
    excerpt: "The bridge is cracked.",
  });
  expect(found).toEqual({
    bridge: 1,
    closes: 0.97,
    harbour: 0.5,
    today: 0.5,
    the: 0.35,
    is: 0.35,
    cracked: 0.35,
  });
});

test("a headline of a million letters costs no more than a long one", () => {
  expect(articleWords({ title: "word ".repeat(200_000), published: null }).size).toBe(1);
  expect([...articleWords({ title: "x".repeat(1e6), published: null }).keys()]).toEqual([
    "x".repeat(400),
  ]);
});
