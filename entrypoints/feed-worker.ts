import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { serveFeedWorker } from "../platform/feeds/reader/serve-feed-worker.ts";

/** Parses feeds, away from look-ups. */
export default defineUnlistedScript(() => serveFeedWorker());
