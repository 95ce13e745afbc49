import { beforeEach, describe, expect, test } from "vitest";
import browser from "webextension-polyfill";
import {
  areListsReadable,
  dismissNotice,
  endMemoryNotice,
  readNotice,
  readOptionsNotice,
  writeNotice,
} from "../../../platform/storage/notices.ts";
import fakeBrowser from "../../fake-browser.ts";

beforeEach(() => {
  fakeBrowser.reset();
});

describe("the notice", () => {
  test("is none at first", async () => {
    expect(await readNotice()).toBeNull();
  });

  test.each(["rebuilt", "in-memory"] as const)(
    "stays until it is dismissed: %s",
    async (notice) => {
      await writeNotice(notice);
      expect(await readNotice()).toBe(notice);
      await dismissNotice();
      expect(await readNotice()).toBeNull();
    },
  );

  test("is none when the stored value is invalid", async () => {
    await browser.storage.local.set({ notice: "on fire" });
    expect(await readNotice()).toBeNull();
  });

  test("of a lasting state does not reappear once it was dismissed", async () => {
    await writeNotice("in-memory");
    await dismissNotice();
    await writeNotice("in-memory");
    expect(await readNotice()).toBeNull();
  });

  test("of an event reappears with the next one", async () => {
    await writeNotice("rebuilt");
    await dismissNotice();
    await writeNotice("rebuilt");
    expect(await readNotice()).toBe("rebuilt");
  });

  test("of memory ends when the browser has a database again, and may reappear", async () => {
    await writeNotice("in-memory");
    await dismissNotice();
    await endMemoryNotice();
    expect(await readNotice()).toBeNull();
    await writeNotice("in-memory");
    expect(await readNotice()).toBe("in-memory");
  });

  test("of a rebuild stays when the browser has a database", async () => {
    await writeNotice("rebuilt");
    await endMemoryNotice();
    expect(await readNotice()).toBe("rebuilt");
  });
});

describe("lists of which something cannot be read", () => {
  test.each([
    ["data sets, an entry", { dataSets: { isBundledEnabled: true, added: [{ id: 1 }] } }],
    ["data sets, as a whole", { dataSets: "text" }],
    ["outlets, an entry", { outlets: [{ name: "Outlet", every: "now and then" }] }],
    ["outlets, as a whole", { outlets: { newer: [] } }],
    ["data sets that were set aside", { "dataSets.unreadable": ["text"] }],
  ])("are reported in the options, until that is dismissed: %s", async (_, stored) => {
    await browser.storage.local.set(stored);
    expect(await areListsReadable()).toBe(false);
    expect(await readOptionsNotice()).toBe("unreadable");
    expect(await readNotice()).toBeNull();
    await dismissNotice();
    expect(await readOptionsNotice()).toBeNull();
    expect(await areListsReadable()).toBe(false);
  });

  test("are reported after an event", async () => {
    await browser.storage.local.set({ dataSets: "text" });
    await writeNotice("rebuilt");
    expect(await readOptionsNotice()).toBe("rebuilt");
    await dismissNotice();
    expect(await readOptionsNotice()).toBe("unreadable");
  });

  test("are none at first", async () => {
    expect(await readOptionsNotice()).toBeNull();
    expect(await areListsReadable()).toBe(true);
  });
});
