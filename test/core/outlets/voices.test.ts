import { expect, test } from "vitest";
import { voiceOf } from "../../../core/outlets/voices.ts";

test.each([
  ["two outlets of one owner", "bild.de", "welt.de"],
  ["hosts below their domains", "www.politico.com", "politico.eu"],
  ["two domains of one outlet", "bbc.com", "bbc.co.uk"],
])("one voice have %s", (_, one, other) => {
  expect(voiceOf(one)).toBe(voiceOf(other));
});

test.each([
  ["outlets of two owners", "bild.de", "spiegel.de"],
  ["an outlet and one whose name only ends alike", "welt.de", "umwelt.de"],
  ["outlets that the list does not know", "one.example", "two.example"],
])("two voices have %s", (_, one, other) => {
  expect(voiceOf(one)).not.toBe(voiceOf(other));
});
