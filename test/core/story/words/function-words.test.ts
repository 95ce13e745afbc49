import { describe, expect, test } from "vitest";
import { FUNCTION_WORDS } from "../../../../core/story/words/function-words.ts";

describe("function words are left out of what is shown", () => {
  test.each([
    ["English", ["about", "the", "your"]],
    ["Portuguese", ["ainda", "nao", "veja"]],
    ["Spanish", ["asi", "hasta", "uno"]],
    ["French", ["apres", "dans", "vers"]],
    ["German", ["als", "nicht", "zwei"]],
    ["Slovenian", ["ali", "proti", "vse"]],
    ["Russian", ["byl", "protiv", "uzhe"]],
    ["Arabic", ["من", "هذا", "قد"]],
  ])("in %s", (_, words) => {
    expect(words.filter((word) => !FUNCTION_WORDS.has(word))).toEqual([]);
  });

  test("and no others", () => {
    expect(["bridge", "", "abouta", "mayor"].filter((word) => FUNCTION_WORDS.has(word))).toEqual(
      [],
    );
  });
});
