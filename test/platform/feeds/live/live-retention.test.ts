import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test } from "vitest";
import { DAY } from "../../../../core/durations.ts";
import type { Services } from "../../../../platform/background/services.ts";
import { LiveArticles } from "../../../../platform/feeds/live/live-articles.ts";
import { settingsItem } from "../../../../platform/storage/stored-items.ts";
import { Ledger } from "../../../../platform/store/ledger.ts";
import { createMemoryStore } from "../../../../platform/store/memory-store.ts";
import { openMemorySpill } from "../../../../platform/store/spill-files.ts";
import { COUNTRIES } from "../../../core/story/words/headlines.ts";
import { generationsInDatabase, Machine, NOW, segmentsInDatabase, titleAt } from "../../workers.ts";
import { keptUp, live, liveEdition, liveInDatabase, readState } from "./live-records.ts";

let machine: Machine;
let services: Services;
beforeEach(() => {
  machine = new Machine();
  services = machine.start();
});

describe("articles that are too old", () => {
  test("are removed once they are a tenth of all", async () => {
    await services.live.append(liveEdition("old", "Old", 4, 29), []);
    await services.live.append(liveEdition("new", "New", 16), []);
    machine.now = NOW + 2 * DAY;
    await keptUp(services);
    expect(await titleAt(services, "https://old.example/0")).toBe("none");
    expect(await titleAt(services, "https://new.example/0")).toBe("New");
    expect(await services.live.size()).toMatchObject({ articles: 16 });
  });

  test("stay while they are fewer", async () => {
    await services.live.append(liveEdition("old", "Old", 1, 29), []);
    await services.live.append(liveEdition("new", "New", 40), []);
    machine.now = NOW + 2 * DAY;
    await keptUp(services);
    expect(await titleAt(services, "https://old.example/0")).toBe("Old");
  });

  test("are removed when the user shortens the retention", async () => {
    await services.live.append(liveEdition("old", "Old", 4, 20), []);
    await services.live.append(liveEdition("new", "New", 4), []);
    await keptUp(services);
    expect(await titleAt(services, "https://old.example/0")).toBe("Old");
    await settingsItem.change((before) => ({ ...before, liveDays: 7 }));
    await keptUp(services);
    expect(await titleAt(services, "https://old.example/0")).toBe("none");
  });

  test("are then removed even when they are few", async () => {
    await services.live.append(liveEdition("old", "Old", 1, 20), []);
    await services.live.append(liveEdition("new", "New", 40), []);
    await keptUp(services);
    await settingsItem.change((before) => ({ ...before, liveDays: 7 }));
    await keptUp(services);
    expect(await titleAt(services, "https://old.example/0")).toBe("none");
    expect(await titleAt(services, "https://new.example/0")).toBe("New");
  });

  test("leave an empty store when all articles are too old", async () => {
    await services.live.append(liveEdition("old", "Old", 4), [readState("old")]);
    machine.now = NOW + 60 * DAY;
    await keptUp(services);
    expect(await segmentsInDatabase()).toEqual([]);
    expect(await generationsInDatabase()).toEqual([]);
    expect(await services.live.size()).toEqual({ articles: 0, bytes: 0 });
    expect(await services.live.states()).toEqual([readState("old")]);
  });
});

describe("more articles than there is space for", () => {
  /** Live articles in a store of their own, with a size limit in bytes. */
  function withRoom(bytes: () => number): LiveArticles {
    const store = createMemoryStore();
    let generations = 0;
    const ledger = new Ledger({
      openStore: async () => store,
      newGeneration: () => `generation ${++generations}`,
      worker: "worker",
    });
    return new LiveArticles({
      ledger,
      limits: async () => ({ days: 30, bytes: bytes() }),
      outlets: async () => [],
      loadCountryNames: async () => COUNTRIES,
      openSpill: async () => openMemorySpill(),
      now: () => NOW,
      pause: async () => undefined,
      stayAwake: () => undefined,
      mostWrittenAgain: 1000,
    });
  }

  test("are cut to nine tenths of it, the oldest first", async () => {
    let room = Number.POSITIVE_INFINITY;
    const articles = withRoom(() => room);
    const ages = Array.from({ length: 20 }, (_, age) => age);
    await articles.append(
      ages.flatMap((age) => liveEdition(`day${age}`, `Day ${age}`, 100, age)),
      [],
    );
    const { bytes } = await articles.size();
    room = bytes - 1;
    articles.start();
    await articles.idle();
    expect((await articles.size()).articles).toBe(1799);
  });

  test("of one day keep those that came last", async () => {
    let room = Number.POSITIVE_INFINITY;
    const articles = withRoom(() => room);
    await articles.append(liveEdition("a", "A", 2000), []);
    const { bytes } = await articles.size();
    room = bytes - 1;
    articles.start();
    await articles.idle();
    expect((await articles.size()).articles).toBe(1799);
  });
});

describe("an outlet that is deleted", () => {
  beforeEach(async () => {
    await services.live.append(
      [...liveEdition("a", "A", 30), ...liveEdition("b", "B", 30)],
      [readState("a"), readState("b")],
    );
    await services.live.append([live("b.example/x", "B again")], []);
    services.live.start();
  });

  test("has no articles and no feed state any more", async () => {
    await services.live.drop(["a.example"], ["a"]);
    expect(await titleAt(services, "https://a.example/0")).toBe("none");
    expect(await titleAt(services, "https://b.example/0")).toBe("B");
    expect(await services.live.states()).toEqual([readState("b")]);
    expect(await services.live.size()).toMatchObject({ articles: 31 });
  });

  test("keeps its feed state until its articles are deleted", async () => {
    await services.live.pause();
    const dropped = services.live.drop(["a.example"], ["a"]);
    expect(await services.live.states()).toEqual([readState("a"), readState("b")]);
    services.live.resume();
    await dropped;
    expect(await services.live.states()).toEqual([readState("b")]);
  });

  test("without articles is deleted at once, without a merge", async () => {
    const before = await segmentsInDatabase();
    await services.live.append([], [readState("c")]);
    await services.live.drop(["c.example"], ["c"]);
    expect(await services.live.states()).toEqual([readState("a"), readState("b")]);
    expect(await segmentsInDatabase()).toEqual(before);
  });

  test("may be the last one", async () => {
    await services.live.drop(["a.example", "b.example"], ["a", "b"]);
    expect(await liveInDatabase()).toEqual([]);
    expect(await services.live.states()).toEqual([]);
  });
});
