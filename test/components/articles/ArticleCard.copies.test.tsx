// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { found } from "../answers.ts";
import { button, click, textsOf } from "../kit/english.tsx";
import { card } from "./shown-card.tsx";

describe("copies of the text", () => {
  const copiesAt = (...outlets: string[]) => outlets.map((outlet) => found(outlet, 0.8));
  const NAMED = { kind: "named-by-page" } as const;
  const FOUND = {
    kind: "similar-text",
    verdict: "same-story",
    confidence: 0.8,
    shared: [],
  } as const;

  test("are named by their outlets, as links to them", () => {
    const place = card({ copies: copiesAt("A", "B", "Le Phare"), reason: FOUND }, { isOpen: true });
    expect(textsOf(place, ".copies")).toEqual(["Also at A, B, Le Phare"]);
    const links = Array.from(place.querySelectorAll<HTMLAnchorElement>(".copies a"));
    expect(links.map(({ href, target, rel }) => [href, target, rel])).toEqual([
      ["https://www.a.example/story", "_blank", "noopener noreferrer"],
      ["https://www.b.example/story", "_blank", "noopener noreferrer"],
      ["https://www.le-phare.example/story", "_blank", "noopener noreferrer"],
    ]);
  });

  test("are folded away when there are more than three", () => {
    const place = card({ copies: copiesAt("A", "B", "C", "D"), reason: FOUND }, { isOpen: true });
    expect(place.querySelector<HTMLDetailsElement>("details.copies")?.open).toBe(false);
    expect(textsOf(place, ".copies summary")).toEqual(["Also at 4 outlets"]);
    expect(textsOf(place, ".copies p")).toEqual(["A, B, C, D"]);
  });

  test("of one outlet have a link each", () => {
    const [one] = copiesAt("A");
    if (one === undefined) throw new Error("no copy");
    const copies = [one, { ...one, url: "https://www.a.example/again" }];
    expect(textsOf(card({ copies, reason: FOUND }, { isOpen: true }), ".copies a")).toEqual([
      "A",
      "A",
    ]);
  });

  test("show which of them was first", () => {
    const copies = copiesAt("A", "B").map((copy, i) => ({ ...copy, isFirst: i === 1 }));
    expect(textsOf(card({ copies, reason: FOUND }, { isOpen: true }), ".copies")).toEqual([
      "Also at A, BFirst",
    ]);
  });

  test("under an article that a record names keep their own reason", () => {
    const named = { ...found("B", 0), reason: NAMED };
    const place = card({ copies: [found("A", 0.83), named], reason: NAMED }, { isOpen: true });
    expect(textsOf(place, ".copies")).toEqual(["Also at B", "Also at A"]);
    expect(textsOf(place, ".found-copies .reason")).toEqual(["Very likely the same story"]);
  });

  test("can be removed by themselves", () => {
    const place = card({ copies: [found("A", 0.83)], reason: NAMED }, { isOpen: true });
    click(button(place, "Not the same story"));
    expect(place.onReject.mock.calls[0]?.[0]).toMatchObject({
      url: "https://www.a.example/story",
      copies: [],
    });
  });

  test("are not mentioned when there are none", () => {
    expect(card({}, { isOpen: true }).querySelector(".copies")).toBeNull();
  });
});
