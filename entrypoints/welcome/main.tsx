import "../../components/kit/kit.css";
import "../../components/coverage/coverage.css";
import "../../components/welcome/welcome.css";
import { createLocale } from "../../components/kit/locale.ts";
import { renderView } from "../../components/kit/render-view.tsx";
import type { WelcomeDeps } from "../../components/welcome/use-welcome.ts";
import { WelcomePage } from "../../components/welcome/WelcomePage.tsx";
import { ask } from "../../platform/messages/message-client.ts";
import { ViewUpdatesClient } from "../../platform/messages/view-updates-client.ts";
import { catalogueLanguage, catalogueText } from "../../platform/pages/catalogue.ts";
import { loadStarterList } from "../../platform/pages/load-starter-list.ts";
import { readOpmlFile } from "../../platform/pages/opml-file.ts";
import { requestAccess } from "../../platform/tabs/site-permissions.ts";

const updates = new ViewUpdatesClient({ view: "welcome" });
const deps: WelcomeDeps = {
  send: ask,
  subscribeToStatus: (listener) => updates.on("status", listener),
  subscribeToLiveStatus: (listener) => updates.on("outlets", listener),
  subscribeToToday: (listener) => updates.on("today", listener),
  requestAccess,
  loadStarterList,
  readOpmlFile,
  languages: navigator.languages,
  browser: import.meta.env.FIREFOX ? "firefox" : "chromium",
};
const locale = createLocale(catalogueLanguage(), catalogueText, Date.now);

document.title = `Second Source: ${locale.text("welcomeTitle")}`;
renderView(<WelcomePage deps={deps} />, locale);
