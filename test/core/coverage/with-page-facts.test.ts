import { expect, test } from "vitest";
import { withPageFacts } from "../../../core/coverage/with-page-facts.ts";
import { article, story } from "../../components/answers.ts";

const FACTS = {
  headline: "The page",
  description: "",
  published: null,
  language: "pt",
  outlet: "",
  type: "article",
  marks: ["paywall", "live"],
} as const;
const STORY = story(article("Page", { marks: ["opinion", "live"], language: "en" }), []);

test("the page's own language and marks are added to those of the data", () => {
  expect(withPageFacts(STORY, FACTS).page).toEqual({
    ...STORY.page,
    language: "pt",
    marks: ["live", "opinion", "paywall"],
  });
});

test("what the page does not say stays as the data says it", () => {
  const { page } = withPageFacts(STORY, { ...FACTS, language: null, marks: [] });
  expect([page.language, page.marks]).toEqual(["en", ["live", "opinion"]]);
});

test("a page that says nothing of itself is as the data says", () => {
  expect(withPageFacts(STORY, null)).toBe(STORY);
});
