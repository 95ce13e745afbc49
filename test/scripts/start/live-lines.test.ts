import { expect, test } from "vitest";
import { outletLines, storyLines } from "../../../scripts/start/live-lines.ts";

const article = (name: string, title: string, published: number | null) => ({
  title,
  url: "https://coast.example/ferry",
  published,
  outlet: { name, domain: "coast.example" },
});
/** A time of the day, where the user is. */
const at = (hours: number, minutes: number) => new Date(2026, 10, 23, hours, minutes).getTime();

test("an outlet has its health, the text of the options, and its newest three articles", () => {
  const domains = ["coast.example"];
  const outlet = { name: "Coast", domains, health: "good", articles: 50 } as const;
  const latest = [9, 8, 7, 6].map((hour) => article("Coast", `Ferry at ${hour}`, at(hour, 5)));
  expect(outletLines({ outlet, words: ["Norway", "Polled this minute"], latest })).toEqual([
    "Coast (coast.example): good, 50 articles",
    "  Norway · Polled this minute",
    "  23 Nov 2026, 09:05  Ferry at 9",
    "  23 Nov 2026, 08:05  Ferry at 8",
    "  23 Nov 2026, 07:05  Ferry at 7",
  ]);
});

test("stories have their articles with their delays", () => {
  const ferry = [
    article("Coast", "Ferry sails", at(7, 0)),
    article("Harbour", "A ferry", at(7, 25)),
    article("Tide", "Ferry again", at(10, 7)),
    article("Quay", "Sails", null),
  ];
  expect(storyLines([ferry])).toEqual([
    "Stories that more than one outlet tells: 1",
    "  1.  23 Nov 2026, 07:00  Coast: Ferry sails",
    "      23 Nov 2026, 07:25  Harbour (+25 min): A ferry",
    "      23 Nov 2026, 10:07  Tide (+3 h 7 min): Ferry again",
    "      (no time)  Quay: Sails",
  ]);
});

test("a line says when there is no such story", () => {
  expect(storyLines([])).toEqual(["No story of these is told by more than one outlet right now."]);
});
