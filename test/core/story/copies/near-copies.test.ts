import { expect, test } from "vitest";
import { DAY } from "../../../../core/durations.ts";
import type { CopyText } from "../../../../core/story/copies/fingerprint.ts";
import { foldCopies } from "../../../../core/story/copies/near-copies.ts";

const LEAD =
  "HARBOUR CITY (AP) — The harbour bridge will be closed to all traffic for a year after engineers found cracks in two of its piers, the mayor said on Monday.";

let outlets = 0;

/** An article of an outlet of its own. */
function text(title: string, excerpt = "", more: Partial<CopyText> = {}): CopyText {
  outlets += 1;
  const outlet = { name: `Outlet ${outlets}`, domain: `outlet${outlets}.example` };
  return { title, excerpt, published: null, outlet, ...more };
}

const PLANET = { outlet: { name: "The Daily Planet", domain: "planet.example" } };

test("folds an agency's text under other headlines", () => {
  const texts = [
    text("Cracked bridge closes for a year", LEAD),
    text("Mayor: no traffic on harbour bridge until next spring", LEAD),
    text(
      "What the closed bridge means for you",
      "Our reporter took the ferry this morning and asked those who waited how they will get to work.",
    ),
  ];
  expect(foldCopies(texts)).toEqual([[0, 1], [2]]);
});

test("folds a text that a portal shortened", () => {
  expect(foldCopies([text("Bridge closes", LEAD), text("Bridge shut", LEAD.slice(0, 90))])).toEqual(
    [[0, 1]],
  );
});

test("folds an agency's text that an editor changed, but not two writers' that differ as much", () => {
  const edited =
    "HARBOUR CITY (AP) — Commuters face long detours: the harbour bridge will be closed to all traffic for a year, city hall announced in a statement that surprised many.";
  expect(foldCopies([text("a", LEAD), text("b", edited)])).toEqual([[0, 1]]);
  const unmarked = (excerpt: string) => excerpt.replace("(AP) ", "");
  expect(foldCopies([text("a", unmarked(LEAD)), text("b", unmarked(edited))])).toEqual([[0], [1]]);
});

test("without excerpts the same headline is a copy, the outlet's name aside", () => {
  const texts = [
    text("Harbour bridge closes for a year after cracks are found"),
    text("Harbour bridge closes for a year after cracks are found - Daily Planet", "", PLANET),
    text("Harbour bridge shut until next spring"),
  ];
  expect(foldCopies(texts)).toEqual([[0, 1], [2]]);
});

test("a headline of few words is no copy of a longer one that contains it", () => {
  expect(
    foldCopies([text("Bridge closes today"), text("Bridge closes today as ferry strike goes on")]),
  ).toEqual([[0], [1]]);
});

test("copies of copies are one group, in the order given", () => {
  const halves = [LEAD.slice(0, 80), LEAD.slice(60), LEAD].map((excerpt, i) =>
    text(`${i}`, excerpt),
  );
  expect(foldCopies(halves.map((half) => ({ ...half, title: "Bridge closed" })))).toEqual([
    [0, 1, 2],
  ]);
});

test("no articles give no groups", () => {
  expect(foldCopies([])).toEqual([]);
});

test("without excerpts the same headline days later is no copy, since recurring titles come back", () => {
  const title = "Morning briefing: what you need to know";
  const at = (published: number) => text(title, "", { published });
  expect(foldCopies([at(0), at(DAY)])).toEqual([[0], [1]]);
  expect(foldCopies([at(0), at(DAY / 24)])).toEqual([[0, 1]]);
});

test.each(["Read more", "Video", "The Associated Press"])(
  "a standing excerpt such as “%s” makes no copies of other headlines",
  (excerpt) => {
    const texts = [
      text("Survivors tell of the night the bridge broke", excerpt),
      text("Bridge owner files for bankruptcy", excerpt),
    ];
    expect(foldCopies(texts)).toEqual([[0], [1]]);
  },
);

test("an outlet's description of itself makes no copies of its articles", () => {
  const excerpt =
    "Get the latest news, sport, weather and opinion from the Daily Planet, your local newspaper since 1884.";
  const texts = [
    text("Mayor Quill runs charity marathon", excerpt, { ...PLANET, published: 0 }),
    text("Mayor Quill opens hospital wing", excerpt, { ...PLANET, published: DAY / 24 }),
  ];
  expect(foldCopies(texts)).toEqual([[0], [1]]);
});

