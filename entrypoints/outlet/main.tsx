import "../../components/kit/kit.css";
import "../../components/outlet/outlet.css";
import { createLocale } from "../../components/kit/locale.ts";
import { renderView } from "../../components/kit/render-view.tsx";
import { OutletPage } from "../../components/outlet/OutletPage.tsx";
import { ask } from "../../platform/messages/message-client.ts";
import { catalogueLanguage, catalogueText } from "../../platform/pages/catalogue.ts";
import { loadStarterList } from "../../platform/pages/load-starter-list.ts";
import { shownOutlet } from "../../platform/tabs/outlet-page.ts";

const locale = createLocale(catalogueLanguage(), catalogueText, Date.now);
const deps = { send: ask, loadStarterList };

document.title = locale.text("outletProfile");
renderView(<OutletPage domain={shownOutlet(location.search)} deps={deps} />, locale);
