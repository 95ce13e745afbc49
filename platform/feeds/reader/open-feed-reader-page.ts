import { sourcesWithinReach } from "../../../core/outlets/feed-reach.ts";
import type { OutletEntry } from "../../../core/outlets/subscription.ts";
import type { FeedReaderPage, FeedReaderSetUp } from "./feed-reader-protocol.ts";

const PAGE = "/feed-reader.html";

/** The parts of Chromium's own interfaces that are used here. */
interface ServiceWorkerParts {
  readonly chrome: {
    readonly offscreen: {
      createDocument(of: {
        readonly url: string;
        readonly reasons: readonly ["WORKERS"];
        readonly justification: string;
      }): Promise<void>;
      closeDocument(): Promise<void>;
    };
  };
  readonly clients: {
    matchAll(options: { readonly includeUncontrolled: true }): Promise<readonly PageClient[]>;
  };
}

type Close = () => void | Promise<void>;

interface PageClient {
  readonly url: string;
  postMessage(message: FeedReaderSetUp, transfer: readonly MessagePort[]): void;
}

/**
 * Opens the page that reads feeds, which may connect to where the feeds of these outlets may be, and nowhere
 * else. It is asked over a port that only the background hands to it, so what is said there is
 * seen by no other context, and no other can say anything.
 */
export async function openFeedReaderPage(
  outlets: readonly Pick<OutletEntry, "domains" | "feed">[],
): Promise<FeedReaderPage> {
  const sources = new Set(outlets.flatMap(sourcesWithinReach));
  const { port1, port2 } = new MessageChannel();
  const open = "document" in globalThis ? openFrame : openOffscreen;
  const close = await open({ sources: [...sources] }, port2);
  return {
    port: port1,
    mayReach: ({ address, outlet }) =>
      sourcesWithinReach({ domains: outlet.domains, feed: address }).every((one) =>
        sources.has(one),
      ),
    async close() {
      port1.close();
      await close();
    },
  };
}

/** Firefox's background is a document, and frames the page. */
async function openFrame(setUp: FeedReaderSetUp, port: MessagePort): Promise<Close> {
  const frame = document.createElement("iframe");
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
  frame.src = PAGE;
  document.body.append(frame);
  await loaded;
  frame.contentWindow?.postMessage(setUp, location.origin, [port]);
  return () => frame.remove();
}

/** Chromium's is a service worker, and there can only be one such page. One that one before this left open is closed. */
async function openOffscreen(setUp: FeedReaderSetUp, port: MessagePort): Promise<Close> {
  const { chrome, clients } = globalThis as unknown as ServiceWorkerParts;
  const close = () => chrome.offscreen.closeDocument().catch(() => undefined);
  await close();
  await chrome.offscreen.createDocument({
    url: PAGE,
    reasons: ["WORKERS"],
    justification: "Feeds are read in a worker, which the background cannot start.",
  });
  const pages = await clients.matchAll({ includeUncontrolled: true });
  const page = pages.find(({ url }) => new URL(url).pathname === PAGE);
  if (page === undefined) throw new Error(`${PAGE} is not there`);
  page.postMessage(setUp, [port]);
  return close;
}
