import { describe, expect, test, vi } from "vitest";
import type { FeedContent } from "../../../../core/feeds/read/read-feed.ts";
import { createFeedParser, type FeedBody } from "../../../../platform/feeds/reader/feed-parser.ts";

/** A worker that does with each body what its content type says. */
class StandInWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  isEnded = false;
  busy = 0;

  postMessage({ contentType, address }: FeedBody): void {
    expect(++this.busy).toBe(1);
    setTimeout(() => this.begin(contentType, address), contentType === "slow start" ? 300 : 10);
  }

  private begin(contentType: string, address: string): void {
    if (this.isEnded || contentType === "never begins") return;
    this.onmessage?.({ data: "begins" });
    if (contentType === "hang") return;
    this.busy--;
    if (contentType === "crash") this.onerror?.({ message: "out of memory" });
    else this.onmessage?.({ data: { content: contentOf(address) } });
  }

  terminate(): void {
    this.isEnded = true;
  }
}

function contentOf(title: string): FeedContent {
  const leftOut = { otherSite: 0, unusable: 0, old: 0 };
  return { articles: [], leftOut, period: null, title, language: "" };
}

function body(address: string, contentType = ""): FeedBody {
  const request = { outlet: { name: "T", domains: ["tribune.example"] }, now: 0, oldest: 0 };
  return { bytes: new Uint8Array(), contentType, address, request };
}

function parser(limits = { begin: 30_000, parse: 200 }) {
  const workers: StandInWorker[] = [];
  const start = () => {
    const worker = new StandInWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  };
  return { workers, parser: createFeedParser(start, limits) };
}

describe("the worker", () => {
  test("starts with the first feed and reads one after the other", async () => {
    const { workers, parser: feeds } = parser();
    expect(workers).toHaveLength(0);
    const answers = await Promise.all(["a", "b", "c"].map((name) => feeds.parse(body(name))));
    expect(answers).toEqual([contentOf("a"), contentOf("b"), contentOf("c")]);
    expect(workers).toHaveLength(1);
  });

  test("is terminated by a feed that takes too long, and the others are read in a new one", async () => {
    const { workers, parser: feeds } = parser();
    const answers = await Promise.all([
      feeds.parse(body("a")),
      feeds.parse(body("b", "hang")),
      feeds.parse(body("c")),
    ]);
    expect(answers).toEqual([contentOf("a"), "timeout", contentOf("c")]);
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  });

  test("may start slowly, for which no feed is given up", async () => {
    const { workers, parser: feeds } = parser();
    expect(await feeds.parse(body("a", "slow start"))).toEqual(contentOf("a"));
    expect(workers).toHaveLength(1);
  });

  test("is terminated when it does not begin, and the others are read in a new one", async () => {
    const { workers, parser: feeds } = parser({ begin: 200, parse: 30_000 });
    const answers = await Promise.all([
      feeds.parse(body("a", "never begins")),
      feeds.parse(body("b")),
    ]);
    expect(answers).toEqual(["timeout", contentOf("b")]);
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  });

  test("is kept once it has read a feed, however long it waits for the next", async () => {
    vi.useFakeTimers();
    const { workers, parser: feeds } = parser();
    const read = (name: string) => {
      const answer = feeds.parse(body(name));
      return vi.advanceTimersByTimeAsync(10).then(() => answer);
    };
    expect(await read("a")).toEqual(contentOf("a"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await read("b")).toEqual(contentOf("b"));
    vi.useRealTimers();
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([false]);
  });

  test("may crash, and the others are read in a new one", async () => {
    const error = vi.spyOn(console, "error").mockReturnValue();
    const { workers, parser: feeds } = parser();
    const answers = await Promise.all([feeds.parse(body("a", "crash")), feeds.parse(body("b"))]);
    expect(answers).toEqual(["internal", contentOf("b")]);
    expect(workers).toHaveLength(2);
    expect(error).toHaveBeenCalledOnce();
    error.mockRestore();
  });

  test("may not start, and is tried again with the next feed", async () => {
    let fails = true;
    const feeds = createFeedParser(() => {
      if (fails) throw new Error("no workers");
      return new StandInWorker() as unknown as Worker;
    });
    await expect(feeds.parse(body("a"))).rejects.toThrow("no workers");
    fails = false;
    expect(await feeds.parse(body("b"))).toEqual(contentOf("b"));
  });
});
