import { expect, test } from "vitest";
import type { Coverage } from "../../../core/coverage/coverage.ts";
import { hasStory } from "../../../core/coverage/has-story.ts";
import { article, found, foundStory, OUTLET, story } from "../../components/answers.ts";

test.each<[string, Coverage]>([
  ["a page that a data set has, without related articles", story(article("A"), [])],
  ["a page whose story was found by its text", foundStory([found("A", 0.9)])],
])("there is a story to show for %s", (_, coverage) => {
  expect(hasStory(coverage)).toBe(true);
});

test.each<[string, Coverage]>([
  ["an unknown page", { kind: "none" }],
  ["a page of which only the outlet is known", OUTLET],
  ["a page with articles on its topic only", foundStory([], { sameTopic: [found("A", 0.3)] })],
  ["a page whose articles the user has rejected", foundStory([], { rejected: [found("A", 0.9)] })],
])("there is none for %s", (_, coverage) => {
  expect(hasStory(coverage)).toBe(false);
});
