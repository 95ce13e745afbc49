import type { ViewUpdates } from "../../core/protocol/view-updates.ts";
import { ask } from "../messages/message-client.ts";
import type { ViewUpdatesClient } from "../messages/view-updates-client.ts";
import { download } from "./download.ts";

/** What the stories of today use of the browser, wherever they are shown. */
export function todayDeps(updates: ViewUpdatesClient) {
  return {
    send: ask,
    subscribeToLiveStatus: (listener: (status: ViewUpdates["outlets"]) => void) =>
      updates.on("outlets", listener),
    subscribeToToday: (listener: (state: ViewUpdates["today"]) => void) =>
      updates.on("today", listener),
    now: () => Date.now(),
    download,
    // With its schema it is a third of the page, and few look at what they have read.
    loadStarterList: async () => (await import("./load-starter-list.ts")).loadStarterList(),
  };
}
