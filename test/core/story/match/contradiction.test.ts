import { describe, expect, test } from "vitest";
import { contradiction, eventDetails } from "../../../../core/story/match/contradiction.ts";

/** Rarity bytes of a word that one article in a hundred has, and of one that every tenth has. */
const RARE = 74;
const COMMON = 37;

/** Terms: details are marked with `!`, common words with `~`. */
function said(...texts: readonly string[]) {
  return eventDetails(
    texts.map((text) => ({
      text: text.replace(/[!~]+$/, ""),
      weight: 100,
      rarity: text.endsWith("~") ? COMMON : RARE,
      isDetail: /![~]?$/.test(text),
    })),
  );
}

describe("it speaks against one story that", () => {
  test.each([
    ["the headlines name different countries", ["quake", "=CL!"], ["quake", "=PE!"], 4],
    ["they name different towns", ["bus", "lyon!"], ["bus", "milan!"], 4],
    ["they give different figures", ["quake", "6.4!"], ["quake", "5.6!"], 1.5],
    ["all three", ["=CL!", "iquique!", "6.4!"], ["=PE!", "arequipa!", "5.6!"], 9.5],
    ["less, where one of two names is shared", ["depot!", "lyon!"], ["depot!", "milan!"], 1],
    ["the same in Arabic", ["حريق", "القاهرة!"], ["حريق", "البصرة!"], 4],
  ])("%s", (_, a, b, odds) => {
    expect(contradiction(said(...a), said(...b))).toBe(odds);
    expect(contradiction(said(...b), said(...a))).toBe(odds);
  });
});

describe("nothing speaks against it where", () => {
  test.each([
    ["one headline has no name", ["bus", "lyon!"], ["bus", "coach"]],
    ["the other mentions the name outside its headline", ["lyon!"], ["choir!", "lyon"]],
    ["the name has another ending", ["chilean!"], ["chileans!"]],
    ["the names are in letters that are not comparable", ["القاهرة!"], ["cairo!"]],
    ["the names are the theme of the day", ["games!~"], ["tokyo!~"]],
    ["the words are no details", ["lyon"], ["milan"]],
    ["there are no words", [], []],
  ])("%s", (_, a, b) => {
    expect(contradiction(said(...a), said(...b))).toBe(0);
    expect(contradiction(said(...b), said(...a))).toBe(0);
  });
});
