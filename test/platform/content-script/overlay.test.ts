// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "enableIframePageLoading": true } }
import "./stand-ins.ts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { pageKey } from "../../../core/page/page-key.ts";
import type { PageVerdict } from "../../../core/protocol/messages.ts";
import { Overlay } from "../../../platform/content-script/overlay.ts";
import { frameAddresses, native, overlayElement, styleOf } from "./stand-ins.ts";

let overlay: Overlay;
const { sendMessage } = native.runtime;

/** The requests to the background about pages, with a stand-in for its answers by address. */
const pageSeen = vi.fn<(message: unknown) => Promise<unknown>>();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  pageSeen.mockReset();
  sendMessage.mockReset();
  sendMessage.mockImplementation(async (message) => {
    const { type, url } = message as { type: string; url: string };
    return type === "page.at" ? { ok: true, value: pageKey(url) } : pageSeen(message);
  });
  frameAddresses.length = 0;
  history.replaceState(null, "", "/1");
  document.head.replaceChildren();
  overlay = new Overlay(document);
});

afterEach(() => {
  overlay.unmount();
  vi.useRealTimers();
});

function verdict(sidebar: PageVerdict["sidebar"]) {
  return { ok: true, value: { sidebar, width: 400 } };
}

function typeOf(message: unknown): string {
  return (message as { type: string }).type;
}

/** The document shows a page, and the background answers with the form of the sidebar. */
async function askAndHear(sidebar: PageVerdict["sidebar"]): Promise<void> {
  pageSeen.mockResolvedValueOnce(verdict(sidebar));
  await overlay.follow();
}

/** The data has changed, and this is the background's new answer. */
async function hearAgain(sidebar: PageVerdict["sidebar"]): Promise<void> {
  pageSeen.mockResolvedValueOnce(verdict(sidebar));
  await overlay.refresh();
}

describe("asking about a page", () => {
  test("sends its address and what it claims to be its address", async () => {
    const link = document.createElement("link");
    link.rel = "canonical";
    link.href = "https://a.example/one";
    document.head.append(link);
    await askAndHear("none");
    expect(pageSeen.mock.calls).toEqual([
      [
        {
          type: "page.seen",
          url: "http://localhost:3000/1",
          claims: [{ source: "canonical", url: "https://a.example/one" }],
          statement: null,
        },
      ],
    ]);
  });

  test("takes one message for a document that does not move", async () => {
    await askAndHear("none");
    await hearAgain("none");
    expect(sendMessage.mock.calls.map(([message]) => typeOf(message))).toEqual([
      "page.seen",
      "page.seen",
    ]);
  });

  test.each([
    ["open", "shape=panel&width=400&focus=false"],
    ["tab", "shape=tab&width=400&focus=false"],
  ] as const)("shows the sidebar in the form of the answer: %s", async (sidebar, hash) => {
    await askAndHear(sidebar);
    expect(frameAddresses).toEqual([`chrome-extension://second-source/sidebar.html#${hash}`]);
  });

  test("shows nothing when there is nothing to show", async () => {
    await askAndHear("none");
    expect(overlayElement()).toBeNull();
  });

  test("shows nothing when the background fails", async () => {
    pageSeen.mockResolvedValueOnce({ ok: false, failure: "internal" });
    await overlay.follow();
    expect(overlayElement()).toBeNull();
  });

  test("removes the sidebar of the previous page at once", async () => {
    await askAndHear("open");
    pageSeen.mockReturnValueOnce(new Promise(() => undefined));
    history.pushState(null, "", "/2");
    void overlay.follow();
    await vi.advanceTimersByTimeAsync(0);
    expect(overlayElement()).toBeNull();
  });

  test("drops a late answer for the previous page", async () => {
    const late = Promise.withResolvers<unknown>();
    pageSeen.mockReturnValueOnce(late.promise);
    const first = overlay.follow();
    await vi.advanceTimersByTimeAsync(0);
    history.pushState(null, "", "/2");
    await askAndHear("none");
    late.resolve(verdict("open"));
    await first;
    expect(overlayElement()).toBeNull();
  });
});

