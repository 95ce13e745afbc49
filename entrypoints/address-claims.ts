import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { readAddressClaims } from "../platform/pages/address-claims.ts";

/** Run by the popup in a tab where the content script does not run; its value is the answer. */
export default defineUnlistedScript(() => readAddressClaims(document));
