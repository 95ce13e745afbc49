import { expect, test } from "vitest";
import { headlineChanges, versionChanges } from "../../../core/compare/version-changes.ts";

const ARTICLE = {
  title: "Mayor Quist admits deal",
  excerpt: "She spoke at noon.",
  history: [
    { title: "Mayor denies deal", excerpt: "", replaced: 1000 },
    { title: "Live: Mayor denies deal", excerpt: "She will speak at noon.", replaced: 2000 },
    { title: "Mayor admits deal", excerpt: "She spoke at noon.", replaced: 3000 },
  ],
};

test("the changes of an article are told apart, the latest first", () => {
  const kinds = versionChanges(ARTICLE).map(({ at, title, excerpt }) => [
    at,
    title.kind,
    excerpt.kind,
  ]);
  expect(kinds).toEqual([
    [3000, "words", "none"],
    [2000, "words", "words"],
    // A text that was not there before is no change.
    [1000, "quiet", "none"],
  ]);
  expect(versionChanges(ARTICLE)[0]?.title).toEqual({
    before: "Mayor admits deal",
    after: "Mayor Quist admits deal",
    kind: "words",
  });
});

test("a headline has changed as often as its words did", () => {
  expect(headlineChanges(ARTICLE)).toBe(2);
  expect(headlineChanges({ ...ARTICLE, history: [] })).toBe(0);
});
