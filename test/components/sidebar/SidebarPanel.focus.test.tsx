// @vitest-environment happy-dom

import { describe, expect, test } from "vitest";
import { button, click } from "../kit/english.tsx";
import { sidebar } from "./drawn-sidebar.tsx";

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
