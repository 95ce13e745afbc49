import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import type { DataSetEntry } from "../../../platform/storage/data-set-entry.ts";
import { stagingLock } from "../../../platform/store/source-store.ts";
import { record } from "../../fixtures/records.ts";
import { requestsTo } from "../requests.ts";
import { edition, editionsIn, rowsInDatabase } from "../workers.ts";
import { held, machine, recover, startAfresh } from "./recovery.ts";

beforeEach(startAfresh);

describe("sources without an owner", () => {
  test("are deleted, the others stay", async () => {
    await machine.import("s1", edition("first"));
    await machine.leave("g", "s2", edition("second"));
    await machine.sources.stage("orphan", edition("nobody"));
    await recover();
    expect(await machine.sources.names()).toEqual(["s1", "s2"]);
  });

  test("stay while a page is writing them", async () => {
    await machine.sources.stage("staging", edition("soon"));
    held.push(stagingLock("staging"));
    await recover();
    expect(await machine.sources.names()).toEqual(["staging"]);
    held.length = 0;
    await recover();
    expect(await machine.sources.names()).toEqual([]);
  });

  test("stay when they are confirmed while the sweep runs", async () => {
    const services = machine.start();
    const request = await machine.staged("s1", edition("first"));
    const { names } = machine.sources;
    vi.spyOn(machine.sources, "names").mockImplementation(async () => {
      const before = await names.call(machine.sources);
      await services.jobs.import(request);
      return before;
    });
    await recover(false, services);
    expect(await editionsIn(services)).toEqual(["first"]);
    expect([...machine.sources.kept.keys()]).toEqual(["s1"]);
  });

  test("stay when they are confirmed while their lock is waited for", async () => {
    const services = machine.start();
    const request = await machine.staged("s1", edition("first"));
    const locks = {
      async request(_name: string, _options: unknown, run: () => Promise<unknown>) {
        await services.jobs.import(request);
        return run();
      },
    };
    vi.stubGlobal("navigator", { locks });
    await recover(false, services);
    expect([...machine.sources.kept.keys()]).toEqual(["s1"]);
  });

  test("are deleted when a page asks, without another start", async () => {
    const services = await recover();
    await machine.sources.stage("orphan", edition("nobody"));
    await requestsTo(services).sweep();
    expect(await machine.sources.names()).toEqual([]);
  });

  test.each([
    ["an entry of the list has an unknown value", { access: "on Sundays" }],
    ["an entry is of a newer version", { editions: undefined, files: ["s1"] }],
  ])("stay with everything else while %s", async (_, change) => {
    await machine.import("s1", edition("first"));
    await machine.sources.stage("orphan", edition("nobody"));
    const before = await rowsInDatabase();
    const { dataSets } = await browser.storage.local.get("dataSets");
    const list = dataSets as { readonly added: readonly DataSetEntry[] };
    const added = list.added.map((entry) => ({
      ...entry,
      editions: entry.editions.map((one) => ({ ...one, ...change })),
      ...change,
    }));
    await browser.storage.local.set({ dataSets: { ...list, added } });
    const services = await recover();
    await requestsTo(services).sweep();
    expect((await requestsTo(services).status()).notice).toBe("unreadable");
    expect(await machine.sources.names()).toEqual(["s1", "orphan"]);
    expect(await rowsInDatabase()).toEqual(expect.arrayContaining(before));
    await browser.storage.local.set({ dataSets });
    expect(await editionsIn(await recover())).toEqual(["first"]);
  });

  test("stay while the list cannot be read, and answer when it is restored", async () => {
    await machine.import("s1", edition("first"));
    const { dataSets } = await browser.storage.local.get("dataSets");
    await browser.storage.local.set({ dataSets: "text" });
    const services = await recover();
    await machine.import("s2", [record("https://other.example/1")], { id: "other" });
    expect((await requestsTo(services).status()).notice).toBe("unreadable");
    await recover();
    expect(await machine.sources.names()).toEqual(["s1", "s2"]);
    await browser.storage.local.set({ dataSets });
    expect(await editionsIn(await recover())).toEqual(["first"]);
  });

  test("are not searched for without storage", async () => {
    await machine.sources.stage("orphan", edition("nobody"));
    const names = vi.spyOn(machine.sources, "names");
    await recover(
      false,
      machine.start({ openStore: () => Promise.reject(new Error("no database")) }),
    );
    expect(names).not.toHaveBeenCalled();
  });
});
