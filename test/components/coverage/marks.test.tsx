// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { CoverageView } from "../../../components/coverage/CoverageView.tsx";
import type { Coverage } from "../../../core/coverage/coverage.ts";
import type { ArticleMark } from "../../../core/record/article-marks.ts";
import { answer, article, OUTLET, story } from "../answers.ts";
import { show, textsOf } from "../kit/english.tsx";

/** The marks shown on a page that says these of itself. */
function shownMarks(coverage: Coverage, marks: readonly ArticleMark[]): string[] {
  const facts = {
    headline: "The page",
    description: "",
    published: null,
    language: null,
    outlet: "",
    type: "article",
    marks,
  } as const;
  const result = answer(coverage);
  const place = show(
    <CoverageView
      answer={result.ok ? { ok: true, value: { ...result.value, facts } } : result}
      onRetry={vi.fn()}
      onDismissNotice={vi.fn()}
      onOrder={vi.fn()}
      onCorrect={async () => true}
    />,
  );
  return textsOf(place, ".marks .tag");
}

const STORY = story(article("Page"), [article("A")]);

test("a page that says what kind of article it is has that said of it, in plain words", () => {
  const all = ["fact-check", "correction", "live", "opinion", "agency", "paywall"] as const;
  expect(shownMarks(STORY, all)).toEqual([
    "Fact-check",
    "Corrected",
    "Live blog",
    "Opinion",
    "Agency text",
    "Paid access",
  ]);
});

test("what a record says of it is said beside what the page says", () => {
  const page = article("Page", { marks: ["paywall", "opinion"] });
  expect(shownMarks(story(page, [article("A")]), ["opinion", "live"])).toEqual([
    "Live blog",
    "Opinion",
    "Paid access",
  ]);
});

test("so does a page of which only the outlet is known", () => {
  expect(shownMarks(OUTLET, ["opinion"])).toEqual(["Opinion"]);
});

test("nothing is said of a page that says nothing", () => {
  expect(shownMarks(STORY, [])).toEqual([]);
});