describe("when the document has another address", () => {
  const claim = (path: string) => {
    document.head.innerHTML = `<link rel="canonical" href="https://a.example${path}">`;
  };
  const told = () =>
    pageSeen.mock.calls.map(([message]) => {
      const { url, claims } = message as { url: string; claims: { url: string }[] };
      return [new URL(url).pathname, ...claims.map((claimed) => new URL(claimed.url).pathname)];
    });

  test.each(["/1?utm_source=x", "/1?page=2", "/1#comments", "/1/"])(
    "the sidebar stays where that is the same page's: %s",
    async (address) => {
      await askAndHear("open");
      history.replaceState(null, "", address);
      await overlay.follow();
      expect(frameAddresses).toHaveLength(1);
      expect(overlayElement()).not.toBeNull();
    },
  );

  test("the sidebar goes, and is back when the document goes back", async () => {
    await askAndHear("open");
    history.pushState(null, "", "/2");
    await askAndHear("none");
    history.pushState(null, "", "/1?utm_source=x");
    await askAndHear("open");
    expect(overlayElement()).not.toBeNull();
    expect(told()).toEqual([["/1"], ["/2"], ["/1"]]);
  });

  test("what the first page claimed counts when the document goes back", async () => {
    claim("/one");
    await askAndHear("none");
    history.pushState(null, "", "/2");
    await askAndHear("none");
    history.pushState(null, "", "/1?utm_source=x");
    await askAndHear("none");
    expect(told()).toEqual([["/1", "/one"], ["/2"], ["/1", "/one"]]);
  });

  test("it is another page where the background cannot be reached, and is asked about when it can", async () => {
    await askAndHear("open");
    history.pushState(null, "", "/2");
    sendMessage.mockResolvedValueOnce({ ok: false, failure: "internal" });
    sendMessage.mockResolvedValueOnce({ ok: false, failure: "internal" });
    await overlay.follow();
    expect(overlayElement()).toBeNull();
    await hearAgain("open");
    expect(told()).toEqual([["/1"], ["/2"]]);
    expect(overlayElement()).not.toBeNull();
  });

  test("of the same page before the answer has arrived, the answer is used", async () => {
    const late = Promise.withResolvers<unknown>();
    pageSeen.mockReturnValueOnce(late.promise);
    const first = overlay.follow();
    await vi.advanceTimersByTimeAsync(0);
    history.replaceState(null, "", "/1?utm_source=x");
    await overlay.follow();
    late.resolve(verdict("open"));
    await first;
    expect(overlayElement()).not.toBeNull();
  });

  test("of another page, the sidebar is removed and the background is asked", async () => {
    await askAndHear("open");
    history.pushState(null, "", "/2");
    pageSeen.mockResolvedValue(verdict("none"));
    void overlay.follow();
    await vi.advanceTimersByTimeAsync(0);
    expect(overlayElement()).toBeNull();
    expect(told()).toEqual([["/1"], ["/2"]]);
  });

  test("and its head changes later, the background is asked again", async () => {
    await askAndHear("none");
    history.pushState(null, "", "/2");
    pageSeen.mockResolvedValueOnce(verdict("none")).mockResolvedValueOnce(verdict("open"));
    void overlay.follow();
    await vi.advanceTimersByTimeAsync(900);
    claim("/two");
    await vi.advanceTimersByTimeAsync(100);
    expect(told()).toEqual([["/1"], ["/2"], ["/2", "/two"]]);
    expect(overlayElement()).not.toBeNull();
  });

  test("the document is read again for three seconds, no longer", async () => {
    await askAndHear("none");
    history.pushState(null, "", "/2");
    pageSeen.mockResolvedValue(verdict("none"));
    void overlay.follow();
    await vi.advanceTimersByTimeAsync(3100);
    claim("/two");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told()).toEqual([["/1"], ["/2"]]);
  });

  test("the document is read again even when another look-up was requested meanwhile", async () => {
    await askAndHear("none");
    history.pushState(null, "", "/2");
    pageSeen.mockResolvedValue(verdict("none"));
    void overlay.follow();
    await vi.advanceTimersByTimeAsync(500);
    overlay.run({ type: "overlay.refresh" });
    await vi.advanceTimersByTimeAsync(400);
    claim("/two");
    await vi.advanceTimersByTimeAsync(100);
    expect(told()).toEqual([["/1"], ["/2"], ["/2"], ["/2", "/two"]]);
  });

  test("a sidebar that the user has closed stays so", async () => {
    await askAndHear("none");
    history.pushState(null, "", "/2");
    pageSeen.mockResolvedValue(verdict("open"));
    void overlay.follow();
    await vi.advanceTimersByTimeAsync(0);
    overlay.run({ type: "overlay.frame", frame: { action: "close" } });
    claim("/two");
    await vi.advanceTimersByTimeAsync(5000);
    expect(overlayElement()).toBeNull();
  });
});

describe("what the extension's own pages say is done", () => {
  test("show: the sidebar opens, with the focus, whatever the settings are", async () => {
    await askAndHear("none");
    overlay.run({ type: "overlay.show" });
    expect(frameAddresses).toEqual([
      "chrome-extension://second-source/sidebar.html#shape=panel&width=400&focus=true",
    ]);
  });

  test("show again: there is still one sidebar", async () => {
    await askAndHear("open");
    overlay.run({ type: "overlay.show" });
    expect(document.querySelectorAll("html > div")).toHaveLength(1);
  });

  test("size: the frame is resized", async () => {
    await askAndHear("open");
    const frame = { action: "size", shape: "panel", width: 333, height: 222 } as const;
    overlay.run({ type: "overlay.frame", frame });
    const element = overlayElement();
    expect(element && styleOf(element)["width"]).toBe("min(333px, 100%) !important");
  });

  test("close: the sidebar is removed", async () => {
    await askAndHear("open");
    overlay.run({ type: "overlay.frame", frame: { action: "close" } });
    expect(overlayElement()).toBeNull();
  });

  test("a size for a sidebar that was removed is ignored", () => {
    const frame = { action: "size", shape: "tab", width: 44, height: 76 } as const;
    overlay.run({ type: "overlay.frame", frame });
    expect(overlayElement()).toBeNull();
  });
});

describe("when what is known has changed", () => {
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
      "chrome-extension://second-source/sidebar.html#shape=panel&width=400&focus=false",
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
    expect(frameAddresses[1]).toContain("shape=tab&width=400&focus=false");
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