test("nor do the descriptions of sister sites", () => {
  const excerpt = (paper: string) =>
    `Get the latest news, sport, weather and opinion from the ${paper}, your local newspaper since 1884.`;
  const texts = [
    text("Mayor Quill runs charity marathon", excerpt("Daily Planet")),
    text("Mayor Quill opens hospital wing", excerpt("Evening Planet")),
  ];
  expect(foldCopies(texts)).toEqual([[0], [1]]);
});

test("nor do the recurring words of a series, at any outlet", () => {
  const excerpt =
    "This update is your quick dive into the most recent happenings at the harbour, each month and week.";
  const texts = [
    text("Harbour monthly update: May, episode four", excerpt),
    text("Harbour monthly update: June, episode five", excerpt),
  ];
  expect(foldCopies(texts)).toEqual([[0], [1]]);
});

test("an article that an outlet published again is a copy, its next article is not", () => {
  const first = text("Cracked harbour bridge closes for a year", LEAD, { ...PLANET, published: 0 });
  const again = { ...first, title: "Cracked harbour bridge to close for a year", published: 1000 };
  expect(foldCopies([first, again])).toEqual([[0, 1]]);
  expect(foldCopies([first, { ...again, published: 2 * DAY }])).toEqual([[0], [1]]);
});

test("an agency's name after its own headlines is not a byline", () => {
  const reuters = { outlet: { name: "Reuters", domain: "reuters.example" }, published: 0 };
  const texts = [
    text("Volkar recalls 2 million cars in Norland - Reuters", "", reuters),
    text("Volkar recalls 2 million cars over brakes - Reuters", "", reuters),
  ];
  expect(foldCopies(texts)).toEqual([[0], [1]]);
});

test("nor does it make copies of headlines alone", () => {
  const texts = [
    text("Volkar chief Lindqvist quits over battery scandal | AFP"),
    text("Homes of Volkar chief Lindqvist searched in raids | AFP"),
  ];
  expect(foldCopies(texts)).toEqual([[0], [1]]);
});

test("what follows a dash distinguishes headlines", () => {
  const live = "Live updates from the Tarkan war";
  expect(
    foldCopies(
      ["Kyrel shelled", "ceasefire talks begin", "president in exile"].map((part) =>
        text(`${live} - ${part}`),
      ),
    ),
  ).toEqual([[0], [1], [2]]);
  const cup = "Rovers and Athletic meet in the cup final";
  expect(foldCopies([text(`${cup} - 3-1`), text(`${cup} - 0-2`)])).toEqual([[0], [1]]);
});

test("election results of two towns are no copies, with or without excerpts, at one outlet or two", () => {
  const result = (town: string, excerpt: string, more: Partial<CopyText> = {}) =>
    text(`Labour wins mayoral election in ${town}`, excerpt, { published: 0, ...more });
  const lead = (town: string) =>
    `Labour has won the mayoral election in ${town} with a clear lead over the other parties, according to the official count published early on Friday.`;
  const towns = ["Bristol", "Leeds", "Hull"];
  const apart = [[0], [1], [2]];
  expect(foldCopies(towns.map((town) => result(town, "")))).toEqual(apart);
  expect(foldCopies(towns.map((town) => result(town, lead(town))))).toEqual(apart);
  expect(foldCopies(towns.map((town) => result(town, lead(town), PLANET)))).toEqual(apart);
  const standing =
    "The Daily Planet reports the results of every mayoral election that Labour wins or loses, with maps, tables and opinion from our writers across the whole country.";
  expect(foldCopies(towns.map((town) => result(town, standing, PLANET)))).toEqual(apart);
});

test("a long text that two outlets have alike is one text, whatever names their headlines have", () => {
  const texts = [
    text("Cracks close the bridge in Northport", LEAD),
    text("Engineer Dvoran: bridge unsafe", LEAD),
  ];
  expect(foldCopies(texts)).toEqual([[0, 1]]);
});

test("a shortened text is a copy where it mentions the names of one of the headlines", () => {
  const texts = [
    text("Harbour City closes its bridge", LEAD),
    text("Bridge of Northport to stay shut", LEAD.slice(0, 110)),
  ];
  expect(foldCopies(texts)).toEqual([[0, 1]]);
});
