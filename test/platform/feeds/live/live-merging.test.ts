import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Coverage } from "../../../../core/coverage/coverage.ts";
import { findCoverage } from "../../../../core/coverage/find-coverage.ts";
import { DAY } from "../../../../core/durations.ts";
import type { Segment } from "../../../../core/segment/segment.ts";
import type { DataChange } from "../../../../platform/background/data-change.ts";
import type { Services } from "../../../../platform/background/services.ts";
import { headlines, storyQuery, UNLISTED } from "../../indexing/story-workers.ts";
import {
  databaseWith,
  edition,
  generationsInDatabase,
  Machine,
  NOW,
  segmentsInDatabase,
  titleAt,
} from "../../workers.ts";
import { keptUp, live, liveEdition, liveInDatabase } from "./live-records.ts";

let machine: Machine;
let services: Services;
/** Delays the next step of a merge until it is released. */
let gate: {
  readonly reached: PromiseWithResolvers<void>;
  readonly open: PromiseWithResolvers<void>;
};
let isHeld: boolean;

beforeEach(() => {
  machine = new Machine();
  gate = { reached: Promise.withResolvers(), open: Promise.withResolvers() };
  isHeld = false;
  services = machine.start({
    // Nothing is written again by an append: all merges are in the background.
    mostWrittenAgain: 0,
    async pause() {
      if (!isHeld) return;
      isHeld = false;
      gate.reached.resolve();
      await gate.open.promise;
    },
  });
});

const append = (outlet: string, title: string, count: number) =>
  services.live.append(liveEdition(outlet, title, count), []);

/** Five segments whose merge has begun and is delayed. */
async function heldMerge(): Promise<void> {
  for (let i = 0; i < 5; i++) await append(`outlet${i}`, `Title ${i}`, 2);
  isHeld = true;
  services.live.start();
  await gate.reached.promise;
}

async function release(): Promise<void> {
  gate.open.resolve();
  await services.live.idle();
}

describe("in the background", () => {
  test("segments of similar size are merged", async () => {
    for (let i = 0; i < 5; i++) await append(`outlet${i}`, `Title ${i}`, 2);
    expect(await liveInDatabase()).toHaveLength(5);
    await keptUp(services);
    expect(await liveInDatabase()).toEqual([["live/5", 10]]);
    for (let i = 0; i < 5; i++)
      expect(await titleAt(services, `https://outlet${i}.example/1`)).toBe(`Title ${i}`);
    const inUse = (await segmentsInDatabase()).map(([, generation]) => generation);
    expect((await generationsInDatabase()).sort()).toEqual(inUse.sort());
  });

  test("a large segment stays as it is", async () => {
    await append("large", "Large", 100);
    await append("a", "A", 10);
    await append("b", "B", 10);
    await keptUp(services);
    expect((await liveInDatabase()).sort()).toEqual([
      ["live/1", 100],
      ["live/3", 20],
    ]);
  });

  test("a new worker merges what the previous one left", async () => {
    for (let i = 0; i < 3; i++) await append(`outlet${i}`, `Title ${i}`, 2);
    const next = machine.start();
    await keptUp(next);
    expect(await liveInDatabase()).toEqual([["live/3", 6]]);
  });
});

describe("open pages", () => {
  /** The causes of the changes of answers that a merge reports. */
  async function changesOfMerge(): Promise<DataChange[]> {
    const causes: DataChange[] = [];
    services.dataChanged.on((cause) => void causes.push(cause));
    await keptUp(services);
    return causes;
  }

  test("are not looked up again when a merge keeps every article", async () => {
    for (let i = 0; i < 3; i++) await append(`outlet${i}`, `Title ${i}`, 2);
    await append("outlet0", "Newer", 1);
    expect(await changesOfMerge()).toEqual([]);
    expect(await liveInDatabase()).toEqual([["live/4", 6]]);
    expect(await titleAt(services, "https://outlet0.example/0")).toBe("Newer");
    expect(await titleAt(services, "https://outlet2.example/1")).toBe("Title 2");
  });

  test("are looked up again when a merge removes articles", async () => {
    await services.live.append(liveEdition("old", "Old", 4, 29), []);
    await append("new", "New", 4);
    machine.now = NOW + 2 * DAY;
    expect(await changesOfMerge()).toEqual(["live"]);
  });

  test("are looked up again when a merge builds a missing story index", async () => {
    await append("a", "A", 4);
    await services.ledger.dropStories("live/1");
    await append("b", "B", 4);
    expect(await changesOfMerge()).toEqual(["live"]);
  });
});

