import { expect, test } from "vitest";
import { DAY } from "../../../../core/durations.ts";
import { isSameSeries } from "../../../../core/story/copies/series.ts";

const part = (title: string, days: number, domain = "a.example") => ({
  title,
  outlet: { name: "The Gazette", domain },
  published: days * DAY,
});

test("a recurring title on the next day is a series", () => {
  expect(
    isSameSeries(part("Photos of the day: May 3", 3), part("Photos of the day: May 4", 4)),
  ).toBe(true);
});

test("the parts of a series may differ in months, days and numbers", () => {
  expect(
    isSameSeries(
      part("Monthly update: May 2021, episode four", 3),
      part("Monthly update: June 2021, episode five", 34),
    ),
  ).toBe(true);
});

test("on two domains of one outlet it is a series", () => {
  const [third, fourth] = ["Photos of the day: May 3", "Photos of the day: May 4"] as const;
  expect(isSameSeries(part(third, 3, "bbc.com"), part(fourth, 4, "bbc.co.uk"))).toBe(true);
});

test("within hours it is an update of the same article", () => {
  expect(isSameSeries(part("Quake kills 40", 3), part("Quake kills 55", 3.25))).toBe(false);
});

test("at another outlet or in other words it is not a series", () => {
  expect(
    isSameSeries(part("Photos of the day", 3), part("Photos of the day", 4, "b.example")),
  ).toBe(false);
  expect(isSameSeries(part("Bridge closed", 3), part("Bridge still closed", 4))).toBe(false);
});

test("without a time it is not a series", () => {
  const undated = { ...part("Photos of the day", 3), published: null };
  expect(isSameSeries(undated, part("Photos of the day", 4))).toBe(false);
});
