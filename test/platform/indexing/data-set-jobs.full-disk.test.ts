import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  answeringNow,
  changeRow,
  databaseWith,
  edition,
  editionsIn,
  generationsInDatabase,
  Machine,
} from "../workers.ts";

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

  test("frees the space that the import took, and keeps the staged source", async () => {
    const services = machine.start(fullAfter(1));
    await services.jobs.import(await machine.staged("s2", edition("second")));
    await services.jobs.idle();
    expect(await generationsInDatabase()).toEqual(["generation 1"]);
    expect(await machine.sources.names()).toEqual(["s1", "s2"]);
  });

  test("allows to resume once there is space", async () => {
    const before = machine.start(fullAfter(0));
    await before.jobs.import(await machine.staged("s2", edition("second")));
    await before.jobs.idle();
    const services = machine.start();
    await services.jobs.schedule();
    expect(await services.jobs.status()).toMatchObject({ state: "failed", failure: "disk-full" });
    await services.jobs.resume();
    await services.jobs.idle();
    expect(await services.jobs.status()).toBeNull();
    expect(await editionsIn(services)).toEqual(["second"]);
  });

  test("fails a rebuild, which is not retried forever", async () => {
    let builds = 0;
    const services = machine.start(fullAfter(0, () => builds++));
    await services.jobs.rebuild("mine");
    await services.jobs.idle();
    await services.jobs.schedule();
    await services.jobs.idle();
    expect(builds).toBe(1);
    expect(await answeringNow()).toEqual([["s1", "failed"]]);
    expect(await generationsInDatabase()).toEqual(["generation 1"]);
  });

  test("that cannot even be stored is not retried forever", async () => {
    await changeRow("mine", "segment", { isDamaged: true });
    let changes = 0;
    const services = machine.start(
      databaseWith((store) => ({
        async change(change) {
          if (++changes > 30) return store.change(change);
          throw new DOMException("no space", "QuotaExceededError");
        },
      })),
    );
    await services.ledger.store();
    // What waits between two tries need not be waited for here.
    const later = setImmediate as unknown as typeof setTimeout;
    vi.spyOn(globalThis, "setTimeout").mockImplementation((run) => later(run));
    for (let i = 0; i < 2; i++) {
      await services.jobs.schedule();
      await services.jobs.idle();
    }
    // One write that it begins, and eleven tries to store that it failed.
    expect(changes).toBe(12);
  });
});
