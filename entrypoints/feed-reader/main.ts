import { serveFeedReaderPage } from "../../platform/feeds/serve-feed-reader-page.ts";

/** A page without a view, in which feeds are fetched for the background. */
serveFeedReaderPage();
