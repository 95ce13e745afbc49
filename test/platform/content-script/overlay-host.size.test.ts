// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "enableIframePageLoading": true } }
import "./stand-ins.ts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { clearOverlay, forgetFrames, host, mountOverlay } from "./mounted-overlay.ts";
import { layers, styleOf } from "./stand-ins.ts";

beforeEach(forgetFrames);
afterEach(clearOverlay);

describe("the frame takes the size its content wants", () => {
  test("as a panel, and until that is known the user's width and the height it may have", () => {
    mountOverlay("open", 400, false);
    expect(styleOf(host())).toMatchObject({
      inset: "8px 0 auto auto !important",
      width: "min(400px, 100%) !important",
      height: "752px !important",
    });
  });

  test("as a tab, and until that is known none", () => {
    mountOverlay("tab", 400, false);
    expect(styleOf(host())).toMatchObject({ width: "0 !important", height: "0 !important" });
  });

  test("as a panel, at the upper right, within the window", () => {
    mountOverlay("open", 380, false).resize({
      action: "size",
      shape: "panel",
      width: 380,
      height: 500,
    });
    expect(styleOf(host())).toMatchObject({
      inset: "8px 0 auto auto !important",
      width: "min(380px, 100%) !important",
      height: "500px !important",
    });
  });

  test("as a tab, further down", () => {
    mountOverlay("tab", 360, false).resize({ action: "size", shape: "tab", width: 44, height: 76 });
    expect(styleOf(host())).toMatchObject({
      inset: "230px 0 auto auto !important",
      width: "min(44px, 100%) !important",
      height: "76px !important",
    });
  });

  test("as a sheet, over the whole of a small window", () => {
    vi.stubGlobal("innerWidth", 400);
    mountOverlay("open", 360, true).resize({
      action: "size",
      shape: "sheet",
      width: 360,
      height: 500,
    });
    expect(styleOf(host())).toMatchObject({
      inset: "0 0 auto auto !important",
      width: "100% !important",
      height: "100% !important",
    });
  });

  test("as a tab at the foot of a small window", () => {
    vi.stubGlobal("innerWidth", 400);
    mountOverlay("tab", 360, false).resize({
      action: "size",
      shape: "tab",
      width: 200,
      height: 44,
    });
    expect(styleOf(host())).toMatchObject({
      inset: "716px 0 auto auto !important",
      height: "44px !important",
    });
  });

  test("as a panel that was unfolded from the tab, where the tab was", () => {
    const { resize } = mountOverlay("tab", 360, false);
    resize({ action: "size", shape: "tab", width: 44, height: 76 });
    resize({ action: "size", shape: "panel", width: 360, height: 200 });
    expect(styleOf(host()).inset).toBe("230px 0 auto auto !important");
    resize({ action: "size", shape: "panel", width: 360, height: 5000 });
    expect(styleOf(host()).inset).toBe("8px 0 auto auto !important");
  });

  test("as a panel, the width that the user gives it, whatever room there is", () => {
    const { resize } = mountOverlay("open", 360, false);
    resize({ action: "size", shape: "panel", width: 360, height: 200 });
    resize({ action: "size", shape: "panel", width: 600, height: 200 });
    expect(styleOf(host()).width).toBe("min(600px, 100%) !important");
  });
});

describe("when the page is another", () => {
  const panel = { action: "size", shape: "panel", width: 360, height: 500 } as const;

  test("the sidebar stays where it still has its room", () => {
    const overlay = mountOverlay("open", 360, false);
    overlay.resize(panel);
    expect(overlay.fit()).toBe(true);
    expect(styleOf(host()).opacity).toBe("1 !important");
  });

  test("has to be mounted again when the window has become small", () => {
    const overlay = mountOverlay("open", 360, false);
    overlay.resize(panel);
    vi.stubGlobal("innerWidth", 400);
    expect(overlay.fit()).toBe(false);
  });

  test("it stays as the user has unfolded it", () => {
    const overlay = mountOverlay("tab", 360, false);
    overlay.resize({ action: "size", shape: "tab", width: 44, height: 76 });
    overlay.resize(panel);
    vi.stubGlobal("innerWidth", 700);
    expect(overlay.fit()).toBe(true);
  });

  test("nothing of it is seen under a dialog over everything, and all of it after that", () => {
    const overlay = mountOverlay("tab", 360, false);
    overlay.resize({ action: "size", shape: "tab", width: 44, height: 76 });
    const dialog = document.createElement("dialog");
    dialog.open = true;
    const everything = new DOMRect(0, 0, innerWidth, innerHeight);
    vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(everything);
    document.body.append(dialog);
    layers.at = () => [dialog, document.body];
    expect(overlay.fit()).toBe(true);
    expect(styleOf(host())).toMatchObject({
      opacity: "0 !important",
      "pointer-events": "none !important",
    });
    layers.at = () => [document.body];
    expect(overlay.fit()).toBe(true);
    expect(styleOf(host())).toMatchObject({
      opacity: "1 !important",
      "pointer-events": "auto !important",
    });
  });
});
