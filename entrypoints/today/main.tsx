import "../../components/kit/kit.css";
import "../../components/today/today-page.css";
import { createLocale } from "../../components/kit/locale.ts";
import { renderView } from "../../components/kit/render-view.tsx";
import { TodayView } from "../../components/today/TodayView.tsx";
import { ViewUpdatesClient } from "../../platform/messages/view-updates-client.ts";
import { catalogueLanguage, catalogueText } from "../../platform/pages/catalogue.ts";
import { todayDeps } from "../../platform/pages/today-deps.ts";

const deps = todayDeps(new ViewUpdatesClient({ view: "today" }));
const locale = createLocale(catalogueLanguage(), catalogueText, Date.now);

document.title = locale.text("todayTitle");
renderView(
  <main>
    <TodayView deps={deps} />
  </main>,
  locale,
);
