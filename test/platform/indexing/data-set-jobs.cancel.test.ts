import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Services } from "../../../platform/background/services.ts";
import { readDataSets } from "../../../platform/storage/data-sets.ts";
import { Lifeline } from "../lifeline.ts";
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

describe("an import that is cancelled", () => {
  const nothingLeft = async (services: Services) => {
    expect(await services.jobs.status()).toBeNull();
    expect(await readDataSets()).toEqual([]);
    expect(await machine.sources.names()).toEqual([]);
    expect(await generationsInDatabase()).not.toContain("generation 1");
  };

  test("while it runs leaves nothing behind", async () => {
    const services = machine.start();
    await services.jobs.import(await machine.staged("s1", edition("first")));
    await services.jobs.discard();
    await nothingLeft(services);
  });

  test("in the middle of its work leaves nothing behind", async () => {
    const { promise: reached, resolve } = Promise.withResolvers<void>();
    const services = machine.start({ pause: async () => resolve() });
    await services.jobs.import(await machine.staged("s1", edition("first")));
    await reached;
    await services.jobs.discard();
    await services.jobs.idle();
    await nothingLeft(services);
  });

  test("after it was interrupted leaves nothing behind", async () => {
    const life = new Lifeline(7);
    const before = machine.start(life.stores(machine.sources));
    const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const request = await machine.staged("s1", edition("first"));
    const release = life.holdStorage();
    await before.jobs.import(request);
    await before.jobs.idle();
    release();
    expect(quiet).toHaveBeenCalled();
    const services = machine.start();
    await services.jobs.schedule();
    expect(await services.jobs.status()).toMatchObject({ state: "interrupted" });
    await services.jobs.discard();
    await nothingLeft(services);
  });

  test("leaves what it would have replaced", async () => {
    await machine.import("s1", edition("first"));
    const services = machine.start();
    await services.jobs.import(await machine.staged("s2", edition("second")));
    await services.jobs.discard();
    expect(await editionsIn(services)).toEqual(["first"]);
    expect(await machine.sources.names()).toEqual(["s1"]);
  });

  test("twice, or when there is none, changes nothing", async () => {
    const services = machine.start();
    await services.jobs.import(await machine.staged("s1", edition("first")));
    await Promise.all([services.jobs.discard(), services.jobs.discard()]);
    await services.jobs.discard();
    await nothingLeft(services);
  });

  test("during its activation is complete", async () => {
    const switching = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const held = databaseWith((store) => ({
      async change(change) {
        if (change.put?.some(({ state }) => state === "ready")) {
          switching.resolve();
          await release.promise;
        }
        await store.change(change);
      },
    }));
    const services = machine.start(held);
    await services.jobs.import(await machine.staged("s1", edition("first")));
    await switching.promise;
    const discarded = services.jobs.discard();
    release.resolve();
    await discarded;
    expect(await services.jobs.status()).toBeNull();
    expect(await answeringNow()).toEqual([["s1", "good"]]);
    expect(await editionsIn(services)).toEqual(["first"]);
  });

  test("once all is built, but before the activation, leaves nothing behind", async () => {
    const discarded = Promise.withResolvers<void>();
    const watched = databaseWith((store) => ({
      async write(generation, blocks) {
        await store.write(generation, blocks);
        const isLast = generation === "generation 1" && blocks.at(-1)?.name === "meta";
        if (isLast) services.jobs.discard().then(discarded.resolve, discarded.reject);
        // The order to stop has got through.
        await new Promise((resolve) => setTimeout(resolve));
      },
    }));
    const services = machine.start(watched);
    await services.jobs.import(await machine.staged("s1", edition("first")));
    await discarded.promise;
    await nothingLeft(services);
  });

  test("lets a rebuild that waited continue", async () => {
    await machine.import("s1", edition("first"));
    await changeRow("mine", "segment", { isDamaged: true });
    const services = machine.start();
    await services.jobs.import(await machine.staged("s2", edition("other"), { id: "other" }));
    await services.jobs.discard();
    await services.jobs.idle();
    expect(await answeringNow()).toEqual([["s1", "good"]]);
  });
});
