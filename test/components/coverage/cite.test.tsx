// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { CoverageView } from "../../../components/coverage/CoverageView.tsx";
import { answer, article, found, foundStory, story } from "../answers.ts";
import { button, click, show, textsOf } from "../kit/english.tsx";

const STORY = story(article("Page"), [article("A")]);

function view(coverage = STORY, onCite?: (article: string | null) => void) {
  return show(
    <CoverageView
      answer={answer(coverage)}
      onRetry={vi.fn()}
      onDismissNotice={vi.fn()}
      onOrder={vi.fn()}
      onCorrect={async () => true}
      onCite={onCite}
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

test("an article that is only on the topic is not part of the story that is cited", () => {
  const sameTopic = [found("B", 0.5, { verdict: "same-topic" })];
  const place = view(foundStory([], { sameTopic }), vi.fn());
  click(button(place, "More about the article of \u2068B\u2069"));
  expect(textsOf(place, ".card-actions button")).toEqual(["Not related"]);
});

test("where nothing can be cited, nothing offers it", () => {
  expect(textsOf(view(), ".cite, .list-foot button")).toEqual([]);
});
