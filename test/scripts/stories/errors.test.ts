import { expect, test } from "vitest";
import { errorExamples, errorShares } from "../../../scripts/bench/stories/errors.ts";
import type { LabelledArticle } from "../../../scripts/bench/stories/labels/labelled-articles.ts";

function article(title: string, story: string, language = "en"): LabelledArticle {
  return { title, story, text: "", language, excerpt: "", url: "", published: null };
}

const articles = [
  article("The bridge opens", "bridge"),
  article("A bridge is open", "bridge"),
  article("Die Brücke ist offen", "bridge", "de"),
  article("The ferry stops", "ferry"),
  article("No ferry today", "ferry"),
];

test("counts wrong first hits and where right articles are lost", () => {
  const ranks = new Map([
    [0, [3, 1]],
    [3, [4]],
  ]);
  expect(errorShares({ articles, ranks })).toEqual({
    queries: 2,
    firstIsWrong: 0.5,
    // One of two for the first query, all for the second.
    reachable: 0.75,
    missedInOther: 1,
    otherAmongCandidates: 0,
    ownAmongCandidates: 0,
  });
});

test("an article that is alone in its story is no query", () => {
  expect(errorShares({ articles: articles.slice(2, 4), ranks: new Map([[0, [1]]]) }).queries).toBe(
    0,
  );
});

test("each kind of error is shown with its headlines", () => {
  const ranks = new Map([[0, [3, 1]]]);
  expect(errorExamples({ articles, ranks, groups: [0, 0, 1, 0, 2] })).toEqual([
    "the first hit is another story: The bridge opens | first hit: The ferry stops",
    "an article of the story is not among the first ten: The bridge opens | missed: Die Brücke ist offen",
    "two stories in one group: The bridge opens | The ferry stops",
    "one story in several groups: The bridge opens | Die Brücke ist offen",
    "one story in several groups: The ferry stops | No ferry today",
  ]);
});
