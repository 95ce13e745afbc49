import { expect, test } from "vitest";
import { isolated } from "../../../components/kit/isolated.ts";

test("a name within a text is kept apart from the direction around it", () => {
  expect(isolated("ميناء")).toBe("\u2068ميناء\u2069");
});
