import type { FeedFailure, FeedRequest } from "../../../core/feeds/read/feed-answer.ts";
import type { FeedContent } from "../../../core/feeds/read/read-feed.ts";
import { createInTurn } from "../../storage/in-turn.ts";

const SCRIPT = "/feed-worker.js";
/** Longest time that one feed may take once the worker has begun to read it, ms; real ones take some tens. */
const PARSE_MS = 10_000;
/** Longest wait until a worker begins, ms. On a busy machine the start of one takes many seconds. */
const BEGIN_MS = 60_000;

/** What the worker sends for each body: that it begins to read it, then what it read. */
export type FeedWorkerReport = "begins" | { readonly content: FeedContent | FeedFailure };

/** A body to be read as a feed. */
export interface FeedBody {
  readonly bytes: Uint8Array;
  /** The header as it came; empty where there was none. */
  readonly contentType: string;
  /** Where the bytes are from, after redirects. */
  readonly address: string;
  readonly request: Pick<FeedRequest, "outlet" | "now" | "oldest">;
}

/** Reads bodies in a worker, which knows nothing of the network. */
export interface FeedParser {
  parse(body: FeedBody): Promise<FeedContent | FeedFailure>;
}

/**
 * Starts a worker when there is something to read and gives it one body at a time. One that takes too
 * long (`timeout`) or breaks the worker (`internal`) is given up with its worker; the next gets a new one.
 * The clock starts when the worker begins, so that a feed is not blamed for a slow start.
 */
export function createFeedParser(
  startWorker: () => Worker = () => new Worker(SCRIPT),
  limits = { begin: BEGIN_MS, parse: PARSE_MS },
): FeedParser {
  let worker: Worker | null = null;
  const inTurn = createInTurn();
  const parse = (body: FeedBody) =>
    new Promise<FeedContent | FeedFailure>((resolve) => {
      const at = worker ?? startWorker();
      worker = at;
      const settle = (content: FeedContent | FeedFailure, isLost: boolean) => {
        clearTimeout(timer);
        at.onmessage = null;
        at.onerror = null;
        if (isLost) at.terminate();
        if (isLost) worker = null;
        resolve(content);
      };
      const giveUpIn = (delay: number) => setTimeout(() => settle("timeout", true), delay);
      let timer = giveUpIn(limits.begin);
      at.onmessage = ({ data }: MessageEvent<FeedWorkerReport>) => {
        if (data !== "begins") return settle(data.content, false);
        clearTimeout(timer);
        timer = giveUpIn(limits.parse);
      };
      at.onerror = ({ message }) => {
        console.error("Second Source: the feed worker failed:", message);
        settle("internal", true);
      };
      at.postMessage(body);
    });
  return { parse: (body) => inTurn(() => parse(body)) };
}
