import "../../components/kit/kit.css";
import "../../components/options/options.css";
import browser from "webextension-polyfill";
import { createLocale } from "../../components/kit/locale.ts";
import { renderView } from "../../components/kit/render-view.tsx";
import { OptionsPage } from "../../components/options/OptionsPage.tsx";
import type { OptionsDeps } from "../../components/options/use-options.ts";
import { filesOfDrop, filesOfPicker } from "../../platform/data-worker/chosen-files.ts";
import * as dataWorker from "../../platform/data-worker/data-worker-client.ts";
import { ask } from "../../platform/messages/message-client.ts";
import { ViewUpdatesClient } from "../../platform/messages/view-updates-client.ts";
import { manifestInHash } from "../../platform/pages/add-published-page.ts";
import { catalogueLanguage, catalogueText } from "../../platform/pages/catalogue.ts";
import { download } from "../../platform/pages/download.ts";
import { loadStarterList } from "../../platform/pages/load-starter-list.ts";
import { readOpmlFile } from "../../platform/pages/opml-file.ts";
import { openShortcutSettings, readShortcuts } from "../../platform/pages/shortcuts.ts";
import { requestAccess } from "../../platform/tabs/site-permissions.ts";

const updates = new ViewUpdatesClient({ view: "options" });
const deps: OptionsDeps = {
  send: ask,
  subscribeToStatus: (listener) => updates.on("status", listener),
  subscribeToLiveStatus: (listener) => updates.on("outlets", listener),
  subscribeToPublished: (listener) => updates.on("published", listener),
  subscribeToCorrections: (listener) => updates.on("corrections", listener),
  ...dataWorker,
  filesOfPicker,
  filesOfDrop,
  requestAccess,
  download,
  readOpmlFile,
  readShortcuts,
  openShortcutSettings,
  loadStarterList,
  languages: navigator.languages,
  manifestToAdd: manifestInHash(location.hash),
  newSourceName: () => crypto.randomUUID(),
  clock: () => performance.now(),
  now: () => Date.now(),
  version: browser.runtime.getManifest().version,
};
const locale = createLocale(catalogueLanguage(), catalogueText, Date.now);

document.title = locale.text("optionsTitle");
// Sources whose import the user never confirmed, because the page was closed or reloaded.
void ask({ type: "sources.sweep" });
renderView(<OptionsPage deps={deps} />, locale);
