import { beforeEach, describe, expect, test } from "vitest";
import browser from "webextension-polyfill";
import type { WantedOutlet } from "../../../core/outlets/subscription.ts";
import { outletsItem } from "../../../platform/storage/stored-items.ts";
import {
  addOutlets,
  changeThese,
  readOutlets,
} from "../../../platform/storage/subscriptions-store.ts";
import fakeBrowser from "../../fake-browser.ts";
import { outlet, outletEntry } from "../../fixtures/outlets.ts";

let ids: number;
beforeEach(() => {
  fakeBrowser.reset();
  ids = 0;
});

const add = (...entries: WantedOutlet[]) => addOutlets(entries, 7, () => outlet(++ids).id);
const names = async () => (await readOutlets()).map(({ name }) => name);

describe("the list of outlets", () => {
  test("is empty at first", async () => {
    expect(await readOutlets()).toEqual([]);
  });

  test.each([null, "text", 7, {}, { outlets: [] }])(
    "is empty where storage holds %j",
    async (junk) => {
      await browser.storage.local.set({ outlets: junk });
      expect(await readOutlets()).toEqual([]);
    },
  );

  test.each([
    ["is none", null],
    ["has an interval of its own", { ...outlet(2), every: 1 }],
    ["has no id", { ...outlet(2), id: "x" }],
    ["has a feed at a private address", outlet(2, { feed: "https://10.0.0.1/rss" })],
    ["has a feed that is no address", outlet(2, { feed: "https://" })],
  ])("keeps the other outlets when an entry %s", async (_, entry) => {
    await browser.storage.local.set({ outlets: [outlet(1), entry, outlet(3)] });
    expect(await readOutlets()).toEqual([outlet(1), outlet(3)]);
  });

  test("leaves an entry of an earlier form, with one domain, as it is in the storage", async () => {
    const { domains: _, ...rest } = outlet(2);
    const earlier = { ...rest, domain: "outlet-2.example" };
    await browser.storage.local.set({ outlets: [earlier] });
    await add(outletEntry(1));
    expect(await names()).toEqual(["Outlet 1"]);
    expect(await browser.storage.local.get("outlets")).toEqual({
      outlets: [outlet(1, { addedAt: 7 }), earlier],
    });
    expect(await outletsItem.isReadable()).toBe(false);
  });

  test("keeps all of several concurrent changes", async () => {
    await Promise.all([1, 2, 3, 4].map((n) => add(outletEntry(n))));
    expect(await names()).toEqual(["Outlet 1", "Outlet 2", "Outlet 3", "Outlet 4"]);
  });

  test("can be changed after a change that failed", async () => {
    const failing = outletsItem.change(() => {
      throw new RangeError("no such outlet");
    });
    const next = add(outletEntry(1));
    await expect(failing).rejects.toThrow("no such outlet");
    await next;
    expect(await names()).toEqual(["Outlet 1"]);
  });
});

describe("an outlet that is picked", () => {
  test("is polled every half hour from then on", async () => {
    expect(await add(outletEntry(1))).toEqual([outlet(1, { addedAt: 7 })]);
    expect(await readOutlets()).toEqual([outlet(1, { addedAt: 7 })]);
  });

  test("is polled at the given interval", async () => {
    const wanted = { ...outletEntry(1), every: 60, isPaused: true } as const;
    expect(await add(wanted)).toEqual([outlet(1, { every: 60, isPaused: true, addedAt: 7 })]);
  });

  test("twice stays as it is, however the address of its feed is written", async () => {
    await add(outletEntry(1));
    const same = outletEntry(1, { name: "Same", feed: "https://OUTLET-1.example:443/rss#top" });
    expect(await add(same)).toEqual([]);
    expect(await names()).toEqual(["Outlet 1"]);
  });

  test("twice at once is one", async () => {
    expect((await add(outletEntry(1), outletEntry(1))).length).toBe(1);
    expect(await names()).toEqual(["Outlet 1"]);
  });

  test("is restored when it had been removed, with the new name and site", async () => {
    const before = outlet(1, {
      name: "Burner",
      domains: ["burner.example"],
      every: 60,
      removedAt: 3,
    });
    await browser.storage.local.set({ outlets: [before, outlet(2)] });
    const back = outlet(1, { name: "Mine", domains: ["mine.example"], every: 60 });
    expect(await add(outletEntry(1, { name: "Mine", domains: ["mine.example"] }))).toEqual([back]);
    expect(await readOutlets()).toEqual([back, outlet(2)]);
  });

  test.each(["https://localhost/rss", "https://192.168.1.1/rss", "https://router.local/rss"])(
    "is left out when its feed is at %s",
    async (feed) => {
      expect(await add(outletEntry(1, { feed }))).toEqual([]);
      expect(await readOutlets()).toEqual([]);
    },
  );

  test("is left out when there are a thousand already", async () => {
    const outlets = Array.from({ length: 999 }, (_, i) => outlet(i + 10));
    await browser.storage.local.set({ outlets: [...outlets, outlet(5, { removedAt: 3 })] });
    const added = await add(outletEntry(1), outletEntry(2));
    expect(added.map(({ name }) => name)).toEqual(["Outlet 1"]);
  });
});

test("some outlets are changed, the others stay", async () => {
  await browser.storage.local.set({ outlets: [outlet(1), outlet(2)] });
  await changeThese([outlet(2).id, outlet(3).id], (one) => ({ ...one, isPaused: true }));
  expect(await readOutlets()).toEqual([outlet(1), outlet(2, { isPaused: true })]);
});
