import type { Browser, Page } from "puppeteer-core";
import {
  answerPermissionPrompt,
  chooseInMenu,
  clickToolbarButton,
  pressKeys,
} from "./act-in-firefox.ts";
import type { DrivenBrowser, StartOptions, View } from "./driven-browser.ts";
import { EXTENSION_ID, EXTENSION_UUID, launchFirefox, ORIGINS, UUIDS } from "./launch-firefox.ts";
import {
  closePages,
  describePages,
  findPage,
  INTRODUCTION,
  openedMeanwhile,
  openPage,
} from "./pages.ts";
import { type InFirefox, scriptFirefox, startNavigation } from "./script-firefox.ts";
import { viewIn } from "./view.ts";
import { waitFor } from "./wait-for.ts";

/** What Firefox calls the extension's side panel. */
const SIDE_PANEL = "second-source_second-source_example-sidebar-action";
/** How long a popup may take to open before it counts as closed again, and how long it must be open, ms. */
const POPUP_OPENS_WITHIN = 5000;
const POPUP_STAYS = 300;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const ORIGIN = `moz-extension://${EXTENSION_UUID}`;

/** Starts Firefox with the extension, over WebDriver BiDi. */
export async function startFirefox(options: StartOptions): Promise<DrivenBrowser> {
  const browser = await launchFirefox(options);
  const inFirefox = scriptFirefox(browser);
  if (options.keepsIntroduction !== true) await closeIntroductions(inFirefox);
  await browser.installExtension(options.extension);
  if (options.keepsNoHistory === true || options.allowsPrivateWindows === true)
    await allowInPrivateWindows(inFirefox);
  /** An extension page behind the others, through which popups and the side panel can be reached. */
  let helper: Promise<{ page: Page }> | null = null;
  const openHelper = async (): Promise<Page> => {
    helper ??= openExtensionPage(browser, "options.html");
    return (await helper).page;
  };
  const viewOf = async (type: "popup" | "sidebar") => {
    const through = await openHelper();
    const view = `browser.extension.getViews({ type: "${type}" })[0]`;
    await waitFor(`the ${type}`, async () =>
      (await through.evaluate(`${view}?.document.readyState === "complete"`)) ? true : null,
    );
    return viewIn(through, `${view}.document`);
  };
  const closed = new Promise<void>((resolve) => browser.once("disconnected", () => resolve()));
  return {
    name: "firefox",
    closed,
    extensionOrigin: ORIGIN,
    newPage: () => openPage(browser),
    openPrivateWindow: () =>
      openedMeanwhile(browser, () =>
        inFirefox(`
          const opened = OpenBrowserWindow({ private: true });
          await new Promise((resolve) => opened.addEventListener("load", resolve, { once: true }));
        `),
      ),
    async sidebar(page) {
      // Firefox's frame reports `about:blank` for its address, so each is asked itself.
      for (const frame of page.frames().slice(1)) {
        const origin = await frame.evaluate(() => location.origin).catch(() => "");
        if (origin === ORIGIN) return viewIn(frame);
      }
      return null;
    },
    async openPopup(page) {
      await openHelper();
      await page.bringToFront();
      const through = await openHelper();
      const isOpen = () =>
        through.evaluate('browser.extension.getViews({ type: "popup" }).length > 0');
      // Firefox closes a popup whose window loses the focus for a moment: then the button is clicked again.
      await waitFor("a popup that stays", async () => {
        await clickToolbarButton(inFirefox);
        for (let wait = 0; wait < POPUP_OPENS_WITHIN && !(await isOpen()); wait += 100)
          await pause(100);
        await pause(POPUP_STAYS);
        return (await isOpen()) ? true : null;
      });
      return viewOf("popup");
    },
    pressShortcut: (_command, keys) => pressKeys(inFirefox, keys),
    async chooseInLinkMenu(page, selector) {
      await openHelper();
      await page.bringToFront();
      await page.click(selector, { button: "right" });
      await chooseInMenu(inFirefox);
    },
    async openSidePanel() {
      await openHelper();
      await inFirefox(`await SidebarController.show(${JSON.stringify(SIDE_PANEL)})`);
      return viewOf("sidebar");
    },
    openedSidePanel: () => viewOf("sidebar"),
    async closeSidePanel() {
      await inFirefox("SidebarController.hide()");
    },
    openExtensionPage: (path) => openExtensionPage(browser, path),
    async openedPage(ending) {
      const page = await findPage(browser, ending);
      return { page, view: viewIn(page) };
    },
    describe: () => describePages(browser),
    answerPermissionPrompt: (allow) => answerPermissionPrompt(inFirefox, allow),
    async stopBackground() {
      await inFirefox(`
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(EXTENSION_ID)});
        await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      `);
    },
    async reinstall(extension) {
      helper = null;
      await closePages(browser);
      await browser.uninstallExtension(EXTENSION_ID);
      // With the extension Firefox forgets the origin that it was given.
      await inFirefox(
        `Services.prefs.setStringPref(${JSON.stringify(UUIDS)}, ${JSON.stringify(ORIGINS)})`,
      );
      await browser.installExtension(extension);
    },
    close: () => browser.close(),
    async kill() {
      browser.process()?.kill("SIGKILL");
      await closed;
    },
  };
}

/** Closes each introduction that opens by itself, so that suites find no page of the extension. */
async function closeIntroductions(inFirefox: InFirefox): Promise<void> {
  await inFirefox(`
    gBrowser.addTabsProgressListener({
      onLocationChange(shown, _progress, _request, { spec }) {
        if (spec.endsWith(${JSON.stringify(INTRODUCTION)}))
          setTimeout(() => gBrowser.removeTab(gBrowser.getTabForBrowser(shown)));
      },
    });
  `);
}

/** Sets what a user allows in the add-on manager: without it no window has the extension. */
async function allowInPrivateWindows(inFirefox: InFirefox): Promise<void> {
  await inFirefox(`
    const { ExtensionPermissions } = ChromeUtils.importESModule(
      "resource://gre/modules/ExtensionPermissions.sys.mjs");
    const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
    const permissions = ["internal:privateBrowsingAllowed"];
    await ExtensionPermissions.add(${JSON.stringify(EXTENSION_ID)}, { permissions, origins: [] });
    await (await AddonManager.getAddonByID(${JSON.stringify(EXTENSION_ID)})).reload();
  `);
}

async function openExtensionPage(
  browser: Browser,
  path: string,
): Promise<{ page: Page; view: View }> {
  const page = await openPage(browser);
  await startNavigation(browser, page, `${ORIGIN}/${path}`);
  await waitFor(`${path} to load`, async () =>
    (await page.evaluate(
      (origin) => location.href.startsWith(origin) && document.readyState === "complete",
      ORIGIN,
    ))
      ? true
      : null,
  );
  return { page, view: viewIn(page) };
}
