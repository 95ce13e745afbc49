// @vitest-environment happy-dom

import { describe, expect, test } from "vitest";
import { press, sidebar } from "./drawn-sidebar.tsx";

describe("the edge of the sidebar", () => {
  const edge = (place: HTMLElement): HTMLElement => {
    const element = place.querySelector<HTMLElement>("hr");
    if (element === null) throw new Error("no edge");
    return element;
  };

  test("moves by the arrow keys, and the width is kept", () => {
    const { place, onFrame, onWidth } = sidebar();
    press(edge(place), "ArrowLeft");
    press(edge(place), "ArrowLeft");
    press(edge(place), "ArrowRight");
    expect(onWidth.mock.calls).toEqual([[380], [400], [380]]);
    expect(onFrame.mock.lastCall?.[0]).toMatchObject({ shape: "panel", width: 380 });
    expect(edge(place).getAttribute("aria-valuenow")).toBe("380");
  });

  test("stops at the narrowest and the widest", () => {
    const { place, onWidth } = sidebar();
    for (let i = 0; i < 20; i++) press(edge(place), "ArrowLeft");
    expect(onWidth).toHaveBeenLastCalledWith(640);
    for (let i = 0; i < 40; i++) press(edge(place), "ArrowRight");
    expect(onWidth).toHaveBeenLastCalledWith(280);
  });

  test("does nothing by other keys", () => {
    const { place, onWidth } = sidebar();
    press(edge(place), "a");
    expect(onWidth).not.toHaveBeenCalled();
  });
});
