import { expect, test } from "vitest";
import { storyTable } from "../../../../core/export/story/story-table.ts";
import { FORMULA, keptStory } from "./kept-story.ts";

const UNKNOWN = {
  language: null,
  marks: [],
  published: null,
  minutesAfterThisPage: null,
  minutesAfterFirst: null,
  quality: null,
  qualityThird: null,
  rank: null,
  outletMedianQuality: null,
  confidence: null,
  shared: [],
  namedBy: null,
  copyOf: null,
};

test("the page comes first, and each copy after the article that it is listed under", () => {
  expect(storyTable(keptStory())).toEqual([
    {
      ...UNKNOWN,
      title: "The page",
      outlet: "The Gazette",
      domain: "the-gazette.example",
      address: "https://www.the-gazette.example/story",
      type: "article",
      published: "2022-04-15T12:00:00.000Z",
      minutesAfterThisPage: 0,
      minutesAfterFirst: 40,
      isFirst: false,
      reason: "this-page",
      dataSets: ["Made up"],
    },
    {
      ...UNKNOWN,
      title: "Times’s story",
      outlet: "Times",
      domain: "times.example",
      address: "https://www.times.example/story",
      type: "video",
      language: "fr",
      marks: ["fact-check", "paywall"],
      published: "2022-04-15T11:20:00.000Z",
      minutesAfterThisPage: -40,
      minutesAfterFirst: 0,
      isFirst: true,
      reason: "similar-text",
      confidence: 0.914,
      shared: ["river bridge", "UA"],
      dataSets: ["Made up"],
    },
    {
      ...UNKNOWN,
      title: "Herald’s story",
      outlet: "Herald",
      domain: "herald.example",
      address: "https://www.herald.example/story",
      type: "article",
      isFirst: false,
      outletMedianQuality: 55.5,
      reason: "names-page",
      copyOf: "https://www.times.example/story",
      dataSets: ["Made up"],
    },
    {
      ...UNKNOWN,
      title: FORMULA,
      outlet: "Courier",
      domain: "courier.example",
      address: "https://www.courier.example/story",
      type: "article",
      published: "2022-04-15T14:00:00.000Z",
      minutesAfterThisPage: 120,
      minutesAfterFirst: 160,
      isFirst: false,
      quality: 61,
      qualityThird: "middle",
      rank: 1,
      reason: "named-together",
      namedBy: "Third Paper",
      dataSets: ["Made up"],
    },
  ]);
});

test("where it is not known which article was first, no row says how long after it", () => {
  const story = keptStory();
  const related = story.related.map((one) => ({ ...one, isFirst: false }));
  const after = storyTable({ ...story, related }).map(({ minutesAfterFirst }) => minutesAfterFirst);
  expect(after).toEqual([null, null, null, null]);
});
