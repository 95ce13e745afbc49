import { useEffect, useState } from "preact/hooks";
import "../../components/today/today-in-panel.css";
import { TodayView } from "../../components/today/TodayView.tsx";
import { ViewUpdatesClient } from "../../platform/messages/view-updates-client.ts";
import { todayDeps } from "../../platform/pages/today-deps.ts";

/** The stories of today in the side panel, in a module of its own: most of the panel's code, which few look-ups need. */
export function TodayInPanel() {
  const [updates] = useState(() => new ViewUpdatesClient({ view: "today" }));
  const [deps] = useState(() => todayDeps(updates));
  useEffect(() => () => updates.dispose(), [updates]);
  return <TodayView deps={deps} />;
}
