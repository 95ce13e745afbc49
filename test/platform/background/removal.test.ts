import "fake-indexeddb/auto";
import { describe, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { purgeRemoved } from "../../../platform/background/removal.ts";
import { readOutlets } from "../../../platform/storage/subscriptions-store.ts";
import { feedOf, outletEntry } from "../../fixtures/outlets.ts";
import { item } from "../../fixtures/served-feeds.ts";
import {
  add,
  FERRY,
  handlers,
  listed,
  machine,
  picked,
  remove,
  restore,
  SENDER,
  services,
  start,
  useOutlets,
} from "../feeds/live/outlet-machine.ts";
import { NOW, titleAt } from "../workers.ts";

useOutlets();

/** When the alarm for what was removed goes off. */
const purgeAt = async () => (await browser.alarms.get("purge"))?.scheduledTime;

/** Lets the half minute pass in which what was removed can be had back, until the alarm goes off. */
async function tooLate(): Promise<void> {
  vi.setSystemTime((await purgeAt()) ?? 0);
  await purgeRemoved(services, Date.now());
}

describe("an outlet that is removed", () => {
  test("is not polled any more, and shows no sidebar", async () => {
    const [id = ""] = await picked(1);
    expect(listed(await remove(id))).toEqual(["Outlet 1, removed"]);
    expect(machine.alarm.at).toBeNull();
    await services.poller.pollDue();
    await services.poller.idle();
    expect(machine.feeds.requests).toHaveLength(1);
  });

  test("can be had back for 30 seconds, with its articles", async () => {
    const [id = ""] = await picked(1);
    await remove(id);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(listed(await restore(id))).toEqual(["Outlet 1"]);
    await tooLate();
    expect(await titleAt(services, FERRY)).toBe("Ferry");
    expect(machine.feeds.requests).toHaveLength(1);
  });

  test("is gone after that with its articles, and the others stay", async () => {
    const [first = ""] = await picked(1, 2);
    await remove(first);
    await tooLate();
    expect(await titleAt(services, FERRY)).toBe("none");
    expect(await titleAt(services, "https://outlet-2.example/bridge")).toBe("Bridge");
    expect(await services.live.states()).toHaveLength(1);
    expect(listed(await restore(first))).toEqual(["Outlet 2"]);
  });

  test("leaves the articles of its site to another outlet there", async () => {
    const other = outletEntry(2, { domain: "outlet-1.example", feed: feedOf(2) });
    const [first = ""] = await picked(1);
    await handlers["outlets.add"]({ type: "outlets.add", outlets: [other] }, SENDER);
    await services.poller.idle();
    await remove(first);
    await tooLate();
    expect(await titleAt(services, FERRY)).toBe("Ferry");
  });

  test("has the browser wake the extension for that, stopped or not", async () => {
    const [id = ""] = await picked(1);
    await remove(id);
    expect(await purgeAt()).toBe(NOW + 31_000);
  });

  test("after another does not put that one off", async () => {
    const [first = "", second = ""] = await picked(1, 2);
    await remove(first);
    await vi.advanceTimersByTimeAsync(20_000);
    await remove(second);
    expect(await purgeAt()).toBe(NOW + 31_000);
    await tooLate();
    expect((await readOutlets()).map(({ name }) => name)).toEqual(["Outlet 2"]);
    expect(await purgeAt()).toBe(NOW + 51_000);
  });

  test("is waited for again by a worker that starts before it is too late", async () => {
    const [id = ""] = await picked(1);
    await remove(id);
    await browser.alarms.clearAll();
    start();
    await purgeRemoved(services, NOW + 12_000);
    expect(await purgeAt()).toBe(NOW + 31_000);
  });

  test("under a worker that is gone is taken out by the next", async () => {
    const [id = ""] = await picked(1);
    await remove(id);
    start();
    await purgeRemoved(services, NOW + 30_001);
    expect(await readOutlets()).toEqual([]);
    expect(await titleAt(services, FERRY)).toBe("none");
  });

  test("and picked again comes back", async () => {
    const [id = ""] = await picked(1);
    await remove(id);
    expect((await add(1)).outlets).toMatchObject([{ id, removedAt: null }]);
  });

  test("and picked again for another site is asked for everything again, in the name of that", async () => {
    const [id = ""] = await picked(1);
    await remove(id);
    machine.feeds.serve(feedOf(1), item("moved.example/ferry", "Ferry"));
    const outlets = [outletEntry(1, { domain: "moved.example" })];
    await handlers["outlets.add"]({ type: "outlets.add", outlets }, SENDER);
    await vi.waitFor(async () =>
      expect(await titleAt(services, "https://moved.example/ferry")).toBe("Ferry"),
    );
    await services.live.idle();
    expect(await titleAt(services, FERRY)).toBe("none");
  });

  test("while it is polled brings nothing any more", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    machine.feeds.during = () => promise;
    const [{ id = "" } = {}] = (await add(1)).outlets;
    await remove(id);
    resolve();
    await services.poller.idle();
    expect(await services.live.states()).toEqual([]);
  });
});
