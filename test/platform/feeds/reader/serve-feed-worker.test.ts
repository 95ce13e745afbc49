import { afterEach, expect, test, vi } from "vitest";
import type { FeedBody } from "../../../../platform/feeds/reader/feed-parser.ts";
import { serveFeedWorker } from "../../../../platform/feeds/reader/serve-feed-worker.ts";
import { ADDRESS, FEED } from "./feed-server.ts";

afterEach(() => vi.unstubAllGlobals());

test("the worker says that it begins, then what it has read", () => {
  const scope = new EventTarget();
  const reports: unknown[] = [];
  vi.stubGlobal("addEventListener", scope.addEventListener.bind(scope));
  vi.stubGlobal("postMessage", (report: unknown) => void reports.push(report));
  serveFeedWorker();
  const send = (text: string) => {
    const data: FeedBody = {
      bytes: new TextEncoder().encode(text),
      contentType: "text/xml",
      address: ADDRESS,
      request: { outlet: { name: "T", domains: ["tribune.example"] }, now: 0, oldest: 0 },
    };
    scope.dispatchEvent(new MessageEvent("message", { data }));
  };
  send(FEED);
  send("no feed");
  expect(reports).toMatchObject([
    "begins",
    { content: { title: "T", articles: [{ record: { title: "Harbour" } }] } },
    "begins",
    { content: "not-a-feed" },
  ]);
});
