import { beforeEach, describe, expect, test } from "vitest";
import browser from "webextension-polyfill";
import {
  dismissNotice,
  endMemoryNotice,
  readMarker,
  readNotice,
  writeMarker,
  writeNotice,
} from "../../../platform/storage/index-state.ts";
import fakeBrowser from "../../fake-browser.ts";

beforeEach(() => {
  fakeBrowser.reset();
});

describe("the marker of the index", () => {
  test("is missing at first", async () => {
    expect(await readMarker()).toBeUndefined();
  });

  test("is read as it was written", async () => {
    await writeMarker({ generation: "g", extensionVersion: "1.2.3" });
    expect(await readMarker()).toEqual({ generation: "g", extensionVersion: "1.2.3" });
  });

  test.each([null, "g", { generation: "g" }, { generation: 1, extensionVersion: "1" }])(
    "is missing where storage holds %j",
    async (junk) => {
      await browser.storage.local.set({ index: junk });
      expect(await readMarker()).toBeUndefined();
    },
  );
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

  test("is none where storage holds something else", async () => {
    await browser.storage.local.set({ notice: "on fire" });
    expect(await readNotice()).toBeNull();
  });

  test("leaves the marker alone", async () => {
    await writeMarker({ generation: "g", extensionVersion: "1" });
    await writeNotice("rebuilt");
    await dismissNotice();
    expect(await readMarker()).toEqual({ generation: "g", extensionVersion: "1" });
  });

  test("of a lasting state does not come back once it was dismissed", async () => {
    await writeNotice("in-memory");
    await dismissNotice();
    await writeNotice("in-memory");
    expect(await readNotice()).toBeNull();
  });

  test("of an event comes back with the next one", async () => {
    await writeNotice("rebuilt");
    await dismissNotice();
    await writeNotice("rebuilt");
    expect(await readNotice()).toBe("rebuilt");
  });

  test("of memory ends when the browser gives a database again, and may come anew", async () => {
    await writeNotice("in-memory");
    await dismissNotice();
    await endMemoryNotice();
    expect(await readNotice()).toBeNull();
    await writeNotice("in-memory");
    expect(await readNotice()).toBe("in-memory");
  });

  test("of a rebuild stays when the browser gives a database", async () => {
    await writeNotice("rebuilt");
    await endMemoryNotice();
    expect(await readNotice()).toBe("rebuilt");
  });
});
