import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { FeedRequest } from "../../../../core/feeds/read/feed-answer.ts";
import type {
  FeedReaderMessage,
  FeedReaderReport,
  FeedReaderSetUp,
} from "../../../../platform/feeds/reader/feed-reader-protocol.ts";
import { serveFeedReaderPage } from "../../../../platform/feeds/reader/serve-feed-reader-page.ts";

const ORIGIN = "moz-extension://abc";
const REQUEST: FeedRequest = {
  address: "https://tribune.example/rss",
  etag: '"v1"',
  lastModified: null,
  outlet: { name: "T", domains: ["tribune.example"] },
  now: 0,
  oldest: 0,
};

/** The policies that the page was given. */
let policies: string[];
let frame: EventTarget;
let serviceWorker: EventTarget & { isStarted: boolean };
/** How a fetch is answered. */
let fetched: (signal: AbortSignal) => Promise<Response>;
const ports: MessagePort[] = [];

beforeEach(() => {
  policies = [];
  frame = new EventTarget();
  serviceWorker = Object.assign(new EventTarget(), {
    isStarted: false,
    startMessages() {
      serviceWorker.isStarted = true;
    },
  });
  vi.stubGlobal("addEventListener", frame.addEventListener.bind(frame));
  vi.stubGlobal("navigator", { serviceWorker });
  vi.stubGlobal("location", { origin: ORIGIN });
  vi.stubGlobal("document", {
    createElement: (name: string) => ({ name }),
    head: {
      append(meta: { name: string; httpEquiv: string; content: string }) {
        policies.push(`${meta.name} ${meta.httpEquiv}: ${meta.content}`);
      },
    },
  });
  vi.stubGlobal("fetch", (_: string, { signal }: { signal: AbortSignal }) => fetched(signal));
  serveFeedReaderPage();
});
afterEach(() => {
  vi.unstubAllGlobals();
  for (const port of ports.splice(0)) port.close();
});

/** Hands the page a port, and gives the other end with what came back over it. */
function handOver(
  target: EventTarget,
  data: FeedReaderSetUp,
  { origin = ORIGIN, hasPort = true } = {},
) {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  const handed = hasPort ? [port2] : [];
  const event = Object.assign(new Event("message"), { data, origin, ports: handed });
  target.dispatchEvent(event);
  const { promise, resolve } = Promise.withResolvers<FeedReaderReport>();
  port1.onmessage = ({ data }: MessageEvent<FeedReaderReport>) => resolve(data);
  return { send: (message: FeedReaderMessage) => port1.postMessage(message), report: promise };
}

describe("the page that reads feeds", () => {
  test("can connect to the sources that it is given alone, or to nothing", () => {
    handOver(frame, { sources: ["https://a.example", "https://*.a.example"] });
    handOver(frame, { sources: [] });
    expect(policies).toEqual([
      "meta Content-Security-Policy: connect-src https://a.example https://*.a.example",
      "meta Content-Security-Policy: connect-src 'none'",
    ]);
  });

  test("hears the document that frames it, and the service worker", async () => {
    fetched = async () => new Response(null, { status: 304 });
    expect(serviceWorker.isStarted).toBe(true);
    for (const target of [frame, serviceWorker]) {
      const { send, report } = handOver(target, { sources: ["https://tribune.example"] });
      send({ type: "read", id: 7, request: REQUEST });
      expect(await report).toEqual({
        id: 7,
        answer: { kind: "not-modified", freshFor: null, address: REQUEST.address },
      });
    }
  });

  test("hears no other origin, and nothing without a port", () => {
    handOver(frame, { sources: [] }, { origin: "https://tribune.example" });
    handOver(frame, { sources: [] }, { hasPort: false });
    expect(policies).toEqual([]);
  });

  test("ends a request that is no longer wanted, and no other", async () => {
    const asked = Promise.withResolvers<void>();
    fetched = (signal) =>
      new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        asked.resolve();
      });
    const { send, report } = handOver(frame, { sources: [] });
    send({ type: "read", id: 7, request: REQUEST });
    await asked.promise;
    send({ type: "stop", id: 8 });
    send({ type: "stop", id: 7 });
    expect(await report).toEqual({
      id: 7,
      answer: { kind: "failed", failure: "unreachable", status: null, retryAfter: null },
    });
  });

  test("answers where it fails itself", async () => {
    const error = vi.spyOn(console, "error").mockReturnValue();
    fetched = async () => ({}) as Response;
    const { send, report } = handOver(frame, { sources: [] });
    send({ type: "read", id: 7, request: REQUEST });
    expect((await report).answer).toMatchObject({ kind: "failed", failure: "internal" });
    expect(error).toHaveBeenCalledOnce();
    error.mockRestore();
  });
});

test("a page in a browser without service workers hears the document that frames it", () => {
  vi.stubGlobal("navigator", {});
  frame = new EventTarget();
  vi.stubGlobal("addEventListener", frame.addEventListener.bind(frame));
  serveFeedReaderPage();
  handOver(frame, { sources: [] });
  expect(policies).toHaveLength(1);
});
