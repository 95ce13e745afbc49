import { expect, test } from "vitest";
import { mergeKnown } from "../../../core/coverage/known-articles.ts";
import { article } from "../../components/answers.ts";

const VERSION = { title: "Bridge may close", excerpt: "", replaced: 1000 };

test("an article of two data sets has the marks of both, and the language that one of them states", () => {
  const one = article("A", { marks: ["paywall"] });
  const other = article("A", { marks: ["opinion", "paywall"], language: "fr" });
  expect(mergeKnown(one, other)).toMatchObject({ marks: ["opinion", "paywall"], language: "fr" });
});

test("it has the history of the data set that has one", () => {
  const [one, other] = [article("A"), article("A", { history: [VERSION] })];
  expect(mergeKnown(one, other).history).toEqual([VERSION]);
  expect(mergeKnown(other, one).history).toEqual([VERSION]);
});

test("but not where that one has another headline, which would be said to have changed", () => {
  const other = article("A", { title: "Bridge closed", history: [VERSION] });
  expect(mergeKnown(article("A"), other).history).toEqual([]);
});
