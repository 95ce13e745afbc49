import { expect, test } from "vitest";
import { isQuietChange } from "../../../core/compare/quiet-change.ts";

test.each([
  ["a counter", "Slide at Orsa: 12 dead", "Slide at Orsa: 14 dead"],
  ["a counter of several digits", "Petition has 9,800 names", "Petition has 10 250 names"],
  ["a time", "Ferry timetable as of 10:40 am", "Ferry timetable as of 2 p.m."],
  ["a time in German", "Die Lage um 10.40 Uhr", "Die Lage um 14 Uhr"],
  ["a tag in front", "Ferry returns", "LIVE: Ferry returns"],
  ["a tag that is another", "Live updates: Ferry returns", "Breaking news | Ferry returns"],
  ["a tag behind", "Ferry returns – live", "Ferry returns"],
  ["a tag in brackets", "Ferry returns (Update)", "Ferry returns (Update 2)"],
  ["a tag between plus signs", "+++ Eilmeldung +++ Fähre kehrt zurück", "Fähre kehrt zurück"],
  ["a tag in French", "EN DIRECT - Le bac revient", "Le bac revient"],
  ["a tag in Arabic", "عاجل: عودة العبّارة", "عودة العبّارة"],
  ["punctuation", "Ferry returns: at last", "Ferry returns – ‘at last’"],
  ["capitals", "Ferry Returns", "Ferry returns"],
])("%s is a quiet change", (_, before, after) => {
  expect(isQuietChange(before, after)).toBe(true);
  expect(isQuietChange(after, before)).toBe(true);
});

test.each([
  ["a word", "Mayor denies deal", "Mayor admits deal"],
  ["a word before a figure", "9 dead in slide", "At least 9 dead in slide"],
  ["a number that becomes a word", "12 dead in slide", "Dozens dead in slide"],
  ["a tag's word inside", "People live near the slide", "People near the slide"],
  ["a headline of nothing but the tag's word", "Live", "Ferry"],
  ["words in another order", "Mayor sues paper", "Paper sues mayor"],
])("%s is not", (_, before, after) => {
  expect(isQuietChange(before, after)).toBe(false);
});
