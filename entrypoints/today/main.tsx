import "../../components/kit/kit.css";
import "../../components/today/today.css";
import { createLocale } from "../../components/kit/locale.ts";
import { renderView } from "../../components/kit/render-view.tsx";
import { TodayPage } from "../../components/today/TodayView.tsx";
import { ask } from "../../platform/messages/message-client.ts";
import { ViewUpdatesClient } from "../../platform/messages/view-updates-client.ts";
import { catalogueLanguage, catalogueText } from "../../platform/pages/catalogue.ts";

const updates = new ViewUpdatesClient({ view: "today" });
const deps = {
  send: ask,
  subscribeToLiveStatus: (listener: Parameters<typeof updates.on<"outlets">>[1]) =>
    updates.on("outlets", listener),
  subscribeToToday: (listener: Parameters<typeof updates.on<"today">>[1]) =>
    updates.on("today", listener),
  now: () => Date.now(),
};
const locale = createLocale(catalogueLanguage(), catalogueText, Date.now);

document.title = locale.text("todayTitle");
renderView(<TodayPage deps={deps} />, locale);
