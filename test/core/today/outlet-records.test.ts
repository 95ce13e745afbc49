import { expect, test } from "vitest";
import { MINUTE } from "../../../core/durations.ts";
import { outletRecords } from "../../../core/today/outlet-records.ts";
import type { TodayArticle } from "../../../core/today/today-article.ts";
import { foldReprints, todayStory } from "../../../core/today/today-story.ts";
import { article, BRIDGE, CONTEXT, KNOTS, MAYOR } from "./articles.ts";

const story = (articles: readonly TodayArticle[]) =>
  todayStory(foldReprints(articles), { ...CONTEXT, follow: null });

const FERRY = [
  article("Courier", 10, "First ferry reaches Sandvik after nine days of storm"),
  article("Wire", 110, "Sandvik: storm over, ferry brings bread and post"),
  article("Radio", 140, "Ferry is back in Sandvik after the storm", { isTimeStated: false }),
];

test("an outlet's record is how often it was first, and by how much", () => {
  expect(outletRecords([story(BRIDGE), story(MAYOR), story(FERRY), story([KNOTS])])).toEqual([
    { outlet: "Courier", stories: 2, first: 2, lead: 21 * MINUTE },
    { outlet: "Herald", stories: 2, first: 1, lead: 40 * MINUTE },
    { outlet: "Gazette", stories: 2, first: 0, lead: null },
    { outlet: "Wire", stories: 2, first: 0, lead: null },
  ]);
});

test("a story of which nobody knows who was first says nothing", () => {
  const unstated = FERRY.map((one) => ({ ...one, isTimeStated: false }));
  expect(outletRecords([story(unstated)])).toEqual([]);
});

test("the lead is the median, the lower one of two in the middle", () => {
  const ledBy = (minutes: number) =>
    story([
      article("Courier", 0, `Ferry ${minutes} is late`),
      article("Wire", minutes, `Passengers of ferry ${minutes} wait`),
    ]);
  const leadOf = (leads: readonly number[]) => outletRecords(leads.map(ledBy))[0]?.lead;
  expect(leadOf([100, 9, 20])).toBe(20 * MINUTE);
  expect(leadOf([100, 9, 20, 70])).toBe(20 * MINUTE);
});
