import puppeteer, { type Page } from "puppeteer-core";
import { BROWSER_START, WAIT } from "../timeouts.ts";
import type { DrivenBrowser, StartOptions, View } from "./driven-browser.ts";
import { closePages, describePages, findPage, INTRODUCTION, openPage } from "./pages.ts";
import { viewIn } from "./view.ts";
import { waitFor } from "./wait-for.ts";

/** As in `wxt.config.ts`. */
const EXTENSION_ID = "second-source@second-source.example";
/** Firefox gives each profile a random one; the tests need to know it. */
const UUID = "6f6a4b9e-6d0c-4b8e-9c4e-0d2f0f3a1b11";
/** The preference that says so, and its value. */
const UUIDS = "extensions.webextensions.uuids";
/** What Firefox calls the extension's side panel. */
const SIDE_PANEL = "second-source_second-source_example-sidebar-action";
const ORIGINS = JSON.stringify({ [EXTENSION_ID]: UUID });

/**
 * The parts of WebDriver BiDi that Puppeteer does not offer: navigation that does not wait (a page
 * of an extension never tells when it is loaded), and Firefox's own windows (`moz:scope`), which
 * `--remote-allow-system-access` opens, for the toolbar button and the background page.
 */
interface Bidi {
  send(method: string, params: unknown): Promise<{ result: unknown }>;
}

