import { describe, expect, test } from "vitest";
import { sharedNamesWith } from "../../../../core/story/reasons/shared-names.ts";
import { pageTerms } from "../../../../core/story/words/article-terms.ts";
import type { StoryText } from "../../../../core/story/words/article-words.ts";
import { COUNTRIES } from "../words/headlines.ts";

function terms(text: StoryText) {
  return pageTerms(text, COUNTRIES).map((term) => ({ ...term, rarity: 80 }));
}

function shared(title: string, other: string, more: { excerpt?: string } = {}) {
  const page = terms({ title, published: null, ...more });
  return sharedNamesWith(title, page, COUNTRIES)(terms({ title: other, published: null }));
}

function words(title: string, other: string, more: { excerpt?: string } = {}) {
  return shared(title, other, more).map((name) => ("words" in name ? name.words : name.country));
}

describe("what two headlines share, as the page's has it", () => {
  test("names come first", () => {
    expect(words("Bridge closed after cracks, says Ada Quill", "Quill: bridge must close")).toEqual(
      ["Quill", "Bridge"],
    );
  });

  test("adjacent words are one phrase", () => {
    expect(
      words("Police tests facial recognition software", "Why facial recognition fails"),
    ).toEqual(["facial recognition"]);
  });

  test("words are not one phrase across a comma, nor with a word between that is not shared", () => {
    expect(words("Dvořan, Rovers agree", "rovers: dvoran stays")).toEqual(["Rovers", "Dvořan"]);
    expect(words("harbour ferry bridge", "bridge over the harbour")).toEqual(["bridge", "harbour"]);
  });

  test("long phrases are split at a function word, not inside a name", () => {
    const dam = "Kestrel Lake dam fails and thousands flee valley";
    expect(words(dam, dam)).toEqual(["Kestrel Lake dam fails", "thousands flee valley"]);
    const bank = "Bank of Norland keeps interest rates unchanged";
    expect(words(bank, bank)).toEqual([bank]);
  });

  test("a repeated word of the headline is listed once", () => {
    expect(words("Bridge, bridge: the bridge", "a bridge")).toEqual(["Bridge"]);
    expect(words("Elwyn bridge open! Elwyn bridge: pictures", "Elwyn bridge")).toEqual([
      "Elwyn bridge",
    ]);
  });

  test("the function word nearest the middle of a long phrase splits it", () => {
    const flood = "flood in valley after storm hits coast town";
    expect(words(flood, flood)).toEqual(["flood in valley", "storm hits coast town"]);
  });

  test("a phrase of five words stays whole", () => {
    const bridge = "bridge over harbour closed today";
    expect(words(bridge, bridge)).toEqual([bridge]);
  });

  test("a name after a word that is none does not keep a long phrase whole", () => {
    const warning = "officials warn that Elwyn bridge needs repair";
    expect(words(warning, warning)).toEqual(["Elwyn bridge needs repair", "officials warn"]);
    const storm = "Storm closes Port of Elwyn for months ahead";
    expect(words(storm, storm)).toEqual(["Storm closes Port of Elwyn", "months ahead"]);
  });

  test("two function words end a phrase", () => {
    const bridge = "bridge of the harbour";
    expect(words(bridge, bridge)).toEqual(["bridge", "harbour"]);
  });

  test("several blanks are one", () => {
    expect(words("harbour  bridge", "harbour bridge")).toEqual(["harbour bridge"]);
  });

  test("a name of two letters is listed once, too", () => {
    expect(words("UN meets in the harbour", "un harbour")).toEqual(["UN", "harbour"]);
    expect(words("UN envoy leaves: UN envoy, UN", "un envoy")).toEqual(["UN envoy"]);
  });

  test("numbers of two digits stand alone, single ones do not", () => {
    expect(words("15, bridges", "15 bridges")).toEqual(["15", "bridges"]);
    expect(words("5, bridges", "5 bridges")).toEqual(["bridges"]);
  });

  test("a function word only inside a name", () => {
    expect(words("the Bank of Norland lends", "the Bank of Norland warns")).toEqual([
      "Bank of Norland",
    ]);
    expect(words("after the flood", "after the flood came")).toEqual(["flood"]);
    expect(words("flood in Elwyn. What now", "What flood")).toEqual(["flood"]);
    expect(words("por el puente de Elwyn", "por el puente")).toEqual(["puente"]);
  });

  test("numbers with their separators; single digits not alone", () => {
    expect(words("Costs rise to 15.4 billion", "15.4 billion at last")).toEqual(["15.4 billion"]);
    expect(words("3 bridges", "bridges 3, 4")).toEqual(["3 bridges"]);
    expect(words("3 goats on bridges", "bridges 3, 4")).toEqual(["bridges"]);
  });

  test("possessives only inside a phrase, abbreviations whole", () => {
    expect(words("Norland's envoy", "in Norland")).toEqual(["Norland"]);
    expect(words("Norland's U.S. envoy resigns", "envoy of Norland in U.S. leaves")).toEqual([
      "Norland's U.S. envoy",
    ]);
  });

  test("in a script without spaces", () => {
    expect(words("港口大桥今日关闭", "大桥关闭")).toEqual(["大桥", "关闭"]);
    expect(words("港口大桥今日关闭", "港口大桥开放")).toEqual(["港口大桥"]);
  });

  test("in a script without spaces as whole words, not as the pairs that are compared", () => {
    expect(words("东京奥运会开幕", "东京奥委会")).toEqual(["东京"]);
    expect(words("东京奥运会开幕", "京奥")).toEqual([]);
    expect(words("大統領が東京を訪問", "東京に来た大統領")).toEqual(["大統領", "東京"]);
    expect(words("iPhone发布会", "新iPhone 发布会")).toEqual(["iPhone发布会"]);
  });

  test("at most four are listed, and none with little weight", () => {
    expect(words("aaa, bbb, ccc, ddd, eee", "eee, ddd, ccc, bbb, aaa")).toHaveLength(4);
  });
});

