import { beforeEach, describe, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import {
  isRegistrationPending,
  registerOverlay,
  sendToTab,
  sendToTabs,
  sitePattern,
  startInOpenTabs,
} from "../../../platform/tabs/overlay-registration.ts";

import fakeBrowser from "../../fake-browser.ts";
import { installScripting } from "../fake-scripting.ts";

const A = "*://*.a.example/*";
const B = "*://*.b.example/*";

let scripting: ReturnType<typeof installScripting>;
beforeEach(() => {
  fakeBrowser.reset();
  scripting = installScripting();
});

describe("the content script", () => {
  test("is registered for the sites of the data, across sessions", async () => {
    await registerOverlay([A, B], []);
    expect(scripting.registered).toEqual([
      {
        id: "overlay",
        js: ["/overlay.js"],
        matches: [A, B],
        excludeMatches: [],
        runAt: "document_idle",
        persistAcrossSessions: true,
      },
    ]);
  });

  test("is left as it is when nothing has changed", async () => {
    await registerOverlay([A, B], ["b.example"]);
    const before = scripting.registered[0];
    await registerOverlay([B, A], ["b.example"]);
    expect(scripting.registered[0]).toBe(before);
  });

  test.each([
    ["another site", [A, B, "*://*.c.example/*"], []],
    ["one site less", [A], []],
    ["as many other sites", [A, "*://*.c.example/*"], []],
  ])("is registered again for %s", async (_, patterns, sitesOff) => {
    await registerOverlay([A, B], []);
    await registerOverlay(patterns, sitesOff);
    expect(scripting.registered[0]?.matches).toEqual(patterns);
  });

  test("does not run on a site that is switched off, under any of its patterns", async () => {
    await registerOverlay([A, B, "*://amp.b.example/*"], ["b.example"]);
    expect(scripting.registered[0]?.matches).toEqual([A, "*://amp.b.example/*"]);
    expect(scripting.registered[0]?.excludeMatches).toEqual([B]);
  });

  test("does not run on any domain of an outlet whose site is switched off", async () => {
    const [com, uk] = ["*://*.bbc.com/*", "*://*.bbc.co.uk/*"];
    await registerOverlay([A, com, uk], ["bbc.com"]);
    expect(scripting.registered[0]?.matches).toEqual([A]);
    expect(scripting.registered[0]?.excludeMatches).toEqual([com, uk]);
  });

  test("runs again on a site that is switched on again", async () => {
    await registerOverlay([A, B], ["b.example"]);
    await registerOverlay([A, B], []);
    expect(scripting.registered[0]?.matches).toEqual([A, B]);
    expect(scripting.registered[0]?.excludeMatches).toEqual([]);
  });

  test("is not registered when every site is switched off", async () => {
    await registerOverlay([A], []);
    await registerOverlay([A], ["a.example"]);
    expect(scripting.registered).toEqual([]);
  });

  test("ends up as the last of concurrent registrations says", async () => {
    await registerOverlay([A, B], []);
    await Promise.all([
      registerOverlay([A, B], ["a.example"]),
      registerOverlay([A, B], ["b.example"]),
      registerOverlay([A], []),
    ]);
    expect(scripting.registered[0]?.matches).toEqual([A]);
  });

  test("is registered after a registration that the browser refused", async () => {
    vi.spyOn(scripting, "getRegisteredContentScripts").mockRejectedValueOnce(new Error("not now"));
    await expect(registerOverlay([A], [])).rejects.toThrow("not now");
    await registerOverlay([A], []);
    expect(scripting.registered[0]?.matches).toEqual([A]);
  });
});

describe("a registration that was begun", () => {
  test("is pending until the browser has accepted it", async () => {
    let whileRegistering: boolean | null = null;
    vi.spyOn(scripting, "getRegisteredContentScripts").mockImplementation(async () => {
      whileRegistering = await isRegistrationPending();
      return [];
    });
    expect(await isRegistrationPending()).toBe(false);
    await registerOverlay([A], []);
    expect(whileRegistering).toBe(true);
    expect(await isRegistrationPending()).toBe(false);
  });

  test("stays pending when it was interrupted, until another one is complete", async () => {
    vi.spyOn(scripting, "getRegisteredContentScripts").mockRejectedValueOnce(new Error("killed"));
    await registerOverlay([A], []).catch(() => undefined);
    expect(await isRegistrationPending()).toBe(true);
    await registerOverlay([A], []);
    expect(await isRegistrationPending()).toBe(false);
  });
});

test("the pattern of a site covers its subdomains, http and https", () => {
  expect(sitePattern("a.example")).toBe("*://*.a.example/*");
});

describe("open tabs", () => {
  beforeEach(() => {
    // Stands in for the browser's own matching of addresses.
    vi.spyOn(browser.tabs, "query").mockImplementation(async ({ url }) =>
      [12, 13, undefined, 14].map((id) => ({
        ...(id !== undefined && { id }),
        url: String(url),
        index: 0,
        active: false,
        highlighted: false,
        pinned: false,
        incognito: false,
      })),
    );
  });

  test("get the content script, also after a tab that cannot run it", async () => {
    scripting.executeScript.mockImplementation(async ({ target }) => {
      if (target.tabId === 13) throw new Error("Cannot access contents of the page");
      return [];
    });
    await startInOpenTabs([A, B]);
    expect(browser.tabs.query).toHaveBeenCalledWith({ url: [A, B] });
    expect(scripting.executeScript.mock.calls).toEqual(
      [12, 13, 14].map((tabId) => [{ target: { tabId }, files: ["/overlay.js"] }]),
    );
  });

  test("are notified in their top frame only; tabs without the content script are skipped", async () => {
    const send = vi.spyOn(browser.tabs, "sendMessage").mockImplementation(async (tab) => {
      if (tab === 13) throw new Error("Receiving end does not exist.");
    });
    await sendToTabs([A], { type: "overlay.refresh" });
    expect(send.mock.calls).toEqual(
      [12, 13, 14].map((tab) => [tab, { type: "overlay.refresh" }, { frameId: 0 }]),
    );
  });

  test("tell whether the content script runs", async () => {
    vi.spyOn(browser.tabs, "sendMessage").mockImplementation(async (tab) => {
      if (tab === 13) throw new Error("Receiving end does not exist.");
    });
    expect(await sendToTab(12, { type: "overlay.show" })).toBe(true);
    expect(await sendToTab(13, { type: "overlay.show" })).toBe(false);
  });
});
