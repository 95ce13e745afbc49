// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { FoldedHistory, VersionHistory } from "../../../components/articles/VersionHistory.tsx";
import { PUBLISHED } from "../answers.ts";
import { show, textOf, textsOf } from "../kit/english.tsx";

const earlier = (title: string, excerpt = "", minutes = 0) => ({
  title,
  excerpt,
  replaced: PUBLISHED + minutes * 60_000,
});

const CHANGED = {
  title: "Mayor Quist admits deal: 3 quit",
  excerpt: "",
  history: [
    earlier("Mayor denies deal", "", 10),
    earlier("Mayor admits deal: 1 quits", "", 20),
    earlier("Mayor admits deal: 2 quits", "", 30),
  ],
};

test("says how often the headline changed, and shows the changes, the latest first", () => {
  const place = show(<VersionHistory article={CHANGED} />);
  expect(textOf(place.querySelector(".history-title"))).toBe("Headline changed 2 times");
  expect(textsOf(place, "li del")).toEqual(["2 quits", "1", "denies"]);
  expect(textsOf(place, "li ins")).toEqual(["Quist", "3 quit", "2", "admits", ": 1 quits"]);
  expect(textsOf(place, "time")).toHaveLength(3);
});

test("a change of figures only is told apart", () => {
  const place = show(<VersionHistory article={CHANGED} />);
  expect(textsOf(place, ".history-quiet")).toHaveLength(1);
  expect(textOf(place.querySelector(".history-quiet"))).toContain(
    "only figures, times or punctuation",
  );
});

test("both versions are there for screen readers", () => {
  const place = show(<VersionHistory article={CHANGED} />);
  expect(textsOf(place, "li:last-child .visually-hidden")).toEqual([
    "Before: Mayor denies deal",
    "After: Mayor admits deal: 1 quits",
  ]);
});

test("a description that changed is said where the headline did not", () => {
  const article = {
    title: "Deal",
    excerpt: "She spoke.",
    history: [earlier("Deal", "She will speak.")],
  };
  const place = show(<FoldedHistory article={article} />);
  expect(textOf(place.querySelector("summary"))).toBe("Description changed");
});

test.each([
  ["nothing", []],
  ["figures only", [earlier("Mayor Quist admits deal: 1 quit")]],
])("of an article that changed in %s nothing is said", (_, history) => {
  expect(show(<VersionHistory article={{ ...CHANGED, history }} />).innerHTML).toBe("");
});
