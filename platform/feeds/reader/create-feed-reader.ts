import { outletPatterns } from "../../../core/outlets/outlet-patterns.ts";
import { readOutlets } from "../../storage/subscriptions-store.ts";
import { isAccessGranted } from "../../tabs/site-permissions.ts";
import type { FeedReader } from "./feed-reader.ts";
import { openFeedReaderPage } from "./open-feed-reader-page.ts";
import { createPageFeedReader } from "./page-feed-reader.ts";

/**
 * The background's reader of feeds. It connects only to the sites of picked outlets that the user has allowed. Other
 * allowed sites were allowed for the sidebar alone, so no feed is fetched from them.
 */
export function createFeedReader(): FeedReader {
  return createPageFeedReader(async () => {
    const picked = (await readOutlets()).filter(({ removedAt }) => removedAt === null);
    const allowed = await Promise.all(
      picked.map((outlet) => isAccessGranted("sites", outletPatterns(outlet))),
    );
    return openFeedReaderPage(picked.filter((_, i) => allowed[i]));
  });
}
