// @vitest-environment happy-dom

import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { SidebarPanel } from "../../../components/sidebar/SidebarPanel.tsx";
import { MINUTE } from "../../../core/durations.ts";
import type { Step } from "../../../core/protocol/article-step.ts";
import type { FrameRequest } from "../../../core/protocol/overlay-messages.ts";
import type { StoryCorrection } from "../../../core/protocol/requests.ts";
import type { TabCoverage } from "../../../core/protocol/responses.ts";
import type { Result } from "../../../core/protocol/result.ts";
import type { SidebarForm } from "../../../core/settings/site-form.ts";
import { answer, article, found, foundStory, OUTLET, PUBLISHED, story } from "../answers.ts";
import { button, click, show, textOf, textsOf } from "../kit/english.tsx";

const STORY = answer(story(article("The Gazette"), [article("A"), article("B")]));

interface Start {
  readonly result?: Result<TabCoverage> | null;
  readonly shape?: "panel" | "sheet" | "tab";
  readonly opens?: "panel" | "sheet";
  readonly takesFocus?: boolean;
}

function sidebar(start: Start = {}) {
  const { result = STORY, shape = "panel", opens = "panel", takesFocus = false } = start;
  const calls = {
    onFrame: vi.fn<(request: FrameRequest) => void>(),
    onWidth: vi.fn<(width: number) => void>(),
    onForm: vi.fn<(form: SidebarForm) => void>(),
    onHideSite: vi.fn<(site: string) => Promise<boolean>>(async () => true),
    onShowSite: vi.fn<(site: string) => void>(),
    onLeave: vi.fn(),
    onOptions: vi.fn(),
    onRetry: vi.fn(),
    onDismissNotice: vi.fn(),
    onOrder: vi.fn(),
    onCorrect: vi.fn<(correction: StoryCorrection) => Promise<boolean>>(async () => true),
    onCompare: vi.fn(),
  };
  let onStep: (step: Step) => void = () => undefined;
  const place = show(
    <SidebarPanel
      subscribeToSteps={(listener) => {
        onStep = listener;
        return () => undefined;
      }}
      answer={result}
      initialShape={shape}
      opens={opens}
      initialWidth={360}
      takesFocus={takesFocus}
      {...calls}
    />,
  );
  return { place, step: (step: Step) => act(() => onStep(step)), ...calls };
}

/** The article that has the focus. */
const focused = () => textOf(document.activeElement?.closest(".card")?.querySelector(".outlet"));

function tap(target: Element | null): void {
  void act(() => {
    target?.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
    target?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  });
}

function press(target: EventTarget, key: string): void {
  void act(() => {
    target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  });
}

describe("the commands for the next and the previous article", () => {
  test("move the focus through the list, and stay at its ends", async () => {
    const { step } = sidebar();
    const seen: string[] = [];
    for (const one of [1, 1, 1, -1, -1] as const) {
      await step(one);
      seen.push(focused());
    }
    expect(seen).toEqual(["A", "B", "B", "A", "A"]);
  });

  test("begin with the first article, whichever is asked for", async () => {
    const { step } = sidebar();
    await step(-1);
    expect(focused()).toBe("A");
  });

  test("pass over what is folded away", async () => {
    const onTopic = [found("C", 0.4, { verdict: "same-topic" })];
    const { step } = sidebar({
      result: answer(foundStory([found("A", 0.9)], { sameTopic: onTopic })),
    });
    await step(1);
    await step(1);
    expect(focused()).toBe("A");
  });

  test("unfold the tab, for good, and go to the first article", async () => {
    const { place, step, onForm } = sidebar({ shape: "tab" });
    await step(1);
    expect(place.querySelector(".panel")).not.toBeNull();
    expect(onForm.mock.calls).toEqual([["open"]]);
    expect(focused()).toBe("A");
  });
});

