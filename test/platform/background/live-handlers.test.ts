import "fake-indexeddb/auto";
import { describe, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { DAY, MINUTE } from "../../../core/durations.ts";
import { feedOf, outletEntry } from "../../fixtures/outlets.ts";
import { item } from "../../fixtures/served-feeds.ts";
import { waitUntil } from "../../wait-until.ts";
import {
  add,
  change,
  FERRY,
  handlers,
  listed,
  machine,
  picked,
  remove,
  SENDER,
  services,
  start,
  status,
  useOutlets,
} from "../feeds/live/outlet-machine.ts";
import { BUNDLED_PAGE, NOW, titleAt } from "../workers.ts";

useOutlets();

describe("an outlet that is picked", () => {
  test("is polled at once, and its articles answer", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    machine.feeds.during = () => promise;
    const answer = await add(1);
    expect(answer.round).toEqual({ done: 0, total: 1 });
    expect(answer.outlets).toMatchObject([{ name: "Outlet 1", health: "new", isPolling: true }]);
    resolve();
    await services.poller.idle();
    expect(await titleAt(services, FERRY)).toBe("Ferry");
    expect(await status()).toMatchObject({
      ...{ articles: 1, articlesToday: 1, lastSuccessAt: NOW, round: null, waitsFor: null },
      outlets: [{ health: "good", articles: 1, articlesToday: 1, isPolling: false }],
    });
  });

  test("is not said to be polled before its articles are counted", async () => {
    const answered = Promise.withResolvers<void>();
    machine.feeds.during = () => answered.promise;
    await add(1);
    const { live, poller } = services;
    const size = live.size.bind(live);
    // The poll ends just after the articles have been counted.
    vi.spyOn(live, "size").mockImplementationOnce(async () => {
      const counted = await size();
      answered.resolve();
      await poller.idle();
      return counted;
    });
    expect(await status()).toMatchObject({ articles: 0, round: { done: 0, total: 1 } });
    expect(await status()).toMatchObject({ articles: 1, round: null });
  });

  test("shows the sidebar on its site, before its first article and also when it is paused", async () => {
    machine.feeds.answers.clear();
    const [id = ""] = await picked(1);
    expect(machine.registered).toEqual(["*://*.bundled.example/*", "*://*.outlet-1.example/*"]);
    await change(id, { isPaused: true });
    expect(machine.registered).toContain("*://*.outlet-1.example/*");
  });

  test("is returned with the permissions still needed", async () => {
    const outlets = [outletEntry(1, { feed: "https://feeds.example/outlet-1" })];
    const { outlets: told } = await handlers["outlets.add"](
      { type: "outlets.add", outlets },
      SENDER,
    );
    expect(told[0]?.patterns).toEqual(["*://*.outlet-1.example/*", "https://feeds.example/*"]);
    expect(machine.registered).not.toContain("https://feeds.example/*");
  });

  test("is listed by its name, beside others", async () => {
    await add(2);
    await add(1);
    expect(listed(await status())).toEqual(["Outlet 1", "Outlet 2"]);
  });

  test("without permission is not polled, and shows that", async () => {
    const contains = async ({ origins = [] }: { origins?: string[] }) =>
      !origins.includes("*://*.outlet-1.example/*");
    Object.assign(browser, { permissions: { contains } });
    await picked(1, 2);
    expect(machine.feeds.requests.map(({ address }) => address)).toEqual([feedOf(2)]);
    expect((await status()).outlets).toMatchObject([
      { health: "not-allowed", nextPollAt: null },
      { health: "good" },
    ]);
  });
});

describe("an outlet that is changed", () => {
  test("is polled at its usual time, unless it is paused", async () => {
    const [id = ""] = await picked(1);
    expect((await status()).outlets[0]?.nextPollAt).toBe(NOW + 30 * MINUTE);
    expect((await change(id, { isPaused: true })).outlets[0]?.nextPollAt).toBeNull();
    expect(machine.alarm.at).toBeNull();
    await change(id, { isPaused: false });
    expect(machine.alarm.at).toBe(NOW + 30 * MINUTE);
  });

  test("keeps what is not changed", async () => {
    const [id = ""] = await picked(1);
    const { outlets } = await change(id, { every: 60 });
    expect(outlets).toMatchObject([{ name: "Outlet 1", every: 60, isPaused: false }]);
  });

  test("in its site is requested in full again, under the new site", async () => {
    const [id = ""] = await picked(1);
    machine.feeds.serve(feedOf(1), item("moved.example/ferry", "Ferry"));
    await change(id, { domains: ["moved.example"] });
    await waitUntil(() => expect(machine.feeds.requests).toHaveLength(2));
    await services.poller.idle();
    expect(machine.feeds.requests[1]?.outlet).toEqual({
      name: "Outlet 1",
      domains: ["moved.example"],
    });
    expect(await titleAt(services, FERRY)).toBe("none");
    expect(await titleAt(services, "https://moved.example/ferry")).toBe("Ferry");
  });

  test("to have one more site is requested in full again, and keeps its articles", async () => {
    const [id = ""] = await picked(1);
    const pier = item("moved.example/pier", "Pier");
    machine.feeds.serve(feedOf(1), item("outlet-1.example/ferry", "Ferry"), pier);
    await change(id, { domains: ["outlet-1.example", "moved.example"] });
    await waitUntil(() => expect(machine.feeds.requests).toHaveLength(2));
    await services.poller.idle();
    expect(await titleAt(services, FERRY)).toBe("Ferry");
    expect(await titleAt(services, "https://moved.example/pier")).toBe("Pier");
  });

  test("to have one site less loses the articles there, and keeps the others", async () => {
    const pier = item("moved.example/pier", "Pier");
    machine.feeds.serve(feedOf(1), item("outlet-1.example/ferry", "Ferry"), pier);
    const domains = ["outlet-1.example", "moved.example"];
    const outlets = [outletEntry(1, { domains })];
    await handlers["outlets.add"]({ type: "outlets.add", outlets }, SENDER);
    await services.poller.idle();
    const [{ id = "" } = {}] = (await status()).outlets;
    expect(await titleAt(services, "https://moved.example/pier")).toBe("Pier");
    machine.feeds.serve(feedOf(1), item("outlet-1.example/ferry", "Ferry"));
    await change(id, { domains: ["outlet-1.example"] });
    await waitUntil(() => expect(machine.feeds.requests).toHaveLength(2));
    await services.poller.idle();
    expect(await titleAt(services, "https://moved.example/pier")).toBe("none");
    expect(await titleAt(services, FERRY)).toBe("Ferry");
  });

  test("by an unknown id changes nothing", async () => {
    await picked(1);
    expect(listed(await change(crypto.randomUUID(), { name: "X" }))).toEqual(["Outlet 1"]);
  });
});

