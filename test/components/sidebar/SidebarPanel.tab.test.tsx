// @vitest-environment happy-dom

import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { MINUTE } from "../../../core/durations.ts";
import { answer, article, PUBLISHED, story } from "../answers.ts";
import { button, click, textsOf } from "../kit/english.tsx";
import { press, sidebar } from "./drawn-sidebar.tsx";

describe("the collapsed sidebar", () => {
  test("is a tab with the number of related articles", () => {
    const { place, onFrame } = sidebar({ shape: "tab" });
    expect(textsOf(place, ".tab-count")).toEqual(["2"]);
    expect(onFrame.mock.calls).toEqual([[{ action: "size", shape: "tab", width: 44, height: 76 }]]);
  });

  test("has no number before there is an answer", () => {
    expect(textsOf(sidebar({ shape: "tab", result: null }).place, ".tab-count")).toEqual([]);
  });

  test("appears when the user collapses the panel", () => {
    const { place, onFrame, onForm } = sidebar();
    click(button(place, "Collapse to a tab"));
    expect(onForm.mock.calls).toEqual([["tab"]]);
    expect(onFrame).toHaveBeenLastCalledWith({
      action: "size",
      shape: "tab",
      width: 44,
      height: 76,
    });
  });

  test("says who was first", () => {
    const at = (minutes: number) => ({ published: PUBLISHED + minutes * MINUTE });
    const related = [article("A", at(5)), article("B", at(-5))];
    const result = answer(story(article("The Gazette", at(0)), related));
    expect(textsOf(sidebar({ shape: "tab", result }).place, ".tab-first")).toEqual(["First: B"]);
  });

  test("lies at the foot of a small window, and opens into a sheet", () => {
    const { place, onFrame } = sidebar({ shape: "tab", opens: "sheet" });
    expect(onFrame.mock.calls).toEqual([[{ action: "size", shape: "tab", width: 96, height: 44 }]]);
    click(button(place, "Show related coverage2"));
    expect(onFrame.mock.lastCall?.[0]).toMatchObject({ shape: "sheet" });
  });

  describe("under a mouse", () => {
    beforeEach(() => {
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
      vi.stubGlobal("innerWidth", 44);
    });
    afterEach(() => {
      vi.useRealTimers();
      vi.unstubAllGlobals();
    });
    const wait = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
    const point = (place: HTMLElement, type: string, pointerType = "mouse") =>
      act(() => {
        const target = place.querySelector(".tab, .panel");
        target?.dispatchEvent(new PointerEvent(type, { pointerType }));
      });
    const isOpen = (place: HTMLElement) => place.querySelector(".panel") !== null;

    test("unfolds after a moment, and folds when the pointer has left", async () => {
      const { place, onFrame, onForm } = sidebar({ shape: "tab" });
      await point(place, "pointerenter");
      await wait(199);
      expect(isOpen(place)).toBe(false);
      await wait(1);
      expect(isOpen(place)).toBe(true);
      await point(place, "pointerenter");
      await point(place, "pointerleave");
      await wait(200);
      expect(isOpen(place)).toBe(false);
      expect(onFrame.mock.calls.map(([request]) => request)).toMatchObject([
        { shape: "tab" },
        { shape: "panel" },
        { shape: "tab" },
      ]);
      expect(onForm).not.toHaveBeenCalled();
    });

    test("stays folded when the pointer only crosses it, and under a finger", async () => {
      const { place } = sidebar({ shape: "tab" });
      await point(place, "pointerenter");
      await point(place, "pointerleave");
      await point(place, "pointerenter", "touch");
      await wait(1000);
      expect(isOpen(place)).toBe(false);
    });

    test("stays folded while its frame is still as wide as the sidebar that was folded", async () => {
      vi.stubGlobal("innerWidth", 360);
      const { place } = sidebar({ shape: "tab" });
      await point(place, "pointerenter");
      await wait(1000);
      expect(isOpen(place)).toBe(false);
    });

    test("stays folded at the foot of a small window, where it would cover everything", async () => {
      const { place } = sidebar({ shape: "tab", opens: "sheet" });
      await point(place, "pointerenter");
      await wait(1000);
      expect(isOpen(place)).toBe(false);
    });

    test("folds when the pointer was gone before it had unfolded", async () => {
      const { place } = sidebar({ shape: "tab" });
      await point(place, "pointerenter");
      await wait(200);
      await wait(1500);
      expect(isOpen(place)).toBe(false);
    });

    test("stays open once something in it is pressed", async () => {
      const { place } = sidebar({ shape: "tab" });
      await point(place, "pointerenter");
      await wait(200);
      await point(place, "pointerenter");
      await point(place, "pointerdown");
      await point(place, "pointerleave");
      await wait(2000);
      expect(isOpen(place)).toBe(true);
    });

    test("is folded by Esc, and not closed", async () => {
      const { place, onFrame } = sidebar({ shape: "tab" });
      await point(place, "pointerenter");
      await wait(200);
      press(window, "Escape");
      expect(isOpen(place)).toBe(false);
      expect(onFrame).not.toHaveBeenCalledWith({ action: "close" });
    });
  });

  test("opens in the width it had", () => {
    const { place, onFrame, onForm } = sidebar({ shape: "tab" });
    click(button(place, "Show related coverage2"));
    expect(onForm.mock.calls).toEqual([["open"]]);
    expect(onFrame).toHaveBeenLastCalledWith({
      action: "size",
      shape: "panel",
      width: 360,
      height: expect.any(Number),
    });
  });
});
