import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { FeedRequest } from "../../../../core/feeds/read/feed-answer.ts";
import { openFeedReaderPage } from "../../../../platform/feeds/reader/open-feed-reader-page.ts";

const OUTLETS = [
  { domains: ["tribune.example"], feed: "https://tribune.example/rss" },
  { domains: ["wire.example"], feed: "https://host.example/wire" },
  { domains: ["wire.example"], feed: "https://host.example/wire/sport" },
];
const SOURCES = [
  "https://tribune.example",
  "https://*.tribune.example",
  "https://wire.example",
  "https://*.wire.example",
  "https://host.example",
];

/** What happened, in order. */
let steps: string[];
/** What the page was sent. */
let sent: { data: unknown; ports: readonly MessagePort[]; origin?: string }[];
beforeEach(() => {
  steps = [];
  sent = [];
});
afterEach(() => vi.unstubAllGlobals());

function request(domain: string, address: string): FeedRequest {
  const outlet = { name: "T", domains: [domain] };
  return { address, etag: null, lastModified: null, outlet, now: 0, oldest: 0 };
}

/** Ends the port that the page was given, which would keep the process alive. */
function closePorts(): void {
  for (const { ports } of sent) for (const port of ports) port.close();
}

describe("in a service worker, the page that reads feeds", () => {
  const PAGE = "chrome-extension://abc/feed-reader.html";
  const client = (url: string) => ({
    url,
    postMessage: (data: unknown, ports: readonly MessagePort[]) => void sent.push({ data, ports }),
  });
  const stub = (urls: readonly string[], closeDocument = async () => {}) => {
    vi.stubGlobal("chrome", {
      offscreen: {
        createDocument: async (document: object) => void steps.push(JSON.stringify(document)),
        closeDocument() {
          steps.push("closed");
          return closeDocument();
        },
      },
    });
    const matchAll = vi.fn(async () => urls.map(client));
    vi.stubGlobal("clients", { matchAll });
    return matchAll;
  };

  test("is an offscreen document, opened once the one before it is closed", async () => {
    const matchAll = stub(["chrome-extension://abc/options.html", PAGE]);
    const page = await openFeedReaderPage(OUTLETS);
    expect(steps).toEqual([
      "closed",
      JSON.stringify({
        url: "/feed-reader.html",
        reasons: ["WORKERS"],
        justification: "Feeds are read in a worker, which the background cannot start.",
      }),
    ]);
    expect(matchAll).toHaveBeenCalledWith({ includeUncontrolled: true });
    await page.close();
    expect(steps.at(-1)).toBe("closed");
    closePorts();
  });

  test("is told once where it may connect to, over a port for what follows", async () => {
    stub(["chrome-extension://abc/options.html", PAGE]);
    const page = await openFeedReaderPage(OUTLETS);
    expect(sent.map(({ data }) => data)).toEqual([{ sources: SOURCES }]);
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const port = sent[0]?.ports[0];
    if (port !== undefined) port.onmessage = ({ data }: MessageEvent) => resolve(data);
    page.port.postMessage("a request");
    expect(await promise).toBe("a request");
    await page.close();
    closePorts();
  });

  test("may reach what was allowed when it was opened, and nothing else", async () => {
    stub([PAGE]);
    const page = await openFeedReaderPage(OUTLETS);
    expect(page.mayReach(request("tribune.example", "https://www.tribune.example/a"))).toBe(true);
    expect(page.mayReach(request("wire.example", "https://host.example/other"))).toBe(true);
    expect(page.mayReach(request("tribune.example", "https://far.example/a"))).toBe(false);
    expect(page.mayReach(request("other.example", "https://other.example/a"))).toBe(false);
    await page.close();
    closePorts();
  });

  test("is opened although there was none to close", async () => {
    stub([PAGE], () => Promise.reject(new Error("No current offscreen document")));
    const page = await openFeedReaderPage([]);
    expect(sent.map(({ data }) => data)).toEqual([{ sources: [] }]);
    await page.close();
    closePorts();
  });

  test("that is not there is an error", async () => {
    stub(["chrome-extension://abc/options.html"]);
    await expect(openFeedReaderPage([])).rejects.toThrow("/feed-reader.html is not there");
  });
});

describe("in a background with a document, the page that reads feeds", () => {
  test("is a frame, which is told where it may connect to once it is loaded", async () => {
    const frame = Object.assign(new EventTarget(), {
      src: "",
      contentWindow: {
        postMessage(data: unknown, origin: string, ports: readonly MessagePort[]) {
          steps.push("told");
          sent.push({ data, origin, ports });
        },
      },
      remove: () => void steps.push("removed"),
    });
    vi.stubGlobal("location", { origin: "moz-extension://abc" });
    vi.stubGlobal("document", {
      createElement: (name: string) => {
        steps.push(name);
        return frame;
      },
      body: {
        append(child: unknown) {
          steps.push(child === frame ? `framed ${frame.src}` : "framed another");
          setTimeout(() => {
            steps.push("loaded");
            frame.dispatchEvent(new Event("load"));
          });
        },
      },
    });
    const page = await openFeedReaderPage(OUTLETS);
    expect(sent.map(({ data, origin }) => [data, origin])).toEqual([
      [{ sources: SOURCES }, "moz-extension://abc"],
    ]);
    await page.close();
    expect(steps).toEqual(["iframe", "framed /feed-reader.html", "loaded", "told", "removed"]);
    closePorts();
  });
});
