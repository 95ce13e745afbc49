// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { describe, expect, test } from "vitest";
import { manyOutlets } from "../../../fixtures/live-outlets.ts";
import { button, click, NOW, textOf, textsOf, type } from "../../kit/english.tsx";
import { live, outlet } from "./live-states.tsx";

const names = (place: Element) => textsOf(place, ".outlet-name bdi");

describe("the list", () => {
  test("is sorted by name, by the rules of the language", () => {
    const { place } = live(["Zeit", "Écho", "Ärzteblatt", "Dawn"].map((name) => outlet(name)));
    expect(names(place)).toEqual(["Ärzteblatt", "Dawn", "Écho", "Zeit"]);
  });

  test("shows an undo in the place of one that was removed", () => {
    const { place } = live([outlet("A"), outlet("B", { removedAt: NOW }), outlet("C")]);
    expect(textsOf(place, ".outlets > li").map((text) => text.slice(0, 26))).toEqual([
      "Aa.example · France · Chec",
      "“B” has been removed.Undo",
      "Cc.example · France · Chec",
    ]);
  });

  test("of twelve has no search field", () => {
    expect(live(manyOutlets(7, NOW)).place.querySelector("input[type=text]")).toBeNull();
  });

  test("of more can be searched by name, site and country, whatever the case and accents", () => {
    const outlets = [...manyOutlets(12, NOW), outlet("Écho", { country: "CI" })];
    const { place } = live(outlets);
    const field = place.querySelector<HTMLInputElement>("input[type=text]");
    if (field === null) throw new Error("no field");
    for (const query of ["echo", "ÉCHO", "cho.example", "cote d ecHO"]) {
      type(field, query);
      expect(names(place), query).toEqual(["Écho"]);
    }
    type(field, "nothing of the kind");
    expect(textsOf(place, "[role=status]")).toEqual(["Nothing matches."]);
  });

  test("has those that need attention first, and says how many they are", () => {
    const { place } = live([
      outlet("Good"),
      outlet("Failing", { health: "failing" }),
      outlet("Paused", { health: "failing", isPaused: true }),
      outlet("Kept out", { health: "not-allowed" }),
    ]);
    expect(textsOf(place, "h3")).toEqual(["2 outlets need your attention"]);
    expect(names(place)).toEqual(["Failing", "Kept out", "Good", "Paused"]);
  });

  test("keeps one that was removed where it was, and counts it no more", () => {
    const failing = { health: "failing", removedAt: NOW } as const;
    const { place } = live([outlet("Good"), outlet("Failing", failing)]);
    expect(textsOf(place, ".outlets > li").map((text) => text.slice(0, 10))).toEqual([
      "“Failing” ",
      "Goodgood.e",
    ]);
    expect(textsOf(place, "h3")).toEqual([]);
  });

  test("of many shows those in good order as a number, and themselves when it is unfolded", () => {
    const { place } = live(manyOutlets(60, NOW));
    expect(textsOf(place, "h3")).toEqual(["3 outlets need your attention"]);
    expect(names(place)).toEqual(["Outlet 008", "Outlet 028", "Outlet 048"]);
    const folded = place.querySelector<HTMLDetailsElement>(".outlets-folded");
    expect(textOf(folded?.querySelector("summary"))).toBe("57 outlets in good order");
    if (folded === null) throw new Error("nothing is folded");
    void act(() => {
      folded.open = true;
      folded.dispatchEvent(new Event("toggle"));
    });
    expect(names(place)).toHaveLength(60);
  });

  test("folds many that are not allowed into one line, and allows them with one click", () => {
    const missing = ["A", "B", "C", "D"].map((name) => outlet(name, { health: "not-allowed" }));
    const failing = outlet("Failing", { health: "failing" });
    const { place, allow } = live([...missing, failing, outlet("Good")]);
    expect(names(place)).toEqual(["Failing", "Good"]);
    expect(textOf(place.querySelector(".not-allowed .trouble p"))).toBe(
      "4 outlets are not checked: their sites need your permission. The browser asks once, for exactly these sites.",
    );
    click(button(place, "Allow all"));
    expect(allow.mock.calls).toEqual([[missing.map(({ id }) => id)]]);
    const folded = place.querySelector<HTMLDetailsElement>(".not-allowed details");
    if (folded === null) throw new Error("nothing is folded");
    void act(() => {
      folded.open = true;
      folded.dispatchEvent(new Event("toggle"));
    });
    expect(names(place)).toEqual(["A", "B", "C", "D", "Failing", "Good"]);
  });

  test("shows three that are not allowed one by one", () => {
    const { place } = live(["A", "B", "C"].map((name) => outlet(name, { health: "not-allowed" })));
    expect(names(place)).toEqual(["A", "B", "C"]);
    expect(place.querySelector(".not-allowed")).toBeNull();
  });

  test("of many unfolds what the user searches for", () => {
    const { place } = live(manyOutlets(60, NOW));
    const field = place.querySelector<HTMLInputElement>("input[type=text]");
    if (field === null) throw new Error("no field");
    type(field, "outlet-01");
    expect(names(place)).toHaveLength(10);
  });
});
