import { expect, test } from "vitest";
import { splitOutlet } from "../../../core/story/outlet-suffix.ts";

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
    "Harbour bridge closes for a year « Planet News",
    "Harbour bridge closes for a year",
    "Planet News",
  ],
])("takes the outlet off %s", (title, headline, outlet) => {
  expect(splitOutlet(title)).toEqual({ headline, outlet });
});

test.each([
  [
    "a dash inside the sentence's last half",
    "Bridge closed - mayor blames the winter storm for the damage",
  ],
  ["too short a headline", "Sport | Daily Planet"],
  ["hyphens inside words", "A follow-up on the half-built bridge"],
  ["no separator", "Harbour bridge closes for a year"],
])("leaves %s", (_, title) => {
  expect(splitOutlet(title)).toEqual({ headline: title, outlet: "" });
});
