// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import { SidebarPanel } from "../../../components/sidebar/SidebarPanel.tsx";
import type { StoryCorrection, TabCoverage } from "../../../core/protocol/messages.ts";
import type { FrameRequest } from "../../../core/protocol/overlay-messages.ts";
import type { Result } from "../../../core/protocol/result.ts";
import { answer, article, found, foundStory, OUTLET, story } from "../answers.ts";
import { button, click, show, textOf, textsOf } from "../kit/english.tsx";

const STORY = answer(story(article("The Gazette"), [article("A"), article("B")]));

interface Start {
  readonly result?: Result<TabCoverage> | null;
  readonly shape?: "panel" | "tab";
  readonly takesFocus?: boolean;
}

function sidebar({ result = STORY, shape = "panel", takesFocus = false }: Start = {}) {
  const calls = {
    onFrame: vi.fn<(request: FrameRequest) => void>(),
    onWidth: vi.fn<(width: number) => void>(),
    onHideSite: vi.fn<(site: string) => void>(),
    onOptions: vi.fn(),
    onRetry: vi.fn(),
    onDismissNotice: vi.fn(),
    onCorrect: vi.fn<(correction: StoryCorrection) => Promise<boolean>>(async () => true),
  };
  const place = show(
    <SidebarPanel
      answer={result}
      initialShape={shape}
      initialWidth={360}
      takesFocus={takesFocus}
      {...calls}
    />,
  );
  return { place, ...calls };
}

function press(target: EventTarget, key: string): void {
  void act(() => {
    target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  });
}

describe("the open sidebar", () => {
  test("shows the coverage under its name", () => {
    const { place } = sidebar();
    expect(textOf(place.querySelector("h1"))).toBe("Second Source");
    expect(textsOf(place, ".list-head h2")).toEqual(["2 related articles"]);
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
    const { place, onFrame } = sidebar();
    close(place);
    expect(onFrame).toHaveBeenLastCalledWith({ action: "close" });
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

  test.each<[string, Result<TabCoverage> | null]>([
    ["is asked", null],
    ["knows nothing", answer({ kind: "none" })],
    ["fails", { ok: false, failure: "internal" }],
  ])("cannot be hidden on a site while the background %s", (_, result) => {
    const { place } = sidebar({ result });
    expect(textsOf(place, ".foot button")).toEqual(["Options"]);
  });

  test("passes on a correction by the user", async () => {
    const { place, onCorrect } = sidebar({ result: answer(foundStory([found("A", 0.9)])) });
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
    const { place, onFrame } = sidebar();
    click(button(place, "Collapse to a tab"));
    expect(onFrame).toHaveBeenLastCalledWith({
      action: "size",
      shape: "tab",
      width: 44,
      height: 76,
    });
  });

  test("opens in the width it had", () => {
    const { place, onFrame } = sidebar({ shape: "tab" });
    click(button(place, "Show related coverage2"));
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