describe("while segments are merged", () => {
  test("look-ups are answered from the old ones", async () => {
    await heldMerge();
    expect(await titleAt(services, "https://outlet3.example/0")).toBe("Title 3");
    await release();
    expect(await titleAt(services, "https://outlet3.example/0")).toBe("Title 3");
  });

  test("an append waits for the merge when there are five", async () => {
    await heldMerge();
    let isAppended = false;
    const appended = append("late", "Late", 1).then(() => {
      isAppended = true;
    });
    await titleAt(services, "https://outlet3.example/0");
    expect(isAppended).toBe(false);
    await release();
    await appended;
    await services.live.idle();
    expect(await titleAt(services, "https://late.example/0")).toBe("Late");
    expect(await services.live.size()).toMatchObject({ articles: 11 });
  });

  test("an append adds a segment when there are fewer than five, and supersedes older versions", async () => {
    for (let i = 0; i < 3; i++) await append(`outlet${i}`, `Title ${i}`, 2);
    isHeld = true;
    services.live.start();
    await gate.reached.promise;
    await services.live.append([live("outlet0.example/0", "Newer")], []);
    expect(await liveInDatabase()).toHaveLength(4);
    expect(await titleAt(services, "https://outlet0.example/0")).toBe("Newer");
    await release();
    expect(await titleAt(services, "https://outlet0.example/0")).toBe("Newer");
    expect(await titleAt(services, "https://outlet0.example/1")).toBe("Title 0");
    expect(await services.live.size()).toMatchObject({ articles: 6 });
  });

  test("an import goes first, and the merge follows", async () => {
    await heldMerge();
    await services.jobs.import(await machine.staged("s1", edition("first")));
    gate.open.resolve();
    await services.jobs.idle();
    expect(await titleAt(services, "https://mine.example/3")).toBe("first");
    await services.live.idle();
    expect(await liveInDatabase()).toEqual([["live/5", 10]]);
    const inUse = (await segmentsInDatabase()).map(([, generation]) => generation);
    expect((await generationsInDatabase()).sort()).toEqual(inUse.sort());
  });

  test("an emptied database ends the merge", async () => {
    await heldMerge();
    await (await services.ledger.store()).clear();
    await release();
    expect(await liveInDatabase()).toEqual([]);
    await append("late", "Late", 1);
    expect(await titleAt(services, "https://late.example/0")).toBe("Late");
  });
});

describe("a look-up that began before the switch", () => {
  /** What the first attempt finds when its segments were deleted, and the final result of the look-up. */
  async function heldWhileMerged(answer: (segments: Segment[]) => Promise<Coverage>) {
    let tries = 0;
    const coverage = await services.library.lookUp(async (opening) => {
      const segments = await opening;
      if (tries++ === 0) await keptUp(services);
      return answer(segments);
    });
    return { coverage, tries };
  }

  test("by address still answers", async () => {
    for (let i = 0; i < 3; i++) await append(`outlet${i}`, `Title ${i}`, 2);
    const { coverage, tries } = await heldWhileMerged((segments) =>
      findCoverage(segments, "https://outlet1.example/0", []),
    );
    expect(coverage).toMatchObject({ kind: "article", page: { title: "Title 1" } });
    expect(tries).toBe(2);
    expect(await services.live.size()).toMatchObject({ articles: 6 });
  });

  test("by story still finds the story, and does not touch the new index", async () => {
    await append("outlet", "Title", 2);
    await services.live.append(headlines("live"), []);
    const { coverage, tries } = await heldWhileMerged((segments) =>
      findCoverage(segments, UNLISTED, [], storyQuery()),
    );
    expect(coverage).toMatchObject({ kind: "article", match: null });
    expect(tries).toBe(2);
    expect((await segmentsInDatabase()).map(([name]) => name)).toContain("live/2/stories");
  });
});

test("a merge that fails changes nothing, and is tried again later", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  for (let i = 0; i < 5; i++) await append(`outlet${i}`, `Title ${i}`, 2);
  let isFailing = true;
  const next = machine.start(
    databaseWith((store) => ({
      write: (generation, blocks) =>
        isFailing ? Promise.reject(new Error("no")) : store.write(generation, blocks),
    })),
  );
  const before = await segmentsInDatabase();
  await keptUp(next);
  expect(await segmentsInDatabase()).toEqual(before);
  isFailing = false;
  next.live.schedule();
  await next.live.idle();
  expect(await liveInDatabase()).toEqual([["live/5", 10]]);
});

test("a look-up reads at most five more blocks for each segment", async () => {
  const reads: string[] = [];
  const counted = machine.start({
    mostWrittenAgain: 0,
    ...databaseWith((store) => ({
      read(generation, name) {
        reads.push(name.replace(/\/.*/, ""));
        return store.read(generation, name);
      },
    })),
  });
  const readFor = async (address: string) => {
    const segments = await counted.library.segments();
    reads.length = 0;
    await findCoverage(segments, address, []);
    return reads.toSorted().join(" ");
  };
  await counted.live.append(liveEdition("a", "A", 20), []);
  await readFor("https://a.example/1");
  expect(await readFor("https://a.example/1")).toBe("docs domains urls");
  for (let i = 0; i < 12; i++) await counted.live.append(liveEdition("b", `B ${i}`, 20), []);
  expect(await liveInDatabase()).toHaveLength(5);
  expect(await readFor("https://b.example/1")).toBe(
    "docs docs docs docs domains domains domains domains domains urls urls urls urls urls",
  );
});

test("articles that are too old are removed by a merge", async () => {
  await services.live.append(liveEdition("old", "Old", 1, 29), []);
  await services.live.append(liveEdition("new", "New", 20), []);
  machine.now = NOW + 2 * DAY;
  await keptUp(services);
  expect(await liveInDatabase()).toEqual([["live/2", 20]]);
});
