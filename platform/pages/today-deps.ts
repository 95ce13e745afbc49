import type { ViewUpdates } from "../../core/protocol/view-updates.ts";
import { ask } from "../messages/message-client.ts";
import type { ViewUpdatesClient } from "../messages/view-updates-client.ts";

/** What the stories of today use of the browser, wherever they are shown. */
export function todayDeps(updates: ViewUpdatesClient) {
  return {
    send: ask,
    subscribeToLiveStatus: (listener: (status: ViewUpdates["outlets"]) => void) =>
      updates.on("outlets", listener),
    subscribeToToday: (listener: (state: ViewUpdates["today"]) => void) =>
      updates.on("today", listener),
    now: () => Date.now(),
  };
}
