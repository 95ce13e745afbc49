import { sampleOf } from "../../../sample.ts";
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test } from "vitest";
import { findCoverage } from "../../../../core/coverage/find-coverage.ts";
import type { Services } from "../../../../platform/background/services.ts";
import { headlines, storyAt } from "../../indexing/story-workers.ts";
import {
  BUNDLED_PAGE,
  databaseWith,
  edition,
  generationsInDatabase,
  Machine,
  segmentsInDatabase,
  titleAt,
} from "../../workers.ts";
import {
  earlierTitles,
  keptUp,
  live,
  liveEdition,
  liveInDatabase,
  readState,
} from "./live-records.ts";

let machine: Machine;
let services: Services;
beforeEach(() => {
  machine = new Machine();
  services = machine.start();
});

const answer = (address: string) =>
  services.library.lookUp((segments) => findCoverage(segments, address, []));

describe("articles that a poll brings", () => {
  test("answer once they are stored, in this worker and the next", async () => {
    await services.live.append([live("a.example/1", "Ferry returns")], []);
    expect(await titleAt(services, "https://a.example/1")).toBe("Ferry returns");
    expect(await titleAt(machine.start(), "https://a.example/1")).toBe("Ferry returns");
    expect(await titleAt(services, BUNDLED_PAGE)).toBe(`Story at ${BUNDLED_PAGE}`);
  });

  test("keep what they said before their feed changed them, also once segments are merged", async () => {
    const key = "a.example/1";
    const { live: store } = services;
    const say = (title: string, revised = new Set([key])) =>
      store.append([live(key, title)], [], revised);
    await say("Mayor denies deal", new Set());
    await say("Mayor admits deal");
    await store.append(liveEdition("b", "Other", 40), []);
    await say("Mayor resigns over deal");
    await say("Mayor resigns", new Set());
    const expected = ["Mayor denies deal", "Mayor admits deal"];
    expect(await earlierTitles(services, key)).toEqual(expected);
    await keptUp(services);
    expect(await earlierTitles(machine.start(), key)).toEqual(expected);
  });

  test("are found by their story at once", async () => {
    await services.live.append(headlines("live"), []);
    expect(await storyAt(services)).toEqual([
      "https://live.example/0",
      "https://live.example/1",
      "https://live.example/5",
    ]);
  });

  test("are kept with the states of their feeds", async () => {
    await services.live.append([live("a.example/1", "One")], [readState("a")]);
    expect(await services.live.states()).toEqual([readState("a")]);
  });

  test("may be none: then only the states of the feeds change", async () => {
    await services.live.append([], [readState("a")]);
    expect(await services.live.states()).toEqual([readState("a")]);
    expect(await segmentsInDatabase()).toEqual([]);
  });

  test("that are too old are not stored", async () => {
    await services.live.append([live("a.example/1", "Old", 40), live("a.example/2", "New")], []);
    expect(await titleAt(services, "https://a.example/1")).toBe("outlet");
    expect(await services.live.size()).toMatchObject({ articles: 1 });
  });

  test("are one data set, whatever segments they lie in", async () => {
    await services.live.append(liveEdition("a", "First", 40), []);
    await services.live.append([live("a.example/x", "Second")], []);
    expect(await liveInDatabase()).toHaveLength(2);
    const coverage = await answer("https://a.example/x");
    if (coverage.kind !== "article") throw new Error(coverage.kind);
    expect(coverage.dataSets).toMatchObject([{ id: "live", name: "Live outlets", records: 41 }]);
  });

  test("of one outlet are counted together", async () => {
    await services.live.append(liveEdition("a", "First", 40), []);
    await services.live.append([live("a.example/x", "Second")], []);
    const coverage = await answer("https://a.example/");
    expect(coverage).toMatchObject({
      kind: "outlet",
      site: "a.example",
      ratings: [{ articles: 41, rated: 0, quality: null }],
    });
  });

  test("lie on hosts below their outlet's site", async () => {
    const provider = { name: "A", domain: "a.example" };
    await services.live.append([{ ...live("sport.a.example/1", "Match"), provider }], []);
    expect(await answer("https://news.a.example/")).toMatchObject({ kind: "outlet", name: "A" });
  });

  test("answer from memory where there is no database", async () => {
    services = machine.start({ openStore: () => Promise.reject(new Error("no database")) });
    await services.live.append([live("a.example/1", "One")], [readState("a")]);
    expect(await titleAt(services, "https://a.example/1")).toBe("One");
    expect(await services.live.states()).toEqual([readState("a")]);
  });

  test("are not treated as a data set without stories", async () => {
    await services.live.append([live("a.example/1", "One")], []);
    services.stories.start();
    await services.stories.idle();
    const names = (await segmentsInDatabase()).map(([name]) => name);
    expect(names).toEqual(["live/1", "live/1/stories"]);
  });
});

describe("segments", () => {
  test("are never more than five, however the articles arrive, and none is lost", async () => {
    const appends = sampleOf(25, 60);
    const counts: number[] = [];
    for (let i = 0; i < appends; i++) {
      const size = 1 + ((i * 7) % 13);
      await services.live.append(liveEdition(`outlet${i}`, `Title ${i}`, size), []);
      counts.push((await liveInDatabase()).length);
    }
    expect(Math.max(...counts)).toBeLessThanOrEqual(5);
    for (let i = 0; i < appends; i++)
      expect(await titleAt(services, `https://outlet${i}.example/0`)).toBe(`Title ${i}`);
    const all = Array.from({ length: appends }, (_, i) => 1 + ((i * 7) % 13));
    expect(await services.live.size()).toMatchObject({
      articles: all.reduce((sum, size) => sum + size, 0),
    });
  });

  test("that are no longer in use leave no blocks behind", async () => {
    await services.live.append([live("a.example/1", "One")], []);
    await services.live.append([live("a.example/2", "Two")], []);
    const inUse = (await segmentsInDatabase()).map(([, generation]) => generation);
    expect((await generationsInDatabase()).sort()).toEqual(inUse.sort());
  });

  test("are not swept while an import switches", async () => {
    const appended = services.live.append(liveEdition("a", "Fed", 300), []);
    await services.jobs.import(await machine.staged("s1", edition("first")));
    await Promise.all([appended, services.jobs.idle()]);
    expect(await titleAt(services, "https://a.example/299")).toBe("Fed");
    expect(await titleAt(services, "https://mine.example/3")).toBe("first");
  });
});

test("a full disk is an error and leaves the articles that were there", async () => {
  await titleAt(services, BUNDLED_PAGE);
  await services.live.append([live("a.example/1", "One")], [readState("a")]);
  const full = machine.start(
    databaseWith(() => ({
      write: () => Promise.reject(new DOMException("no space", "QuotaExceededError")),
    })),
  );
  const appended = full.live.append([live("a.example/2", "Two")], [readState("a", 2)]);
  await expect(appended).rejects.toMatchObject({ name: "QuotaExceededError" });
  expect(await titleAt(full, "https://a.example/1")).toBe("One");
  expect(await full.live.states()).toEqual([readState("a")]);
});

test("the extension without live outlets does no work", async () => {
  await keptUp(services);
  expect(await segmentsInDatabase()).toEqual([]);
  expect(await services.live.size()).toEqual({ articles: 0, bytes: 0 });
});
