// @vitest-environment happy-dom

import { act } from "preact/test-utils";
import { describe, expect, test } from "vitest";
import type { TabCoverage } from "../../../core/protocol/responses.ts";
import type { Result } from "../../../core/protocol/result.ts";
import { answer, found, foundStory, OUTLET } from "../answers.ts";
import { button, click, textOf, textsOf } from "../kit/english.tsx";
import { press, sidebar } from "./drawn-sidebar.tsx";

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
      "Hidden on the-gazette.example. The toolbar button still works there, and its switch shows the sidebar again.",
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
