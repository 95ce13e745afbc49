import { describe, expect, test } from "vitest";
import { qualityScale } from "../../../core/coverage/quality-scale.ts";
import { article, story } from "../../components/answers.ts";

/** Qualities with the places of a page and its articles on the scale; thirds end at 50 and 70. */
function scale(page: number | null, others: readonly (number | null)[], thirds = true) {
  const fields = thirds ? {} : { thirds: null };
  const found = qualityScale(
    story(
      article("Page", { quality: page, ...fields }),
      others.map((quality, i) => article(`${i}`, { quality, ...fields })),
    ),
  );
  return found?.points.map(({ quality, share }) => [quality, Math.round(share * 100) / 100]);
}

describe("the scale of a data set whose thirds are known", () => {
  test("gives each third the same room", () => {
    expect(scale(50, [70, 60, 40, 80])).toEqual([
      [40, 0.17],
      [50, 0.33],
      [60, 0.5],
      [70, 0.67],
      [80, 0.83],
    ]);
  });

  test("ends with the story's own lowest and highest, where these are far out", () => {
    expect(scale(0, [250])).toEqual([
      [0, 0],
      [250, 1],
    ]);
  });

  test("has room for one article alone", () => {
    expect(scale(60, [null])).toEqual([[60, 0.5]]);
  });
});

describe("where no thirds are known", () => {
  test("the scale is the story's own span", () => {
    expect(scale(30, [10, 20], false)).toEqual([
      [10, 0],
      [20, 0.5],
      [30, 1],
    ]);
  });

  test("equals lie in the middle", () => {
    expect(scale(30, [30], false)).toEqual([
      [30, 0.5],
      [30, 0.5],
    ]);
  });

  test("one article alone has no scale", () => {
    expect(scale(30, [null], false)).toBeUndefined();
  });
});

test("nothing rated has no scale", () => {
  expect(scale(null, [null])).toBeUndefined();
});

test("articles that another data set rates are left out, since its scale is another", () => {
  const other = article("B", { quality: 90, dataSets: ["other"] });
  const coverage = story(article("Page", { quality: 60 }), [other, article("A", { quality: 80 })]);
  const found = qualityScale(coverage);
  expect(found?.points.map(({ outlet, isPage }) => [outlet, isPage])).toEqual([
    ["Page", true],
    ["A", false],
  ]);
});
