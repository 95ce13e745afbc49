import { fileURLToPath, pathToFileURL } from "node:url";
import { defineConfig } from "wxt";
import { bundledData } from "./scripts/build/bundled-data.ts";
import { preactWithoutInnerHtml } from "./scripts/build/preact-without-inner-html.ts";
import { rulesWithoutSources } from "./scripts/build/rules-without-sources.ts";
import { sidebarInFewFiles } from "./scripts/build/sidebar-in-few-files.ts";
import { keepSizeBudgets } from "./scripts/build/size-budget.ts";
import { stylesheetsInOrder } from "./scripts/build/stylesheets-in-order.ts";
import { zipWithoutCodeLoading } from "./scripts/build/zip-without-code-loading.ts";

const name = "Second Source";

/** Tests and screenshots build with a data set of their own, beside the shipped build. */
const data = process.env["SECOND_SOURCE_DATA"] ?? fileURLToPath(new URL("data", import.meta.url));
/** `npm start -- PATH` bundles other articles, in any form that import reads. */
const articles = process.env["SECOND_SOURCE_ARTICLES"];

const hasDisplay =
  process.platform !== "linux" || Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);

export default defineConfig({
  manifestVersion: 3,
  outDir: process.env["SECOND_SOURCE_OUT"] ?? ".output",
  imports: false,
  hooks: {
    ...bundledData(pathToFileURL(`${data}/`), articles),
    "build:done": keepSizeBudgets,
    "vite:build:extendConfig": sidebarInFewFiles,
  },
  webExt: {
    disabled: !hasDisplay,
    binaries: {
      ...(process.env["CHROMIUM_PATH"] && { chrome: process.env["CHROMIUM_PATH"] }),
      ...(process.env["FIREFOX_PATH"] && { firefox: process.env["FIREFOX_PATH"] }),
    },
  },
  vite: () => ({
    // Of what wxt wraps around each script: it would be a fiftieth of the one that is on every page.
    build: { rolldownOptions: { treeshake: { manualPureFunctions: ["logger"] } } },
    plugins: [
      preactWithoutInnerHtml(),
      rulesWithoutSources(),
      zipWithoutCodeLoading(),
      stylesheetsInOrder(),
    ],
  }),
  zip: {
    includeSources: ["**/*", ".npmrc", ".gitignore", ".ci/run"],
    excludeSources: ["docs/figures/**", "artifacts/**"],
  },
  manifest: ({ browser, command }) => ({
    name,
    description: "__MSG_extensionDescription__",
    default_locale: "en",
    permissions: [
      "activeTab",
      "alarms",
      "contextMenus",
      // Chromium's background can start no worker; a page of its own does it for feeds.
      ...(browser === "firefox" ? [] : ["offscreen"]),
      "scripting",
      ...(browser === "firefox" ? [] : ["sidePanel"]),
      "storage",
      "unlimitedStorage",
    ],
    // The browsers' own policies, and no connection without encryption: that holds for each redirect of
    // a feed. The development server is not on https.
    ...(command === "build" && {
      content_security_policy: {
        extension_pages:
          browser === "firefox"
            ? "script-src 'self'; upgrade-insecure-requests; connect-src 'self' https:;"
            : "script-src 'self'; object-src 'self'; connect-src 'self' https:;",
      },
    }),
    // Asked for one by one, when the reader adds a data set: its sites, or all.
    optional_host_permissions: ["*://*/*"],
    icons: { 16: "icon/16.png", 32: "icon/32.png", 48: "icon/48.png", 128: "icon/128.png" },
    action: { default_title: name },
    // Chromium keeps Alt+Shift with A, B, C, I, N, P, R, T, W, X and Z for itself, and gives an extension none of them.
    commands: {
      _execute_action: { suggested_key: { default: "Alt+Shift+S" } },
      "toggle-sidebar": {
        suggested_key: { default: "Alt+Shift+O" },
        description: "__MSG_toggleSidebar__",
      },
      "open-today": {
        suggested_key: { default: "Alt+Shift+D" },
        description: "__MSG_commandToday__",
      },
      // Chrome takes four keys from an extension at most, so these two have none until the user sets some.
      "next-article": { description: "__MSG_commandNext__" },
      "previous-article": { description: "__MSG_commandPrevious__" },
    },
    web_accessible_resources: [
      { resources: ["sidebar.html"], matches: ["<all_urls>"], use_dynamic_url: true },
    ],
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "second-source@second-source.example",
              strict_min_version: "147.0",
              data_collection_permissions: { required: ["none"] },
            },
            gecko_android: { strict_min_version: "147.0" },
          },
        }
      : { minimum_chrome_version: "130" }),
  }),
});
