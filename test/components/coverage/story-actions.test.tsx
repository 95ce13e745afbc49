// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { CoverageView } from "../../../components/coverage/CoverageView.tsx";
import { answer, article, found, foundStory, story } from "../answers.ts";
import { button, click, show, textsOf } from "../kit/english.tsx";

const STORY = story(article("Page"), [article("A")]);

type OnArticle = (article: string | null) => void;

function view(coverage = STORY, onCite?: OnArticle, onCompare?: OnArticle) {
  return show(
    <CoverageView
      answer={answer(coverage)}
      onRetry={vi.fn()}
      onDismissNotice={vi.fn()}
      onOrder={vi.fn()}
      onCorrect={async () => true}
      onCite={onCite}
      onCompare={onCompare}
    />,
  );
}

test("an article is cited from its card, the story from its foot", () => {
  const onCite = vi.fn();
  const place = view(STORY, onCite);
  click(button(place, "More about the article of \u2068A\u2069"));
  click(button(place, "Cite"));
  click(button(place, "Cite and export"));
  expect(onCite.mock.calls).toEqual([["https://www.a.example/story"], [null]]);
});

test("the page is compared with an article from its card, with the story from its foot", () => {
  const onCompare = vi.fn();
  const place = view(STORY, undefined, onCompare);
  click(button(place, "More about the article of \u2068A\u2069"));
  click(button(place, "Compare with this page"));
  click(button(place, "Compare headlines"));
  expect(onCompare.mock.calls).toEqual([["https://www.a.example/story"], [null]]);
});

test("an article that is only on the topic is not part of the story that is cited or compared", () => {
  const sameTopic = [found("B", 0.5, { verdict: "same-topic" })];
  const place = view(foundStory([], { sameTopic }), vi.fn(), vi.fn());
  click(button(place, "More about the article of \u2068B\u2069"));
  expect(textsOf(place, ".card-actions button")).toEqual(["Not related"]);
});

test("where nothing can be cited or compared, nothing offers it", () => {
  expect(textsOf(view(), ".cite, .compare, .list-foot button")).toEqual([]);
});