describe("polls that the user asks for", () => {
  test("are made now, of the named outlets or of all", async () => {
    const [first = ""] = await picked(1, 2);
    await handlers["outlets.poll"]({ type: "outlets.poll", ids: [first] }, SENDER);
    await services.poller.idle();
    await handlers["outlets.poll"]({ type: "outlets.poll", ids: null }, SENDER);
    await services.poller.idle();
    expect(machine.feeds.requests.slice(2).map(({ address }) => address)).toEqual([
      feedOf(1),
      feedOf(1),
      feedOf(2),
    ]);
  });

  test("can be stopped", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    machine.feeds.during = () => promise;
    await add(1, 2);
    await handlers["outlets.stopPolling"]({ type: "outlets.stopPolling" }, SENDER);
    resolve();
    await services.poller.idle();
    expect((await status()).outlets.map(({ health }) => health)).toEqual(["new", "new"]);
  });

  test("wait for a connection", async () => {
    machine.connection = "offline";
    expect((await add(1)).waitsFor).toBe("connection");
    expect(machine.feeds.requests).toEqual([]);
  });
});

describe("the popup", () => {
  const popup = async () => {
    const page = { tab: 1, url: BUNDLED_PAGE, claims: [], statement: null };
    return (await handlers["coverage.ofTab"]({ type: "coverage.ofTab", ...page }, SENDER)).live;
  };

  test("gets nothing about live outlets when none is picked", async () => {
    expect(await popup()).toBeNull();
  });

  test("gets the number of outlets, the articles of today and the last poll", async () => {
    await picked(1, 2);
    expect(await popup()).toEqual({ outlets: 2, articlesToday: 2, lastSuccessAt: NOW });
    vi.setSystemTime(NOW + 86_400_000);
    expect(await popup()).toEqual({ outlets: 2, articlesToday: 0, lastSuccessAt: NOW });
  });

  test("gets that without a read of the feed states", async () => {
    await picked(1);
    const states = vi.spyOn(services.live, "states");
    await popup();
    expect(states).not.toHaveBeenCalled();
  });

  test("gets nothing about an outlet that was removed", async () => {
    const [first = ""] = await picked(1, 2);
    await remove(first);
    expect(await popup()).toEqual({ outlets: 1, articlesToday: 1, lastSuccessAt: NOW });
  });
});

test("a page that is opened starts no poll, nor does a worker that it has woken", async () => {
  await picked(1);
  vi.setSystemTime(NOW + 86_400_000);
  machine.now += 86_400_000;
  start();
  const page = { url: BUNDLED_PAGE, claims: [], statement: null };
  await handlers["page.seen"]({ type: "page.seen", ...page }, { tab: 7, url: BUNDLED_PAGE });
  await services.poller.start();
  await services.poller.idle();
  expect(machine.feeds.requests).toHaveLength(1);
});

test("a reset removes the outlets, and they can be restored", async () => {
  const ids = await picked(1, 2);
  await handlers.reset({ type: "reset" }, SENDER);
  expect(listed(await status())).toEqual(["Outlet 1, removed", "Outlet 2, removed"]);
  await handlers["outlets.restore"]({ type: "outlets.restore", ids }, SENDER);
  expect(listed(await status())).toEqual(["Outlet 1", "Outlet 2"]);
  expect(await titleAt(services, FERRY)).toBe("Ferry");
});

test("a shorter retention removes older articles at once", async () => {
  const published = new Date(NOW - 20 * DAY).toISOString();
  machine.feeds.serve(feedOf(1), item("outlet-1.example/ferry", "Ferry", published));
  await picked(1);
  expect(await titleAt(services, FERRY)).toBe("Ferry");
  await handlers["settings.change"]({ type: "settings.change", change: { liveDays: 7 } }, SENDER);
  await services.live.idle();
  expect(await titleAt(services, FERRY)).toBe("none");
});
