import { createFeedParser } from "./feed-parser.ts";
import {
  type FeedReaderMessage,
  type FeedReaderReport,
  type FeedReaderSetUp,
  failedWith,
} from "./feed-reader-protocol.ts";
import { fetchFeed } from "./fetch-feed.ts";

/**
 * Runs in the page that reads feeds: answers what comes over the port that the background hands it.
 * Only a context of the extension's own origin reaches it: the service worker, or the document that frames it.
 */
export function serveFeedReaderPage(): void {
  const { serviceWorker } = navigator;
  const onMessage = ({ data, ports: [port], origin }: MessageEvent<FeedReaderSetUp>) => {
    if (port === undefined || origin !== location.origin) return;
    limitConnections(data.sources);
    serve(port);
  };
  addEventListener("message", onMessage);
  serviceWorker?.addEventListener("message", onMessage);
  serviceWorker?.startMessages();
}

/**
 * Lets this document connect to `sources` alone, for good: a policy only ever takes away. A redirect to
 * anywhere else ends before a request is made, which would tell that server the extension's origin.
 */
function limitConnections(sources: readonly string[]): void {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = `connect-src ${sources.join(" ") || "'none'"}`;
  document.head.append(policy);
}

function serve(port: MessagePort): void {
  const parser = createFeedParser();
  const running = new Map<number, AbortController>();
  port.onmessage = async ({ data }: MessageEvent<FeedReaderMessage>) => {
    const { id } = data;
    if (data.type === "stop") {
      running.get(id)?.abort();
      return;
    }
    const controller = new AbortController();
    running.set(id, controller);
    const answer = await fetchFeed(data.request, controller.signal, parser).catch((error) => {
      console.error("Second Source:", error);
      return failedWith("internal");
    });
    running.delete(id);
    port.postMessage({ id, answer } satisfies FeedReaderReport);
  };
}
