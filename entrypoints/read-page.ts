import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { readAlternateLinks } from "../platform/pages/read-alternate-links.ts";
import { readPage } from "../platform/pages/read-page.ts";

/** Run by the popup in a tab; its value is the answer. */
export default defineUnlistedScript(() => ({
  ...readPage(document, location.href),
  alternates: readAlternateLinks(document),
}));
