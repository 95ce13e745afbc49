import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { readAlternateLinks } from "../platform/content-script/read-alternate-links.ts";
import { readPage } from "../platform/content-script/read-page.ts";

/**
 * Run by the popup in a tab; its value is the answer. Where the content script runs, in the same world, its answer is
 * better: it has seen what the document contained before the last navigation within it.
 */
export default defineUnlistedScript(() => {
  const { secondSourceOverlay } = globalThis;
  const followed = secondSourceOverlay?.isAlive() ? secondSourceOverlay.read() : null;
  return {
    ...(followed ?? readPage(document, location.href)),
    alternates: readAlternateLinks(document),
  };
});
