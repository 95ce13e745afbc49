import { expect, test } from "vitest";
import { linesOf } from "../../../scripts/start/sidebar-lines.ts";

test("the sidebar is printed line by line", () => {
  const texts = {
    title: "Ferry aground",
    standing: ["2 hours ago", "72"],
    first: "First: The Coast",
    heading: "Also covered by 1 outlet",
    cards: [{ facts: ["The Coast", "80", "3 hours ago"], title: "Ferry runs aground" }],
    dataSet: "Made up, 30 Nov 2026",
  };
  expect(linesOf(texts).split("\n")).toEqual([
    "",
    "This page: Ferry aground",
    "  2 hours ago · 72",
    "  First: The Coast",
    "",
    "Also covered by 1 outlet:",
    "  The Coast · 80 · 3 hours ago",
    "    Ferry runs aground",
    "",
    "Made up, 30 Nov 2026",
    "",
  ]);
});

test("what the sidebar does not have leaves no empty entry", () => {
  const texts = {
    title: "Ferry aground",
    standing: ["", "72"],
    first: "",
    heading: "",
    cards: [{ facts: ["The Coast", "", ""], title: "" }],
    dataSet: "",
  };
  expect(linesOf(texts).split("\n")).toEqual([
    "",
    "This page: Ferry aground",
    "  72",
    "",
    "  The Coast",
    "",
  ]);
});
