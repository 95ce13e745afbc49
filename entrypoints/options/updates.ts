import { ViewUpdatesClient } from "../../platform/messages/view-updates-client.ts";

/** What the background sends this page: how things are, and each change. */
export const updates = new ViewUpdatesClient({ view: "options" });
