import { afterEach, beforeEach, describe, expect, type MockInstance, test, vi } from "vitest";
import type { FeedRequest } from "../../../../core/feeds/read/feed-answer.ts";
import {
  type FeedReaderMessage,
  type FeedReaderPage,
  failedWith,
} from "../../../../platform/feeds/reader/feed-reader-protocol.ts";
import { createPageFeedReader } from "../../../../platform/feeds/reader/page-feed-reader.ts";
import { waitUntil } from "../../../wait-until.ts";

const never = new AbortController().signal;
let error: MockInstance;
beforeEach(() => {
  error = vi.spyOn(console, "error").mockReturnValue();
});
afterEach(() => error.mockRestore());

function request(address: string): FeedRequest {
  const outlet = { name: "T", domains: ["tribune.example"] };
  return { address, etag: null, lastModified: null, outlet, now: 0, oldest: 0 };
}

const unchanged = (address: string) => ({ kind: "not-modified", freshFor: null, address }) as const;

/** Pages that answer every request but `hang`; the first page cannot connect to `far`. */
function pages() {
  const heard: FeedReaderMessage[] = [];
  let opened = 0;
  let open = 0;
  const start = async (): Promise<FeedReaderPage> => {
    const number = ++opened;
    open++;
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = ({ data }: MessageEvent<FeedReaderMessage>) => {
      heard.push(data);
      if (data.type === "read" && data.request.address !== "hang")
        setTimeout(
          () => port2.postMessage({ id: data.id, answer: unchanged(data.request.address) }),
          data.request.address === "late" ? 50 : 0,
        );
    };
    return {
      port: port1,
      mayReach: ({ address }) => number > 1 || address !== "far",
      async close() {
        open--;
        port1.close();
        port2.close();
      },
    };
  };
  return {
    start,
    heard,
    get opened() {
      return opened;
    },
    get open() {
      return open;
    },
  };
}

describe("the page that reads feeds", () => {
  test("is opened once, by the first feed, and closed when it is idle", async () => {
    const page = pages();
    const reader = createPageFeedReader(page.start);
    expect(page.opened).toBe(0);
    const answers = await Promise.all(["a", "b"].map((name) => reader.read(request(name), never)));
    expect(answers).toEqual([unchanged("a"), unchanged("b")]);
    expect(page.opened).toBe(1);
    await reader.close();
    expect(page.open).toBe(0);
    expect(await reader.read(request("c"), never)).toEqual(unchanged("c"));
    expect(page.opened).toBe(2);
    await reader.close();
  });

  test("stays open while something is read", async () => {
    const page = pages();
    const reader = createPageFeedReader(page.start, 300);
    const answer = reader.read(request("hang"), never);
    await reader.close();
    expect(page.open).toBe(1);
    expect(page.opened).toBe(1);
    await answer;
    await expect.poll(() => page.open).toBe(0);
  });

  test("that does not answer is closed with all it was reading, and the next feed is read in a new one", async () => {
    const page = pages();
    const reader = createPageFeedReader(page.start, 200);
    const [first, second] = await Promise.all([
      reader.read(request("hang"), never),
      reader.read(request("hang"), never),
    ]);
    expect([first, second]).toEqual([failedWith("internal"), failedWith("internal")]);
    expect(await reader.read(request("a"), never)).toEqual(unchanged("a"));
    expect([page.opened, page.open]).toEqual([2, 1]);
    await reader.close();
  });

  test("that cannot be opened is tried again with the next feed", async () => {
    const page = pages();
    let fails = true;
    const reader = createPageFeedReader(async () => {
      if (fails) throw new Error("no page");
      return page.start();
    });
    expect(await reader.read(request("a"), never)).toEqual(failedWith("internal"));
    fails = false;
    expect(await reader.read(request("a"), never)).toEqual(unchanged("a"));
    await reader.close();
  });

  test("is opened again for what it may not connect to, once the running requests are done", async () => {
    const page = pages();
    const reader = createPageFeedReader(page.start);
    const begun = reader.read(request("late"), never);
    await waitUntil(() => expect(page.heard).toHaveLength(1));
    const answers = [begun, ...["far", "a"].map((name) => reader.read(request(name), never))];
    expect(await Promise.all(answers)).toEqual(["late", "far", "a"].map(unchanged));
    expect(page.heard.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect([page.opened, page.open]).toEqual([2, 1]);
    await reader.close();
  });

  test("is not opened again for what it may connect to", async () => {
    const page = pages();
    const reader = createPageFeedReader(page.start);
    await reader.read(request("a"), never);
    await reader.read(request("b"), never);
    expect(page.opened).toBe(1);
    await reader.close();
  });

  test("is sent the abort of a request, which is not waited for", async () => {
    const page = pages();
    const reader = createPageFeedReader(page.start);
    const controller = new AbortController();
    const answer = reader.read(request("hang"), controller.signal);
    await waitUntil(() => expect(page.heard).toHaveLength(1));
    controller.abort();
    expect(await answer).toEqual(failedWith("internal"));
    await waitUntil(() => expect(page.heard.at(-1)).toEqual({ type: "stop", id: 1 }));
    await reader.close();
    expect(page.open).toBe(0);
  });

  test("is not opened for a request that was aborted before", async () => {
    const page = pages();
    const reader = createPageFeedReader(page.start);
    expect(await reader.read(request("a"), AbortSignal.abort())).toEqual(failedWith("internal"));
    expect(page.opened).toBe(0);
  });
});
