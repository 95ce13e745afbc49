import { serveFeedReaderPage } from "../../platform/feeds/reader/serve-feed-reader-page.ts";

/** A page without a view, in which feeds are fetched for the background. */
serveFeedReaderPage();