/** Starts Firefox with the extension, over WebDriver BiDi. */
export async function startFirefox(options: StartOptions): Promise<DrivenBrowser> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: options.program,
    timeout: BROWSER_START,
    protocolTimeout: BROWSER_START,
    headless: options.headless,
    acceptInsecureCerts: options.proxyPort !== null,
    defaultViewport: options.headless ? { width: 1280, height: 800 } : null,
    ...(options.profile !== undefined && { userDataDir: options.profile }),
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      ...(options.proxyPort !== null && {
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": options.proxyPort,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": options.proxyPort,
      }),
      // Otherwise Firefox ignores clicks on a prompt for half a second, in case they were meant for something else.
      "security.notification_enable_delay": 0,
      [UUIDS]: ORIGINS,
      ...(options.backgroundIdleTimeout !== undefined && {
        "extensions.background.idle.timeout": options.backgroundIdleTimeout,
      }),
      ...(options.keepsNoHistory === true && { "browser.privatebrowsing.autostart": true }),
      // Firefox's own traffic, as far as preferences turn it off.
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      "services.settings.server": "data:,#remote-settings-dummy/v1",
    },
  });
  const extensionOrigin = `moz-extension://${UUID}`;
  const { connection } = browser as unknown as { connection: Bidi };

  const inFirefox = async (body: string): Promise<unknown> => {
    const tree = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
    const [window] = (tree.result as { contexts: { context: string }[] }).contexts;
    const answer = await connection.send("script.evaluate", {
      expression: `(async () => { ${body} })()`,
      target: { context: window?.context },
      awaitPromise: true,
    });
    const { type, result, exceptionDetails } = answer.result as {
      type: string;
      result?: { value?: unknown };
      exceptionDetails?: { text: string };
    };
    if (type !== "success") throw new Error(`in Firefox: ${exceptionDetails?.text}`);
    return result?.value;
  };

  if (options.keepsIntroduction !== true)
    // Closes each introduction that opens by itself, so that suites find no page of the extension.
    await inFirefox(`
      gBrowser.addTabsProgressListener({
        onLocationChange(shown, _progress, _request, { spec }) {
          if (spec.endsWith(${JSON.stringify(INTRODUCTION)}))
            setTimeout(() => gBrowser.removeTab(gBrowser.getTabForBrowser(shown)));
        },
      });
    `);
  await browser.installExtension(options.extension);

  if (options.keepsNoHistory === true)
    // What a user allows in the add-on manager: without it no window has the extension.
    await inFirefox(`
      const { ExtensionPermissions } = ChromeUtils.importESModule(
        "resource://gre/modules/ExtensionPermissions.sys.mjs");
      const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
      const permissions = ["internal:privateBrowsingAllowed"];
      await ExtensionPermissions.add(${JSON.stringify(EXTENSION_ID)}, { permissions, origins: [] });
      await (await AddonManager.getAddonByID(${JSON.stringify(EXTENSION_ID)})).reload();
    `);

  const newPage = () => openPage(browser);
  const openExtensionPage = async (path: string): Promise<{ page: Page; view: View }> => {
    const page = await newPage();
    const context = (page.mainFrame() as unknown as { _id: string })._id;
    await connection.send("browsingContext.navigate", {
      context,
      url: `${extensionOrigin}/${path}`,
      wait: "none",
    });
    await waitFor(`${path} to load`, async () =>
      (await page.evaluate(
        (origin) => location.href.startsWith(origin) && document.readyState === "complete",
        extensionOrigin,
      ))
        ? true
        : null,
    );
    return { page, view: viewIn(page) };
  };
  /** An extension page behind the others, through which popups and the side panel can be reached. */
  let helper: Promise<{ page: Page }> | null = null;
  const viewOf = async (type: "popup" | "sidebar") => {
    helper ??= openExtensionPage("options.html");
    const { page: through } = await helper;
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
    extensionOrigin,
    newPage,
    async sidebar(page) {
      // Firefox's frame reports `about:blank` for its address, so each is asked itself.
      for (const frame of page.frames().slice(1)) {
        const origin = await frame.evaluate(() => location.origin).catch(() => "");
        if (origin === extensionOrigin) return viewIn(frame);
      }
      return null;
    },
    async openPopup(page) {
      helper ??= openExtensionPage("options.html");
      await helper;
      await page.bringToFront();
      await inFirefox(`
        const { CustomizableUI } = ChromeUtils.importESModule(
          "moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs");
        const id = "second-source_second-source_example-browser-action";
        CustomizableUI.addWidgetToArea(id, "nav-bar");
        for (const panel of document.querySelectorAll("panel")) if (panel.state === "open") panel.hidePopup();
        await new Promise((resolve) => setTimeout(resolve, 100));
        document.getElementById(id).querySelector(".unified-extensions-item-action-button").click();
      `);
      return viewOf("popup");
    },
    async pressShortcut(_command, keys) {
      const [key = "", ...modifiers] = keys.split("+").reverse();
      await inFirefox(`
        const keyboard = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
        if (!keyboard.beginInputTransactionForTests(window)) throw new Error("no keyboard");
        const modifiers = ${JSON.stringify(modifiers)}.map((key) => new KeyboardEvent("", { key }));
        const key = ${JSON.stringify(key)};
        const event = new KeyboardEvent("", { key, code: "Key" + key, keyCode: key.charCodeAt(0) });
        for (const modifier of modifiers) keyboard.keydown(modifier);
        keyboard.keydown(event);
        keyboard.keyup(event);
        for (const modifier of modifiers) keyboard.keyup(modifier);
      `);
    },
    async chooseInLinkMenu(page, selector) {
      helper ??= openExtensionPage("options.html");
      await helper;
      await page.bringToFront();
      await page.click(selector, { button: "right" });
      await inFirefox(`
        const menu = document.getElementById("contentAreaContextMenu");
        const entry = () => menu.querySelector('[label="Who else has this story?"]:not([hidden])');
        for (const start = Date.now(); menu.state !== "open" || entry() === null; ) {
          if (Date.now() - start > ${WAIT}) throw new Error("no entry in the menu");
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        menu.activateItem(entry());
      `);
    },
    async openSidePanel() {
      helper ??= openExtensionPage("options.html");
      await helper;
      await inFirefox(`await SidebarController.show(${JSON.stringify(SIDE_PANEL)})`);
      return viewOf("sidebar");
    },
    openedSidePanel: () => viewOf("sidebar"),
    async closeSidePanel() {
      await inFirefox("SidebarController.hide()");
    },
    openExtensionPage,
    async openedPage(ending) {
      const page = await findPage(browser, ending);
      return { page, view: viewIn(page) };
    },
    describe: () => describePages(browser),
    async answerPermissionPrompt(allow) {
      await inFirefox(`
        const id = "addon-webext-permissions-notification";
        const answer = ${JSON.stringify(allow ? "button" : "secondaryButton")};
        let isAnswered = false;
        for (const start = Date.now(); ; await new Promise((resolve) => setTimeout(resolve, 100))) {
          const question = document.getElementById(id);
          // A click on a question that is still opening may be ignored: it is made again until the question is gone.
          if (question !== null && PopupNotifications.isPanelOpen) {
            question[answer].click();
            isAnswered = true;
          } else if (isAnswered) return;
          if (Date.now() - start > ${WAIT}) throw new Error("no question for a permission came");
        }
      `);
    },
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
