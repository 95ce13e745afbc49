import { readFeed } from "../../../core/feeds/read/read-feed.ts";
import type { FeedBody, FeedWorkerReport } from "./feed-parser.ts";

/** Runs in the worker: reads one body after the other. */
export function serveFeedWorker(): void {
  addEventListener("message", ({ data }: MessageEvent<FeedBody>) => {
    report("begins");
    report({ content: readFeed(data.bytes, data.contentType, data.address, data.request) });
  });
}

function report(message: FeedWorkerReport): void {
  postMessage(message);
}
