import { describe, expect, test } from "vitest";
import { withoutSiteName } from "../../../core/page/headline.ts";

const GAZETTE = ["The Gazette", "www.the-gazette.co.uk"];

describe("the outlet's name is removed from a headline", () => {
  test.each([
    ["Bridge closed - The Gazette", GAZETTE],
    ["Bridge closed | Gazette", GAZETTE],
    ["Bridge closed – THE GAZETTE", GAZETTE],
    ["Bridge closed|The Gazette", GAZETTE],
    ["Bridge closed · the-gazette.co.uk", GAZETTE],
    ["The Gazette: Bridge closed".replace(":", " :"), GAZETTE],
    ["The Gazette » Bridge closed", GAZETTE],
    ["Bridge closed - VG247", ["", "www.vg247.com"]],
    ["Bridge closed - SpaceNews.com", ["SpaceNews", "spacenews.com"]],
    ["Bridge closed | ノート100YEN.com", ["ノート100YEN.com", "note100yen.com"]],
    ["Bridge closed：灯台新聞", ["灯台新聞"]],
    ["Bridge closed｜灯台新聞デジタル", ["灯台新聞"]],
    ["Bridge closed ㅣ 등대일보", ["등대일보"]],
    ["Bridge closed_灯塔网", ["灯塔网"]],
    ["Bridge closed--灯塔网", ["灯塔网"]],
    ["Bridge closed | Gazette Sport", GAZETTE],
    ["Bridge closed - The Gazette | Local, Weather", ["The Gazette | Local, Weather"]],
    ["Bridge closed - The Gazette", ["The Gazette | Local, Weather"]],
    ["Bridge closed | The Gazette | by Ann Low", GAZETTE],
    ["Bridge closed – The Gazette – 10.03.2024", GAZETTE],
    ["Bridge closed - El Pórtico", ["", "elportico.example"]],
  ])("%s", (headline, names) => {
    expect(withoutSiteName(headline, names)).toBe("Bridge closed");
  });
});

describe("a headline stays as it is", () => {
  test.each([
    ["without the name in it", "Bridge closed - Ferry Times"],
    ["with the name in a sentence", "Bridge to The Gazette closed"],
    ["with the name joined by a hyphen", "Bridge-Gazette"],
    ["when it is the name alone", "The Gazette"],
    ["with its own dashes", "Bridge – closed – again"],
    ["with a place that begins like the name", "Bridge closed - Gazette Square"],
    ["with a day at its end", "Bridge closed - 10.03.2024"],
    ["with somebody's name at its end", "Bridge closed | by Ann Low"],
  ])("%s", (_, headline) => {
    expect(withoutSiteName(headline, GAZETTE)).toBe(headline);
  });

  test("when the outlet has no name", () => {
    expect(withoutSiteName("Bridge - closed", ["", ""])).toBe("Bridge - closed");
  });
});

test("a section before the name stays: it may be the story's", () => {
  expect(withoutSiteName("Bridge closed | London | The Gazette", GAZETTE)).toBe(
    "Bridge closed | London",
  );
});

test("a headline of separators only stays as it is", () => {
  for (const headline of [" | ".repeat(170), " ".repeat(500)])
    expect(withoutSiteName(headline, GAZETTE)).toBe(headline);
});
