import { expect, test } from "vitest";
import { foldCopies, isSameText } from "../../../core/story/near-copies.ts";

const LEAD =
  "HARBOUR CITY (AP) — The harbour bridge will be closed to all traffic for a year after engineers found cracks in two of its piers, the mayor said on Monday.";

function text(title: string, excerpt = "") {
  return { title, excerpt };
}

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

test("folds a text that a portal cut short", () => {
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
    text("Harbour bridge closes for a year after cracks are found | Daily Planet"),
    text("Harbour bridge shut until next spring"),
  ];
  expect(foldCopies(texts)).toEqual([[0, 1], [2]]);
});

test("a headline of few words is no copy of one that holds it", () => {
  expect(
    foldCopies([text("Bridge closes today"), text("Bridge closes today as ferry strike goes on")]),
  ).toEqual([[0], [1]]);
});

test("copies of copies are one group, in the order given", () => {
  const halves = [LEAD.slice(0, 80), LEAD.slice(60), LEAD].map((excerpt, i) =>
    text(`${i}`, excerpt),
  );
  expect(foldCopies(halves)).toEqual([[0, 1, 2]]);
});

test("nothing to fold", () => {
  expect(foldCopies([])).toEqual([]);
});

test("without excerpts the same headline days later is no copy: standing titles come again", () => {
  const text = { title: "Morning briefing: what you need to know", excerpt: "" };
  const DAY = 86_400_000;
  expect(
    foldCopies([
      { ...text, published: 0 },
      { ...text, published: DAY },
    ]),
  ).toEqual([[0], [1]]);
  expect(
    foldCopies([
      { ...text, published: 0 },
      { ...text, published: DAY / 24 },
    ]),
  ).toEqual([[0, 1]]);
});

test("one text is told by its excerpt, not by its headline", () => {
  const excerpt =
    "The harbour bridge was closed on Monday after engineers found cracks in two piers.";
  expect(isSameText({ title: "A", excerpt }, { title: "B", excerpt })).toBe(true);
  expect(isSameText({ title: "A", excerpt: "" }, { title: "A", excerpt: "" })).toBe(false);
});
