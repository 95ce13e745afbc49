import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { dismissNotice, readNotice } from "../../../platform/storage/notices.ts";
import { openIndexedDbStore } from "../../../platform/store/block-store.ts";
import { BUNDLED_PAGE, Machine, titleAt } from "../workers.ts";

let machine: Machine;
beforeEach(() => {
  vi.restoreAllMocks();
  machine = new Machine();
});

const TITLE = `Story at ${BUNDLED_PAGE}`;

test("concurrent calls open the store once", async () => {
  let opened = 0;
  const services = machine.start({
    openStore: () => {
      opened++;
      return openIndexedDbStore();
    },
  });
  await Promise.all([
    services.bundled.open(),
    titleAt(services, BUNDLED_PAGE),
    services.jobs.schedule(),
  ]);
  expect(opened).toBe(1);
});

describe("a browser that refuses a database", () => {
  const refused = {
    openStore: () => Promise.reject(new DOMException("no history", "InvalidStateError")),
  };

  test("is served from memory, with a notice", async () => {
    const services = machine.start(refused);
    expect(await titleAt(services, BUNDLED_PAGE)).toBe(TITLE);
    expect(await readNotice()).toBe("in-memory");
  });

  test("gets no notice of a loss at each start, nor of memory once that was dismissed", async () => {
    await titleAt(machine.start(refused), BUNDLED_PAGE);
    await dismissNotice();
    const services = machine.start(refused);
    expect(await titleAt(services, BUNDLED_PAGE)).toBe(TITLE);
    expect(await readNotice()).toBeNull();
  });

  test("whose notice could not be stored still has its store with the next call", async () => {
    vi.spyOn(browser.storage.local, "set").mockRejectedValueOnce(new Error("storage is full too"));
    const services = machine.start(refused);
    await expect(titleAt(services, BUNDLED_PAGE)).rejects.toThrow("storage is full too");
    expect(await titleAt(services, BUNDLED_PAGE)).toBe(TITLE);
  });
});
