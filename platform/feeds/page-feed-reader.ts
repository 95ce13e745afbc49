import type { FeedAnswer, FeedRequest } from "../../core/feeds/feed-answer.ts";
import type { FeedReader } from "./feed-reader.ts";
import {
  type FeedReaderMessage,
  type FeedReaderPage,
  type FeedReaderReport,
  failedWith,
} from "./feed-reader-protocol.ts";

/** Longest wait for an answer, ms: fetching, other feeds that are parsed before, parsing. */
const LIMIT_MS = 90_000;

interface Waiting {
  readonly request: FeedRequest;
  readonly settle: (answer: FeedAnswer) => void;
}

/**
 * Reads feeds in a page of its own, which is opened when the first is asked for and closed by `rest`. A page
 * may connect only where it might when it was opened: for a feed that is elsewhere a new one is opened, which
 * reads what was begun from its start. A page that cannot be opened, or does not answer in time, is given up with all it was reading.
 */
export function createPageFeedReader(
  open: () => Promise<FeedReaderPage>,
  limit = LIMIT_MS,
): FeedReader {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let page: Promise<FeedReaderPage> | null = null;

  /** There is one page at a time: the next is opened when this settles. */
  let closed: Promise<void> = Promise.resolve();

  const close = () => {
    const old = page;
    page = null;
    if (old !== null) closed = old.then((open) => open.close()).catch(() => undefined);
    return closed;
  };
  const giveUp = (error: unknown) => {
    console.error("Second Source: feeds cannot be read:", error);
    void close();
    for (const { settle } of [...waiting.values()]) settle(failedWith("internal"));
  };
  const opened = async () => {
    await closed;
    const fresh = await open();
    fresh.port.onmessage = ({ data }: MessageEvent<FeedReaderReport>) =>
      waiting.get(data.id)?.settle(data.answer);
    return fresh;
  };
  const tell = async (message: FeedReaderMessage) => {
    page ??= opened();
    (await page).port.postMessage(message);
  };
  const begin = async (id: number, request: FeedRequest) => {
    const before = page;
    if (before === null) return tell({ type: "read", id, request });
    const isWithinReach = (await before).mayReach(request);
    // Called off, or asked of the next page by another that needed one.
    if (!waiting.has(id) || page !== before) return;
    if (isWithinReach) return tell({ type: "read", id, request });
    void close();
    for (const [id, { request }] of waiting) tell({ type: "read", id, request }).catch(giveUp);
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
        resolve(answer);
      };
      waiting.set(id, { request, settle });
      signal.addEventListener("abort", onAbort);
      if (signal.aborted) onAbort();
      else begin(id, request).catch(giveUp);
      return promise;
    },
    async rest() {
      if (waiting.size === 0) await close();
    },
  };
}