describe("what contributes most comes first", () => {
  const term = (text: string, weight: number, rarity: number) => ({ text, weight, rarity });
  const TITLE = "aaa, bbb, ccc";
  const ARTICLE = ["aaa", "bbb", "ccc"].map((text) => term(text, 100, 100));

  test("by weight and rarity in both texts", () => {
    const page = [term("aaa", 100, 50), term("bbb", 100, 80), term("ccc", 90, 60)];
    const names = [{ words: "bbb" }, { words: "ccc" }, { words: "aaa" }];
    expect(sharedNamesWith(TITLE, page, COUNTRIES)(ARTICLE)).toEqual(names);
    expect(sharedNamesWith(TITLE, ARTICLE, COUNTRIES)(page)).toEqual(names);
  });

  test("what contributes less than an eighth of the most is left out", () => {
    const page = [term("aaa", 100, 100), term("bbb", 13, 100), term("ccc", 11, 100)];
    expect(sharedNamesWith(TITLE, page, COUNTRIES)(ARTICLE)).toEqual([
      { words: "aaa" },
      { words: "bbb" },
    ]);
  });
});

describe("countries", () => {
  test("are shared across languages, as codes", () => {
    expect(shared("Ukraine repairs bridge", "Мост в Украине")).toEqual([{ country: "UA" }]);
  });

  test("are not listed twice", () => {
    expect(shared("Elwyn to Ukraine", "Ukraine, Elwyn")).toEqual([
      { country: "UA" },
      { words: "Elwyn" },
    ]);
    expect(shared("Ukraine war goes on", "Ukraine war")).toEqual([{ words: "Ukraine war" }]);
  });
});

test("a word that is only in the description is shown in its folded form", () => {
  const excerpt = "Elwyn has one.";
  expect(words("Bridge closed", "Elwyn bridge", { excerpt })).toEqual(["Bridge", "elwyn"]);
});

test("nothing in common gives an empty list", () => {
  expect(shared("Bridge closed", "Gardens open")).toEqual([]);
});
