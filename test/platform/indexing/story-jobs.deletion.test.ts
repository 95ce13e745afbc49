import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { purgeRemoved } from "../../../platform/background/purge-removed.ts";
import type { Services } from "../../../platform/background/services.ts";
import { recoverAtStart } from "../../../platform/background/start-up.ts";
import { changeDataSet, readDataSets } from "../../../platform/storage/data-sets.ts";
import { requestsTo } from "../requests.ts";
import { dropRows, NOW, segmentsInDatabase } from "../workers.ts";
import { expectNothingLeft, isBuilding, StoryMachine } from "./story-machine.ts";
import { headlines, storyAt } from "./story-workers.ts";

let machine: StoryMachine;
beforeEach(() => {
  vi.restoreAllMocks();
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: NOW });
  const request = async (_name: string, _options: unknown, run: () => unknown) => run();
  vi.stubGlobal("navigator", { locks: { request } });
  machine = new StoryMachine();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a data set that is deleted", () => {
  let id: string;
  let services: Services;
  beforeEach(async () => {
    await machine.sources.stage("s1", headlines("mine"));
    services = machine.start();
    id = await requestsTo(services).importAs("s1");
  });

  /** Lets the half minute pass in which it can be restored, until the alarm goes off. */
  const purged = async () => {
    vi.setSystemTime(NOW + 31_000);
    await purgeRemoved(services, Date.now());
    expect(await readDataSets()).toEqual([]);
  };

  test("loses its stories when it is finally deleted", async () => {
    services.stories.start();
    await services.stories.idle();
    await requestsTo(services).delete(id);
    await purged();
    expect(await segmentsInDatabase()).toEqual([]);
    await expectNothingLeft();
  });

  test("has its stories again when it is restored", async () => {
    services.stories.start();
    await services.stories.idle();
    await requestsTo(services).delete(id);
    expect(await storyAt(services)).toBe("none");
    await requestsTo(services).restore(id);
    expect((await storyAt(services)).length).toBe(3);
    expect(machine.built.length).toBe(1);
  });

  test("before its stories were built has them built when it is restored", async () => {
    await requestsTo(services).delete(id);
    services.stories.start();
    await services.stories.idle();
    expect(machine.built).toEqual([]);
    await requestsTo(services).restore(id);
    await services.stories.idle();
    expect(machine.built).toEqual([`${id}/stories`]);
  });

  test("while its stories are built leaves nothing of them", async () => {
    const held = machine.held((services) => isBuilding(services, id, "s1"));
    services = held.services;
    services.stories.start();
    await held.reached;
    const deleting = requestsTo(services).delete(id);
    await vi.advanceTimersByTimeAsync(0);
    held.release();
    await deleting;
    await services.stories.idle();
    expect(machine.built).toEqual([]);
    await expectNothingLeft();
  });

  test("just before a build of its stories leaves nothing of them either", async () => {
    const looking = Promise.withResolvers<void>();
    const goOnLooking = Promise.withResolvers<void>();
    const store = await services.ledger.store();
    services.stories.start();
    await services.stories.idle();
    await dropRows(({ owner, part }) => owner === id && part === "stories");
    let isLookHeld = false;
    const held = machine.held((services) => isBuilding(services, id, "s1"), {
      async openStore() {
        return {
          ...store,
          async rows() {
            if (isLookHeld) {
              looking.resolve();
              await goOnLooking.promise;
            }
            return store.rows();
          },
        };
      },
    });
    services = held.services;
    isLookHeld = true;
    services.stories.start();
    await looking.promise;
    // The list of data sets has been read by now: what follows comes too late for the look.
    await services.stories.cancel(id);
    await changeDataSet(id, (dataSet) => ({ ...dataSet, removedAt: NOW }));
    goOnLooking.resolve();
    await Promise.race([held.reached, services.stories.idle()]);
    expect(isBuilding(services, id, "s1")).toBe(true);
    const purging = purgeRemoved(services, NOW + 31_000);
    held.release();
    await purging;
    await services.stories.idle();
    expect((await segmentsInDatabase()).map(([name]) => name)).not.toContain(`${id}/stories`);
    await expectNothingLeft();
  });

  test("at the next start, too, if the worker ended in between", async () => {
    services.stories.start();
    await services.stories.idle();
    await requestsTo(services).delete(id);
    vi.setSystemTime(NOW + 40_000);
    const after = machine.start();
    await recoverAtStart(after, async () => false);
    await purgeRemoved(after, Date.now());
    expect(await segmentsInDatabase()).toEqual([]);
    await expectNothingLeft();
  });
});
