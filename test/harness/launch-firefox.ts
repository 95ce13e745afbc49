import puppeteer, { type Browser } from "puppeteer-core";
import { BROWSER_START } from "../timeouts.ts";
import type { StartOptions } from "./driven-browser.ts";

/** As in `wxt.config.ts`. */
export const EXTENSION_ID = "second-source@second-source.example";
/** Firefox gives each profile a random one; the tests need to know it. */
export const EXTENSION_UUID = "6f6a4b9e-6d0c-4b8e-9c4e-0d2f0f3a1b11";
/** The preference that sets it, and its value. */
export const UUIDS = "extensions.webextensions.uuids";
export const ORIGINS = JSON.stringify({ [EXTENSION_ID]: EXTENSION_UUID });

/** Starts Firefox without the extension. */
export function launchFirefox(options: StartOptions): Promise<Browser> {
  return puppeteer.launch({
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
}
