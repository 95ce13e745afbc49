import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { readPage } from "../platform/pages/read-page.ts";

/** Run by the popup in a tab where the content script does not run; its value is the answer. */
export default defineUnlistedScript(() => readPage(document, location.href));
