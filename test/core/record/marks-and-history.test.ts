import { describe, expect, test } from "vitest";
import { least, read } from "./reading.ts";

describe("the marks of an article", () => {
  const marksOf = (marks: unknown) => {
    const { record, reported } = read({ ...least, marks });
    return { marks: record?.marks, reported };
  };

  test("are words of the format, each once", () => {
    expect(marksOf(["paywall", "opinion", "paywall"])).toEqual({
      marks: ["paywall", "opinion"],
      reported: [],
    });
  });

  test("are read in capitals, and reported", () => {
    expect(marksOf([" Fact-Check "])).toEqual({
      marks: ["fact-check"],
      reported: [["marks[0]", "repaired", '" Fact-Check "']],
    });
  });

  test("that are no words of the format are dropped", () => {
    expect(marksOf(["best", 1])).toEqual({
      marks: undefined,
      reported: [
        ["marks[0]", "dropped", '"best"'],
        ["marks[1]", "dropped", "1"],
      ],
    });
  });

  test("are a list", () => {
    expect(marksOf("opinion")).toEqual({
      marks: undefined,
      reported: [["marks", "dropped", '"opinion"']],
    });
  });
});

describe("the history of an article", () => {
  const version = (title: unknown, replacedDateTime: unknown, more = {}) => ({
    title,
    replacedDateTime,
    ...more,
  });
  const historyOf = (history: unknown) => {
    const { record, reported } = read({ ...least, history });
    return { history: record?.history, reported };
  };
  const at = (hour: number) => `2026-11-30T0${hour}:00:00Z`;

  test("has earlier headlines with the times they were replaced", () => {
    const history = [version("One", at(1), { excerpt: "Once" }), version("Two", at(2))];
    expect(historyOf(history)).toEqual({ history, reported: [] });
  });

  test("is put in order of time, and reported", () => {
    expect(historyOf([version("Two", at(2)), version("One", at(1))])).toEqual({
      history: [version("One", at(1)), version("Two", at(2))],
      reported: [["history", "repaired", "2"]],
    });
  });

  test("has at most the five latest versions", () => {
    const all = [1, 2, 3, 4, 5, 6].map((hour) => version(`At ${hour}`, at(hour)));
    expect(historyOf(all)).toEqual({
      history: all.slice(1),
      reported: [["history", "dropped", "6"]],
    });
  });

  test.each([
    ["text"],
    [version("", at(1))],
    [version("One", "soon")],
    [version("One", undefined)],
  ])("has no version that is %j", (odd) => {
    expect(historyOf([odd]).history).toBeUndefined();
    expect(historyOf([odd]).reported.at(-1)?.slice(0, 2)).toEqual(["history[0]", "dropped"]);
  });
});
