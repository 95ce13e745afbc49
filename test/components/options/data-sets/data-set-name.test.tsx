import { describe, expect, test } from "vitest";
import {
  findNamesake,
  nameProblem,
} from "../../../../components/options/data-sets/data-set-name.ts";
import { BUNDLED, ownDataSet } from "./data-set-states.ts";

const SETS = [BUNDLED, ownDataSet("cafe", "Café"), ownDataSet("port", "ميناء")];

describe("a data set of the same name", () => {
  test.each([
    ["Café", "cafe"],
    [" CAFÉ ", "cafe"],
    ["Cafe\u0301", "cafe"],
    ["ميناء", "port"],
    ["made up", "made-up"],
  ])("of %j is found", (name, id) => {
    expect(findNamesake(name, SETS, null)?.info.id).toBe(id);
  });

  test.each(["Cafe", "Café 2", ""])("of %j is not", (name) => {
    expect(findNamesake(name, SETS, null)).toBeNull();
  });

  test("is never the data set itself", () => {
    expect(findNamesake("café", SETS, "cafe")).toBeNull();
  });
});

describe("a name", () => {
  test.each([
    [" \u200e", "nameEmpty"],
    ["x".repeat(101), "nameTooLong"],
    ["CAFÉ", "nameTaken"],
    [`\u202e${"x".repeat(100)} `, null],
  ])("%j: %s", (name, problem) => {
    expect(nameProblem(name, ["Made up", "Café"])).toBe(problem);
  });
});
