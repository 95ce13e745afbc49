import { expect, test } from "vitest";
import { agencyMark } from "../../../core/story/agency-mark.ts";

test.each([
  ["HARBOUR CITY (AP) — The bridge closed on Monday", "AP"],
  ["HARBOUR CITY, March 10 (Reuters) - The bridge closed", "Reuters"],
  ["Harbour City (dpa) - Die Brücke ist zu", "dpa"],
  ["By The Associated Press. The bridge closed", "AP"],
  ["AFP - Le pont est fermé", "AFP"],
  ["El puente cierra | EFE", "EFE"],
  ["МОСКВА (ТАСС) Мост закрыт", "TASS"],
])("%s", (text, agency) => {
  expect(agencyMark(text)).toBe(agency);
});

test.each(["The AP reported first", "An app (ap) for bridges", "Reuters moves to a new house", ""])(
  "no mark: %s",
  (text) => {
    expect(agencyMark(text)).toBeNull();
  },
);
