// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "enableIframePageLoading": true } }
import "./stand-ins.ts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  askAndHear,
  closeDocument,
  hearAgain,
  openDocument,
  overlay,
  pageSeen,
  verdict,
} from "./overlay-document.ts";
import { frameAddresses, overlayElement } from "./stand-ins.ts";

beforeEach(openDocument);
afterEach(closeDocument);

describe("when the data has changed", () => {
  test("the background is asked again, and the sidebar stays when the answer is the same", async () => {
    await askAndHear("open");
    const shown = overlayElement();
    await hearAgain("open");
    expect(pageSeen).toHaveBeenCalledTimes(2);
    expect(overlayElement()).toBe(shown);
  });

  test("the sidebar is removed when there is nothing to show any more", async () => {
    await askAndHear("open");
    await hearAgain("none");
    expect(overlayElement()).toBeNull();
  });

  test("the sidebar opens when there was nothing to show before", async () => {
    await askAndHear("none");
    await hearAgain("open");
    expect(frameAddresses).toEqual([
      "chrome-extension://second-source/sidebar.html#shape=panel&opens=panel&width=400&focus=false",
    ]);
  });

  test("the sidebar takes the form that the user has set since", async () => {
    await askAndHear("open");
    await hearAgain("tab");
    expect(frameAddresses[1]).toContain("shape=tab");
    expect(document.querySelectorAll("html > div")).toHaveLength(1);
  });

  test.each(["open", "tab"] as const)(
    "one that the user has closed stays closed: %s",
    async (next) => {
      await askAndHear("open");
      overlay.run({ type: "overlay.frame", frame: { action: "close" } });
      await hearAgain(next);
      expect(overlayElement()).toBeNull();
    },
  );

  test("one that the user has closed stays closed when an answer becomes empty and full again", async () => {
    await askAndHear("open");
    overlay.run({ type: "overlay.frame", frame: { action: "close" } });
    await hearAgain("none");
    await hearAgain("open");
    expect(overlayElement()).toBeNull();
  });

  test("one that the user has opened stays although the settings are to open none", async () => {
    await askAndHear("none");
    overlay.run({ type: "overlay.show" });
    await hearAgain("none");
    expect(overlayElement()).not.toBeNull();
  });

  test("one is opened and closed by the shortcut", async () => {
    await askAndHear("tab");
    expect(overlay.toggle()).toBe("open");
    expect(frameAddresses.at(-1)).toContain("shape=panel&opens=panel&width=400&focus=true");
    expect(overlay.toggle()).toBe("closed");
    expect(overlayElement()).toBeNull();
  });

  test("one is given the focus where the page has it", async () => {
    await askAndHear("open");
    expect(document.activeElement).toBe(document.body);
    overlay.run({ type: "overlay.focus" });
    expect(document.activeElement).toBe(overlayElement());
  });

  describe("to hide the sidebar on the site", () => {
    const stay = (on: boolean) =>
      overlay.run({ type: "overlay.frame", frame: { action: "stay", on } });

    test("it stays for a message about that, and goes when that is done", async () => {
      await askAndHear("open");
      const shown = overlayElement();
      stay(true);
      await hearAgain("none");
      expect(overlayElement()).toBe(shown);
      stay(false);
      expect(overlayElement()).toBeNull();
    });

    test("it stays the same when that is undone, and then goes like any other", async () => {
      await askAndHear("open");
      const shown = overlayElement();
      stay(true);
      await hearAgain("none");
      await hearAgain("open");
      expect(overlayElement()).toBe(shown);
      await hearAgain("none");
      expect(overlayElement()).toBeNull();
    });

    test("it comes back on the same page when the popup shows it again", async () => {
      await askAndHear("open");
      stay(true);
      await hearAgain("none");
      stay(false);
      await hearAgain("open");
      expect(overlayElement()).not.toBeNull();
    });
  });

  test("the next page of the document has its sidebar again", async () => {
    await askAndHear("open");
    overlay.run({ type: "overlay.frame", frame: { action: "close" } });
    history.pushState(null, "", "/2");
    await askAndHear("open");
    expect(overlayElement()).not.toBeNull();
  });

  test("a tab in the background asks when it is shown", async () => {
    await askAndHear("none");
    const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
    await hearAgain("open");
    expect(pageSeen).toHaveBeenCalledTimes(1);
    hidden.mockReturnValue(false);
    await overlay.onVisibility();
    expect(overlayElement()).not.toBeNull();
    await overlay.onVisibility();
    expect(pageSeen).toHaveBeenCalledTimes(2);
  });

  test("while the page is being left, the sidebar returns when the page stays after all", async () => {
    await askAndHear("open");
    overlay.stepAside(new AbortController().signal);
    await hearAgain("open");
    vi.advanceTimersByTime(1500);
    expect(overlayElement()).not.toBeNull();
  });

  test("a document out of the back/forward cache has its sidebar again, unless it was closed", async () => {
    await askAndHear("open");
    pageSeen.mockResolvedValue(verdict("open"));
    await overlay.onReturn();
    expect(overlayElement()).not.toBeNull();
    overlay.run({ type: "overlay.frame", frame: { action: "close" } });
    await overlay.onReturn();
    expect(overlayElement()).toBeNull();
  });
});

describe("while the page is being left, the sidebar", () => {
  const { signal } = new AbortController();

  test("is removed", async () => {
    await askAndHear("open");
    overlay.stepAside(signal);
    expect(overlayElement()).toBeNull();
  });

  test("returns as it was when the page stays", async () => {
    await askAndHear("tab");
    overlay.stepAside(signal);
    vi.advanceTimersByTime(1499);
    expect(overlayElement()).toBeNull();
    vi.advanceTimersByTime(1);
    expect(frameAddresses[1]).toContain("shape=tab&opens=panel&width=400&focus=false");
    expect(overlayElement()).not.toBeNull();
  });

  test("does not return when the page is left", async () => {
    await askAndHear("open");
    overlay.stepAside(signal);
    dispatchEvent(new Event("pagehide"));
    vi.advanceTimersByTime(5000);
    expect(overlayElement()).toBeNull();
  });

  test("does not appear when there was none", async () => {
    await askAndHear("none");
    overlay.stepAside(signal);
    vi.advanceTimersByTime(5000);
    expect(overlayElement()).toBeNull();
  });

  test("does not return on another page that the document has navigated to since", async () => {
    await askAndHear("open");
    overlay.stepAside(signal);
    history.pushState(null, "", "/2");
    await askAndHear("none");
    vi.advanceTimersByTime(5000);
    expect(overlayElement()).toBeNull();
  });

  test("is left as it is when the user has opened it since", async () => {
    await askAndHear("open");
    overlay.stepAside(signal);
    overlay.run({ type: "overlay.show" });
    const shown = overlayElement();
    vi.advanceTimersByTime(5000);
    expect(overlayElement()).toBe(shown);
  });
});
