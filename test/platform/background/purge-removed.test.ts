import "fake-indexeddb/auto";
import { describe, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { purgeRemoved } from "../../../platform/background/purge-removed.ts";
import { readOutlets } from "../../../platform/storage/subscriptions-store.ts";
import { feedOf, outletEntry } from "../../fixtures/outlets.ts";
import { item } from "../../fixtures/served-feeds.ts";
import { waitUntil } from "../../wait-until.ts";
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

/** The time of the alarm for removed outlets and data sets. */
const purgeAt = async () => (await browser.alarms.get("purge"))?.scheduledTime;

/** Advances the clock by the half minute of the undo, until the alarm goes off. */
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

  test("can be restored for 30 seconds, with its articles", async () => {
    const [id = ""] = await picked(1);
    await remove(id);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(listed(await restore(id))).toEqual(["Outlet 1"]);
    await tooLate();
    expect(await titleAt(services, FERRY)).toBe("Ferry");
    expect(machine.feeds.requests).toHaveLength(1);
  });

  test("is then deleted with its articles, and the others stay", async () => {
    const [first = ""] = await picked(1, 2);
    await remove(first);
    await tooLate();
    expect(await titleAt(services, FERRY)).toBe("none");
    expect(await titleAt(services, "https://outlet-2.example/bridge")).toBe("Bridge");
    expect(await services.live.states()).toHaveLength(1);
    expect(listed(await restore(first))).toEqual(["Outlet 2"]);
  });

  test("is deleted with its articles on all its domains", async () => {
    const pier = item("second.example/pier", "Pier");
    machine.feeds.serve(feedOf(1), item("outlet-1.example/ferry", "Ferry"), pier);
    const outlets = [outletEntry(1, { domains: ["outlet-1.example", "second.example"] })];
    await handlers["outlets.add"]({ type: "outlets.add", outlets }, SENDER);
    await services.poller.idle();
    const [{ id = "" } = {}] = await readOutlets();
    expect(await titleAt(services, "https://second.example/pier")).toBe("Pier");
    await remove(id);
    await tooLate();
    expect(await services.live.size()).toMatchObject({ articles: 0 });
    expect(await titleAt(services, "https://second.example/pier")).toBe("none");
  });

  test("leaves the articles of its site to another outlet on it", async () => {
    const other = outletEntry(2, { domains: ["outlet-1.example"], feed: feedOf(2) });
    const [first = ""] = await picked(1);
    await handlers["outlets.add"]({ type: "outlets.add", outlets: [other] }, SENDER);
    await services.poller.idle();
    await remove(first);
    await tooLate();
    expect(await titleAt(services, FERRY)).toBe("Ferry");
  });

  test("sets an alarm for that, so that a stopped extension is woken", async () => {
    const [id = ""] = await picked(1);
    await remove(id);
    expect(await purgeAt()).toBe(NOW + 31_000);
  });

  test("after another one does not delay the deletion of that one", async () => {
    const [first = "", second = ""] = await picked(1, 2);
    await remove(first);
    await vi.advanceTimersByTimeAsync(20_000);
    await remove(second);
    expect(await purgeAt()).toBe(NOW + 31_000);
    await tooLate();
    expect((await readOutlets()).map(({ name }) => name)).toEqual(["Outlet 2"]);
    expect(await purgeAt()).toBe(NOW + 51_000);
  });

  test("is scheduled again by a worker that starts in time", async () => {
    const [id = ""] = await picked(1);
    await remove(id);
    await browser.alarms.clearAll();
    start();
    await purgeRemoved(services, NOW + 12_000);
    expect(await purgeAt()).toBe(NOW + 31_000);
  });

  test("under a worker that ended is deleted by the next", async () => {
    const [id = ""] = await picked(1);
    await remove(id);
    start();
    await purgeRemoved(services, NOW + 30_001);
    expect(await readOutlets()).toEqual([]);
    expect(await titleAt(services, FERRY)).toBe("none");
  });

  test("and picked again is restored", async () => {
    const [id = ""] = await picked(1);
    await remove(id);
    expect((await add(1)).outlets).toMatchObject([{ id, removedAt: null }]);
  });

  test("and picked again for another site is requested in full, under the new site", async () => {
    const [id = ""] = await picked(1);
    await remove(id);
    machine.feeds.serve(feedOf(1), item("moved.example/ferry", "Ferry"));
    const outlets = [outletEntry(1, { domains: ["moved.example"] })];
    await handlers["outlets.add"]({ type: "outlets.add", outlets }, SENDER);
    await waitUntil(async () =>
      expect(await titleAt(services, "https://moved.example/ferry")).toBe("Ferry"),
    );
    await services.live.idle();
    expect(await titleAt(services, FERRY)).toBe("none");
  });

  test("during its poll stores no more articles", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    machine.feeds.during = () => promise;
    const [{ id = "" } = {}] = (await add(1)).outlets;
    await remove(id);
    resolve();
    await services.poller.idle();
    expect(await services.live.states()).toEqual([]);
  });
});
