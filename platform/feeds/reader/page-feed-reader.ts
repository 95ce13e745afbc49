import type { FeedAnswer, FeedRequest } from "../../../core/feeds/read/feed-answer.ts";
import type { FeedReader } from "./feed-reader.ts";
import {
  type FeedReaderMessage,
  type FeedReaderPage,
  type FeedReaderReport,
  failedWith,
} from "./feed-reader-protocol.ts";

/** Longest wait for an answer, ms: fetching, other feeds that are parsed before, parsing. */
const LIMIT_MS = 90_000;

/**
 * Reads feeds in a page of its own, which is opened for the first request and closed by `close`. A page may connect
 * only where it might when it was opened: for a feed that is elsewhere a new one is opened, once what was begun is
 * read. A page that cannot be opened, or does not answer in time, is closed, and all that it was reading fails.
 */
export function createPageFeedReader(
  open: () => Promise<FeedReaderPage>,
  limit = LIMIT_MS,
): FeedReader {
  const waiting = new Map<number, (answer: FeedAnswer) => void>();
  /** The requests that a page was sent. */
  const begun = new Map<number, Promise<FeedAnswer>>();
  let lastId = 0;
  let page: Promise<FeedReaderPage> | null = null;

  /** There is one page at a time: the next is opened when this settles. */
  let closed: Promise<void> = Promise.resolve();

  /** Gives up the page, which is closed when its last request has ended. */
  const close = (end?: Promise<unknown>) => {
    const old = page;
    page = null;
    if (old !== null)
      closed = Promise.all([old, end])
        .then(([open]) => open.close())
        .catch(() => undefined);
    return closed;
  };
  const giveUp = (error: unknown) => {
    console.error("Second Source: feeds cannot be read:", error);
    void close();
    for (const settle of [...waiting.values()]) settle(failedWith("internal"));
  };
  const opened = async () => {
    await closed;
    const fresh = await open();
    fresh.port.onmessage = ({ data }: MessageEvent<FeedReaderReport>) =>
      waiting.get(data.id)?.(data.answer);
    return fresh;
  };
  const tell = async (message: FeedReaderMessage) => {
    page ??= opened();
    (await page).port.postMessage(message);
  };
  const begin = async (id: number, request: FeedRequest, answer: Promise<FeedAnswer>) => {
    page ??= opened();
    const before = page;
    const isWithinReach = (await before).mayReach(request);
    if (!waiting.has(id)) return;
    if (!isWithinReach && page === before) void close(Promise.all(begun.values()));
    begun.set(id, answer);
    await tell({ type: "read", id, request });
  };

  return {
    read(request, signal) {
      const id = ++lastId;
      const { promise, resolve } = Promise.withResolvers<FeedAnswer>();
      const timer = setTimeout(() => giveUp(`no answer in ${limit} ms`), limit);
      const onAbort = () => {
        if (page !== null) tell({ type: "stop", id }).catch(() => undefined);
        settle(failedWith("internal"));
      };
      const settle = (answer: FeedAnswer) => {
        clearTimeout(timer);
        signal.removeEventListener("abort", onAbort);
        waiting.delete(id);
        begun.delete(id);
        resolve(answer);
      };
      waiting.set(id, settle);
      signal.addEventListener("abort", onAbort);
      if (signal.aborted) onAbort();
      else begin(id, request, promise).catch(giveUp);
      return promise;
    },
    async close() {
      if (waiting.size === 0) await close();
    },
  };
}
