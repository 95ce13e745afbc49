import { describe, expect, test } from "vitest";
import { contradiction } from "../../../../core/story/match/contradiction.ts";
import { eventDetails } from "../../../../core/story/match/event-details.ts";

/** Rarity bytes of a word that one article in a hundred has, and of one that every tenth has. */
const RARE = 74;
const COMMON = 37;

/** Terms: details are marked with `!`, words for a country with `=`, words behind the headline with `>`, common words with `~`. */
function said(...texts: readonly string[]) {
  return eventDetails(
    texts.map((text) => ({
      text: text.replace(/[!~>]+$|(?<=.)=$/, ""),
      weight: text.includes(">") ? 35 : 100,
      rarity: text.endsWith("~") ? COMMON : RARE,
      isDetail: text.includes("!"),
      isCountryName: /.=$/.test(text),
    })),
  );
}

describe("it speaks against one story that", () => {
  test.each([
    ["the headlines name different countries", ["quake", "=CL!"], ["quake", "=PE!"], 4],
    ["they name different towns", ["bus", "lyon!"], ["bus", "milan!"], 4],
    ["they give different figures", ["quake", "6.4!"], ["quake", "5.6!"], 1.5],
    ["all three", ["=CL!", "pisco!", "6.4!", "quake"], ["=PE!", "ica!", "5.6!", "quake"], 9.5],
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

describe("in headlines of one form the names that differ speak against it, whatever is shared", () => {
  const harwick = ["greens!", "win", "election", "harwick!"];
  test.each([
    ["all but a name", ["greens!", "win", "election", "dunmere!"], 4],
    ["two thirds of the words of the longer one", ["greens!", "win", "seven", "dunmere!"], 4],
    ["half of them", ["greens!", "win", "seven", "seats", "dunmere!"], 1],
    ["one word only", ["greens!", "dunmere!"], 1],
    ["nothing, if one has no other name", ["greens!", "win", "election"], 0],
    [
      "nothing, if the other text has the name",
      ["greens!", "win", "election", "dunmere!", "harwick>"],
      0,
    ],
    ["words behind the headline", ["greens!", "dunmere!", "win>", "election>"], 1],
  ])("%s", (_, other, odds) => {
    expect(contradiction(said(...harwick), said(...other))).toBe(odds);
    expect(contradiction(said(...other), said(...harwick))).toBe(odds);
  });
});

describe("of three telling words or more, it speaks against one story that they share", () => {
  test.each([
    ["a country only", ["quake", "hotels", "=MX!"], ["tariffs", "cars", "=MX!"], 0.7],
    [
      "a country and words for it",
      ["quake", "hotels", "chile=", "=CL!"],
      ["pension", "reform", "chile=", "=CL!"],
      0.7,
    ],
    ["a town only", ["library", "nights", "tolford!"], ["murder", "jailed", "tolford!"], 0.7],
    ["nothing", ["library", "nights", "tolford!"], ["murder", "jailed", "shop"], 0.7],
    [
      "a country, and short and function words",
      ["quake", "hotels", "=MX!", "of", "after"],
      ["tariffs", "cars", "=MX!", "of", "after"],
      0.7,
    ],
    ["no town, but a word", ["library", "opens", "nights"], ["library", "burns", "down"], 0],
    [
      "a town and a word that is common where there are few articles",
      ["library~", "opens", "tolford!"],
      ["library~", "tolford!", "burns"],
      0,
    ],
    ["a town and a word", ["library", "opens", "tolford!"], ["library", "tolford!", "burns"], 0],
    ["a town only, but one is short", ["library", "tolford!"], ["murder", "jailed", "tolford!"], 0],
  ])("%s", (_, a, b, odds) => {
    expect(contradiction(said(...a), said(...b))).toBe(odds);
    expect(contradiction(said(...b), said(...a))).toBe(odds);
  });
});
