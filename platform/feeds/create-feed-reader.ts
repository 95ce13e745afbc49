import browser from "webextension-polyfill";
import type { FeedReader } from "./feed-reader.ts";
import { openFeedReaderPage } from "./open-feed-reader-page.ts";
import { createPageFeedReader } from "./page-feed-reader.ts";

/** The background's reader of feeds. Sites that the reader allows while feeds are read are reached at once. */
export function createFeedReader(): FeedReader {
  const reader = createPageFeedReader(openFeedReaderPage);
  browser.permissions.onAdded.addListener(() => reader.renew());
  return reader;
}