describe("the open sidebar", () => {
  test("shows the coverage under its name", () => {
    const { place } = sidebar();
    expect(textOf(place.querySelector("h1"))).toBe("Second Source");
    expect(textsOf(place, ".list-head h2")).toEqual(["2 other articles"]);
  });

  test("asks for a frame of its own width", () => {
    const { onFrame } = sidebar();
    expect(onFrame).toHaveBeenCalledWith({
      action: "size",
      shape: "panel",
      width: 360,
      height: expect.any(Number),
    });
  });

  test.each([
    ["its button", (place: HTMLElement) => click(button(place, "Close"))],
    ["Esc", () => press(window, "Escape")],
  ])("is closed by %s", (_, close) => {
    const { place, onFrame, onForm } = sidebar();
    close(place);
    expect(onFrame).toHaveBeenLastCalledWith({ action: "close" });
    expect(onForm.mock.calls).toEqual([["closed"]]);
  });

  test("is not closed by other keys", () => {
    const { onFrame } = sidebar();
    press(window, "Enter");
    expect(onFrame).not.toHaveBeenCalledWith({ action: "close" });
  });

  test("can be hidden on the site of the page", () => {
    const { place, onHideSite } = sidebar();
    click(button(place, "Hide on this site"));
    expect(onHideSite).toHaveBeenCalledWith("the-gazette.example");
  });

  test("can be hidden on the site of an outlet", () => {
    const { place, onHideSite } = sidebar({ result: answer(OUTLET) });
    click(button(place, "Hide on this site"));
    expect(onHideSite).toHaveBeenCalledWith("gazette.example");
  });

  test("says that it is hidden on the site, which can be undone", async () => {
    const { place, onHideSite, onShowSite } = sidebar();
    await act(async () => click(button(place, "Hide on this site")));
    expect(onHideSite.mock.calls).toEqual([["the-gazette.example"]]);
    expect(textsOf(place, ".scroll p")).toEqual([
      "Hidden on the-gazette.example. The toolbar button still answers there, and its switch shows the sidebar again.",
    ]);
    expect(document.activeElement).toBe(button(place, "Undo"));
    click(button(place, "Undo"));
    expect(onShowSite.mock.calls).toEqual([["the-gazette.example"]]);
    expect(textsOf(place, ".list-head h2")).toEqual(["2 other articles"]);
  });

  test.each([
    ["its button", (place: HTMLElement) => click(button(place, "Close"))],
    ["Esc", () => press(window, "Escape")],
  ])("leaves a hidden site by %s, which says nothing of its form there", async (_, close) => {
    const { place, onLeave, onForm, onFrame } = sidebar();
    await act(async () => click(button(place, "Hide on this site")));
    close(place);
    expect(onLeave).toHaveBeenCalledTimes(1);
    expect(onForm).not.toHaveBeenCalled();
    expect(onFrame).not.toHaveBeenCalledWith({ action: "close" });
  });

  test("stays as it is where the site could not be hidden", async () => {
    const { place, onHideSite } = sidebar();
    onHideSite.mockResolvedValueOnce(false);
    await act(async () => click(button(place, "Hide on this site")));
    expect(textsOf(place, ".list-head h2")).toEqual(["2 other articles"]);
  });

  test.each<[string, Result<TabCoverage> | null]>([
    ["is asked", null],
    ["knows nothing", answer({ kind: "none" })],
    ["fails", { ok: false, failure: "internal" }],
  ])("cannot be hidden on a site while the background %s", (_, result) => {
    const { place } = sidebar({ result });
    expect(textsOf(place, ".foot button")).toEqual(result === null ? [] : ["Options"]);
  });

  test("passes on a correction by the user", async () => {
    const { place, onCorrect } = sidebar({ result: answer(foundStory([found("A", 0.9)])) });
    click(place.querySelector<HTMLElement>(".unfold") ?? place);
    await act(async () => click(button(place, "Not the same story")));
    expect(onCorrect).toHaveBeenCalledWith({
      page: { url: "https://www.the-gazette.example/story", title: "The page" },
      articles: [{ url: "https://www.a.example/story", title: "A’s story" }],
      verdict: "other-story",
    });
  });

  test("links to the options", () => {
    const { place, onOptions } = sidebar();
    click(button(place, "Options"));
    expect(onOptions).toHaveBeenCalledTimes(1);
  });

  test("lets a failure be tried again", () => {
    const { place, onRetry } = sidebar({ result: { ok: false, failure: "unavailable" } });
    click(button(place, "Try again"));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });
});

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

describe("the keyboard focus", () => {
  test("does not move when the sidebar opened by itself", () => {
    sidebar();
    expect(document.activeElement).toBe(document.body);
  });

  test("moves to a sidebar that the user opened", () => {
    const { place } = sidebar({ takesFocus: true });
    expect(document.activeElement).toBe(button(place, "Close"));
  });

  test("moves to the panel when the user opens the collapsed sidebar", () => {
    const { place } = sidebar({ shape: "tab" });
    click(button(place, "Show related coverage2"));
    expect(document.activeElement).toBe(button(place, "Close"));
  });
});

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
