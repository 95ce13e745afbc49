import { expect, test } from "vitest";
import { plainNumbers } from "../../../../core/story/words/numbers.ts";

test.each([
  ["4,200", "4200"],
  ["4.200", "4200"],
  ["4'200", "4200"],
  ["1.200.000", "1200000"],
  ["1,234.50", "1234.50"],
  ["6,4", "6.4"],
  ["6.4", "6.4"],
  ["$3.5bn", "$3.5bn"],
  ["12.03.2027", "12.03.2027"],
  ["1.2.3", "1.2.3"],
  ["12,34,56", "12,34,56"],
  ["2, 3", "2, 3"],
  ["in 4,200, and 6,4.", "in 4200, and 6.4."],
  ["no figure", "no figure"],
])("%s becomes %s", (text, plain) => {
  expect(plainNumbers(text)).toBe(plain);
});
