import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { serveDataWorker } from "../platform/data-worker/serve-data-worker.ts";

/** The options page's worker: reads the user's files and writes data sets out, off the page's thread. */
export default defineUnlistedScript(() => serveDataWorker());
