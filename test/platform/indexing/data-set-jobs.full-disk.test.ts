import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { readRegistry } from "../../../platform/storage/data-set-registry.ts";
import { databaseWith, edition, editionsIn, generationsInDatabase, Machine } from "../workers.ts";

let machine: Machine;
beforeEach(() => {
  vi.restoreAllMocks();
  machine = new Machine();
});

describe("a full disk", () => {
  /** A store that takes so many writes before there is no space left. */
  function fullAfter(writes: number, onWrite?: () => void) {
    let left = writes;
    return databaseWith((store) => ({
      async write(generation, blocks) {
        onWrite?.();
        if (left-- <= 0) throw new DOMException("no space", "QuotaExceededError");
        await store.write(generation, blocks);
      },
    }));
  }

  beforeEach(async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    await machine.import("s1", edition("first"));
  });

  test.each([0, 1])(
    "after %i writes fails the import, and the old state answers",
    async (writes) => {
      const services = machine.start(fullAfter(writes));
      await services.jobs.import(await machine.staged("s2", edition("second")));
      await services.jobs.idle();
      expect(await services.jobs.status()).toEqual({
        name: "Mine",
        kind: "import",
        state: "failed",
        failure: "disk-full",
        done: 0,
        total: 24,
        perSecond: null,
      });
      expect(await editionsIn(services)).toEqual(["first"]);
    },
  );

  test("gets back the space that the import took, and keeps what was read of the files", async () => {
    const services = machine.start(fullAfter(1));
    await services.jobs.import(await machine.staged("s2", edition("second")));
    await services.jobs.idle();
    expect(await generationsInDatabase()).toEqual(["generation 1", "generation 2"]);
    expect(await machine.sources.names()).toEqual(["s1", "s2"]);
  });

  test("is no hindrance to resume once there is space", async () => {
    const before = machine.start(fullAfter(0));
    await before.jobs.import(await machine.staged("s2", edition("second")));
    await before.jobs.idle();
    const services = machine.start();
    await services.jobs.recover();
    expect(await services.jobs.status()).toMatchObject({ state: "failed", failure: "disk-full" });
    await services.jobs.resume();
    await services.jobs.idle();
    expect(await services.jobs.status()).toBeNull();
    expect(await editionsIn(services)).toEqual(["second"]);
  });

  test("fails a rebuild, which is not tried for ever", async () => {
    let builds = 0;
    const services = machine.start(fullAfter(0, () => builds++));
    await services.jobs.rebuild("mine");
    await services.jobs.idle();
    await services.jobs.rebuildStale();
    await services.jobs.idle();
    expect(builds).toBe(1);
    expect((await readRegistry()).added).toMatchObject([{ state: "failed", building: null }]);
    expect(await generationsInDatabase()).toEqual(["generation 1", "generation 2"]);
  });

  test("that cannot even be noted is not tried for ever", async () => {
    const services = machine.start();
    const { added } = await readRegistry();
    await browser.storage.local.set({
      dataSets: { isBundledEnabled: true, added: added.map((one) => ({ ...one, state: "stale" })) },
    });
    let notes = 0;
    vi.spyOn(browser.storage.local, "set").mockImplementation(async () => {
      if (++notes > 10) return;
      throw new DOMException("no space", "QuotaExceededError");
    });
    await services.jobs.rebuildStale();
    await services.jobs.idle();
    // That it begins, and that it came to nothing.
    expect(notes).toBe(2);
  });
});
