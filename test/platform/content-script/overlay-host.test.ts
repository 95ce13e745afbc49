// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "enableIframePageLoading": true } }
import "./stand-ins.ts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { removeAbandonedOverlays } from "../../../platform/content-script/overlay-host.ts";
import { clearOverlay, forgetFrames, host, mountOverlay } from "./mounted-overlay.ts";
import {
  frameAddresses,
  native,
  overlayElement,
  overlayFrame,
  styleOf,
  topLayer,
} from "./stand-ins.ts";

beforeEach(forgetFrames);
afterEach(clearOverlay);

describe("what the page gets to see of the sidebar", () => {
  test("is one element without a name and without content", () => {
    mountOverlay("open", 360, false);
    expect(document.querySelectorAll("html > :not(head, body)")).toHaveLength(1);
    expect(host().getAttributeNames().sort()).toEqual(["style"]);
    expect(host().childNodes).toHaveLength(0);
    expect(host().shadowRoot).toBeNull();
  });

  test("is in the top layer", () => {
    mountOverlay("open", 360, false);
    expect(overlayFrame().popover).toBe("manual");
    expect(topLayer).toEqual([overlayFrame()]);
  });

  test("has no style that the page's could win against", () => {
    mountOverlay("open", 360, false).resize({
      action: "size",
      shape: "panel",
      width: 1,
      height: 1,
    });
    const styles = [...Object.values(styleOf(host())), ...Object.values(styleOf(overlayFrame()))];
    expect(styles.length).toBeGreaterThan(15);
    expect(styles.filter((style) => !style.endsWith(" !important"))).toEqual([]);
  });

  test("takes no room in its layout", () => {
    mountOverlay("open", 360, false);
    expect(styleOf(host())).toMatchObject({
      all: "initial !important",
      position: "fixed !important",
    });
  });

  const unseen = { opacity: "0 !important" };
  const seen = { opacity: "1 !important" };
  const untouchable = { "pointer-events": "none !important" };
  const touchable = { "pointer-events": "auto !important" };

  test("takes no clicks before the sidebar reports its size, though a panel is seen once it is drawn", () => {
    const { resize } = mountOverlay("open", 360, false);
    for (const element of [host(), overlayFrame()])
      expect(styleOf(element)).toMatchObject({ ...seen, ...untouchable });
    resize({ action: "size", shape: "panel", width: 360, height: 500 });
    for (const element of [host(), overlayFrame()])
      expect(styleOf(element)).toMatchObject({ ...seen, ...touchable });
  });

  test.each([
    ["a tab", "tab", false, 1024],
    ["a sheet in a small window", "open", true, 559],
  ] as const)("is nothing before that as %s", (_, mode, takesFocus, window) => {
    vi.stubGlobal("innerWidth", window);
    const { resize } = mountOverlay(mode, 360, takesFocus);
    expect(styleOf(host())).toMatchObject({ ...unseen, ...untouchable });
    const shape = mode === "tab" ? "tab" : "sheet";
    resize({ action: "size", shape, width: 360, height: 500 });
    expect(styleOf(host())).toMatchObject({ ...seen, ...touchable });
  });
});

describe("the closed root", () => {
  test("holds only a frame, named for the user", () => {
    mountOverlay("open", 360, false);
    expect(overlayFrame().parentNode?.childNodes).toHaveLength(1);
    expect(overlayFrame().title).toBe("Second Source");
  });

  test("names the extension in no attribute", () => {
    mountOverlay("open", 360, false);
    expect(overlayFrame().hasAttribute("src")).toBe(false);
    expect(overlayFrame().outerHTML).not.toContain("second-source");
  });
});

describe("the frame is sent to the sidebar's page", () => {
  const address = (hash: string) => [`chrome-extension://second-source/sidebar.html#${hash}`];

  test.each([
    ["open", false, [1024, 768], "shape=panel&opens=panel&width=400&focus=false"],
    ["open", true, [1024, 768], "shape=panel&opens=panel&width=400&focus=true"],
    ["tab", false, [1024, 768], "shape=tab&opens=panel&width=400&focus=false"],
    ["open", false, [560, 480], "shape=panel&opens=panel&width=400&focus=false"],
    ["open", false, [559, 768], "shape=tab&opens=sheet&width=400&focus=false"],
    ["open", false, [1024, 479], "shape=tab&opens=sheet&width=400&focus=false"],
    ["open", true, [559, 768], "shape=sheet&opens=sheet&width=400&focus=true"],
  ] as const)("%s, asked for: %s, in a window of %j", (mode, takesFocus, [width, height], hash) => {
    vi.stubGlobal("innerWidth", width);
    vi.stubGlobal("innerHeight", height);
    mountOverlay(mode, 400, takesFocus);
    expect(frameAddresses).toEqual(address(hash));
  });
});

describe("the keyboard focus", () => {
  function focusedButton(): HTMLButtonElement {
    const button = document.createElement("button");
    document.body.append(button);
    button.focus();
    return button;
  }

  test("stays where it is when the sidebar comes by itself", () => {
    const button = focusedButton();
    mountOverlay("open", 360, false);
    expect(document.activeElement).toBe(button);
  });

  test("goes to a sidebar that was asked for, and back when it goes", () => {
    const button = focusedButton();
    const overlay = mountOverlay("open", 360, true);
    expect(document.activeElement).toBe(host());
    overlay.remove();
    expect(document.activeElement).toBe(button);
  });

  test("is not taken from elsewhere on the page when the sidebar goes", () => {
    focusedButton();
    const overlay = mountOverlay("open", 360, true);
    const other = focusedButton();
    overlay.remove();
    expect(document.activeElement).toBe(other);
  });
});

test("removing the sidebar leaves nothing on the page", () => {
  mountOverlay("open", 360, false).remove();
  expect(document.querySelectorAll("html > :not(head, body)")).toHaveLength(0);
});

describe("a sidebar that an update cut off", () => {
  test("is taken away", () => {
    mountOverlay("open", 360, false);
    removeAbandonedOverlays();
    expect(overlayElement()).toBeNull();
  });

  test("is distinguished from the page's own elements", () => {
    const own = document.createElement("div");
    const frame = document.createElement("iframe");
    own.attachShadow({ mode: "closed" }).append(frame);
    document.documentElement.append(own);
    removeAbandonedOverlays();
    expect(own.isConnected).toBe(true);
  });

  test("is found in Firefox's way too", () => {
    mountOverlay("open", 360, false);
    const root = native.dom.openOrClosedShadowRoot(host());
    vi.spyOn(native.dom, "openOrClosedShadowRoot").mockReturnValue(null);
    Object.assign(host(), { openOrClosedShadowRoot: root });
    removeAbandonedOverlays();
    expect(overlayElement()).toBeNull();
  });
});
