// @vitest-environment happy-dom

import { describe, expect, test } from "vitest";
import { press, sidebar, tap } from "./drawn-sidebar.tsx";

describe("the sheet over a small window", () => {
  const sheet = () => sidebar({ shape: "sheet", opens: "sheet" });

  test("has no edge to drag", () => {
    expect(sheet().place.querySelector(".resize")).toBeNull();
  });

  test.each([
    ["a tap beside it", (place: HTMLElement) => tap(place.querySelector(".beside-sheet"))],
    ["Esc", () => press(window, "Escape")],
  ])("is folded by %s", (_, act) => {
    const { place, onFrame } = sheet();
    act(place);
    expect(onFrame.mock.lastCall?.[0]).toMatchObject({ shape: "tab" });
  });
});
