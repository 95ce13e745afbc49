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
  sendMessage,
  verdict,
} from "./overlay-document.ts";
import { frameAddresses, overlayElement, styleOf } from "./stand-ins.ts";

beforeEach(openDocument);
afterEach(closeDocument);

function typeOf(message: unknown): string {
  return (message as { type: string }).type;
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
    ["open", "shape=panel&opens=panel&width=400&focus=false"],
    ["tab", "shape=tab&opens=panel&width=400&focus=false"],
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
  const sent = () =>
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
    expect(sent()).toEqual([["/1"], ["/2"], ["/1"]]);
  });

  test("what the first page claimed counts when the document goes back", async () => {
    claim("/one");
    await askAndHear("none");
    history.pushState(null, "", "/2");
    await askAndHear("none");
    history.pushState(null, "", "/1?utm_source=x");
    await askAndHear("none");
    expect(sent()).toEqual([["/1", "/one"], ["/2"], ["/1", "/one"]]);
  });

  test("it is another page where the background cannot be reached, and is asked about when it can", async () => {
    await askAndHear("open");
    history.pushState(null, "", "/2");
    sendMessage.mockResolvedValueOnce({ ok: false, failure: "internal" });
    sendMessage.mockResolvedValueOnce({ ok: false, failure: "internal" });
    await overlay.follow();
    expect(overlayElement()).toBeNull();
    await hearAgain("open");
    expect(sent()).toEqual([["/1"], ["/2"]]);
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
    expect(sent()).toEqual([["/1"], ["/2"]]);
  });

  test("and its head changes later, the background is asked again", async () => {
    await askAndHear("none");
    history.pushState(null, "", "/2");
    pageSeen.mockResolvedValueOnce(verdict("none")).mockResolvedValueOnce(verdict("open"));
    void overlay.follow();
    await vi.advanceTimersByTimeAsync(900);
    claim("/two");
    await vi.advanceTimersByTimeAsync(100);
    expect(sent()).toEqual([["/1"], ["/2"], ["/2", "/two"]]);
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
    expect(sent()).toEqual([["/1"], ["/2"]]);
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
    expect(sent()).toEqual([["/1"], ["/2"], ["/2"], ["/2", "/two"]]);
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

describe("a message of the extension's own pages", () => {
  test("show: the sidebar opens, with the focus, whatever the settings are", async () => {
    await askAndHear("none");
    overlay.run({ type: "overlay.show" });
    expect(frameAddresses).toEqual([
      "chrome-extension://second-source/sidebar.html#shape=panel&opens=panel&width=400&focus=true",
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
