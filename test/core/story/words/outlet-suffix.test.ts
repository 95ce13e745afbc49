import { describe, expect, test } from "vitest";
import { splitOutlet, withoutOutletSuffix } from "../../../../core/story/words/outlet-suffix.ts";

test.each([
  [
    "Harbour bridge closes for a year | Daily Planet",
    "Harbour bridge closes for a year",
    "Daily Planet",
  ],
  [
    "Harbour bridge closes for a year - The Daily Planet",
    "Harbour bridge closes for a year",
    "The Daily Planet",
  ],
  [
    "Harbour bridge closes for a year  |  Planet News",
    "Harbour bridge closes for a year",
    "Planet News",
  ],
  [
    `Harbour bridge closes for a year | ${"x".repeat(60)}`,
    "Harbour bridge closes for a year",
    "x".repeat(60),
  ],
  [
    "Harbour bridge closes for a year « Planet News",
    "Harbour bridge closes for a year",
    "Planet News",
  ],
])("removes the outlet from %s", (title, headline, outlet) => {
  expect(splitOutlet(title)).toEqual({ headline, outlet });
});

test.each([
  [
    "a dash inside the sentence's last half",
    "Bridge closed - mayor blames the winter storm for the damage",
  ],
  ["too short a headline", "Sport | Daily Planet"],
  ["hyphens inside words", "A follow-up on the half-built bridge"],
  ["figures", "Rovers and Athletic meet in the cup final - 3-1"],
  ["a long word", `Harbour bridge closes for a year | ${"x".repeat(61)}`],
  ["a single letter", "Harbour bridge closes for a year | x"],
  ["as many words as before", "Harbour bridge closes | The Daily Planet"],
  ["six words", "Harbour bridge closes for a whole year again | one two three four five six"],
  ["no separator", "Harbour bridge closes for a year"],
])("leaves %s", (_, title) => {
  expect(splitOutlet(title)).toEqual({ headline: title, outlet: "" });
});

describe("without the outlet's name", () => {
  const PLANET = { name: "The Daily Planet", domain: "planet.example" };

  test.each([
    ["Harbour bridge closes for a year - The Daily Planet", PLANET],
    ["Harbour bridge closes for a year – Daily Planet", PLANET],
    ["Harbour bridge closes for a year - BBC News", { name: "BBC", domain: "bbc.example" }],
    [
      "Harbour bridge closes for a year - DailyPlanet",
      { ...PLANET, domain: "dailyplanet.example" },
    ],
    ["Harbour bridge closes for a year | Local news", PLANET],
  ])("%s", (title, outlet) => {
    expect(withoutOutletSuffix(title, outlet)).toBe("Harbour bridge closes for a year");
  });

  test.each([
    "Harbour bridge closes for a year - mayor in tears",
    "Harbour bridge closes for a year - Reuters",
    "Harbour bridge closes for a year | Day 3",
  ])("nothing is removed from: %s", (title) => {
    expect(withoutOutletSuffix(title, PLANET)).toBe(title);
  });
});
