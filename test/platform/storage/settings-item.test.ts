import { beforeEach, describe, expect, test } from "vitest";
import browser from "webextension-polyfill";
import { parseSettings } from "../../../core/settings/settings.ts";
import { settingsItem } from "../../../platform/storage/stored-items.ts";
import fakeBrowser from "../../fake-browser.ts";

const DEFAULTS = parseSettings({});

beforeEach(() => {
  fakeBrowser.reset();
});

describe("settings", () => {
  test("are the defaults when nothing is stored", async () => {
    expect(await settingsItem.read()).toEqual(DEFAULTS);
  });

  test.each([null, "text", 7, [], { sidebar: 7, sitesOff: "a.example", sidebarWidth: -1 }])(
    "are the defaults where storage holds %j",
    async (junk) => {
      await browser.storage.local.set({ settings: junk });
      expect(await settingsItem.read()).toEqual(DEFAULTS);
    },
  );

  test("keep the valid part of what is stored", async () => {
    await browser.storage.local.set({ settings: { sidebar: "tab", sidebarWidth: "wide" } });
    expect(await settingsItem.read()).toEqual({ ...DEFAULTS, sidebar: "tab" });
  });

  test("are changed and returned", async () => {
    const changed = await settingsItem.change((before) => ({ ...before, remoteImages: true }));
    expect(changed).toEqual({ ...DEFAULTS, remoteImages: true });
    expect(await settingsItem.read()).toEqual(changed);
  });

  test("keep all of several concurrent changes", async () => {
    const sites = ["a.example", "b.example", "c.example", "d.example"];
    await Promise.all(
      sites.map((site) =>
        settingsItem.change((before) => ({ ...before, sitesOff: [...before.sitesOff, site] })),
      ),
    );
    expect((await settingsItem.read()).sitesOff).toEqual(sites);
  });

  test("can be changed after a change that failed", async () => {
    const failing = settingsItem.change(() => {
      throw new RangeError("no such width");
    });
    const next = settingsItem.change((before) => ({ ...before, sidebarWidth: 400 }));
    await expect(failing).rejects.toThrow("no such width");
    expect(await next).toEqual({ ...DEFAULTS, sidebarWidth: 400 });
  });
});
