import type { FeedReader } from "./feed-reader.ts";
import { openFeedReaderPage } from "./open-feed-reader-page.ts";
import { createPageFeedReader } from "./page-feed-reader.ts";

/** The background's reader of feeds. */
export function createFeedReader(): FeedReader {
  return createPageFeedReader(openFeedReaderPage);
}
