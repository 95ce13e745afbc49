import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { readText } from "../platform/content-script/read-text.ts";

/** Run by the comparison of headlines in the tab of the open page; its value is the page's text. */
export default defineUnlistedScript(() => readText(document));
