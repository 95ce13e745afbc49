import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { FORMAT_VERSION } from "../../../core/segment/format.ts";
import { openIndexedDbStore } from "../../../platform/store/block-store.ts";
import { Ledger, type LedgerChange } from "../../../platform/store/ledger.ts";
import { DiscardedBuildError } from "../../../platform/store/store-change.ts";
import { Lifeline } from "../lifeline.ts";
import { generationsInDatabase, rowsInDatabase } from "../workers.ts";
import { built, emptyDatabase, FACTS, ledgerOf, PLAN, statesInDatabase } from "./ledgers.ts";

beforeEach(emptyDatabase);

describe("a build", () => {
  test("has a row from its beginning to its end", async () => {
    const ledger = ledgerOf("one");
    const build = await ledger.begin(PLAN);
    expect(await statesInDatabase()).toEqual(["generation 1 building"]);
    await build.commit(FACTS);
    expect(await statesInDatabase()).toEqual(["generation 1 ready"]);
  });

  test("that was discarded cannot be committed, and leaves the one in use", async () => {
    const ledger = ledgerOf("one");
    await built(ledger);
    const build = await ledger.begin(PLAN);
    await build.discard();
    await expect(build.commit(FACTS)).rejects.toThrow(DiscardedBuildError);
    expect(await statesInDatabase()).toEqual(["generation 1 ready"]);
  });

  test("cannot be committed to a database that was emptied meanwhile", async () => {
    const build = await ledgerOf("one").begin(PLAN);
    globalThis.indexedDB = new IDBFactory();
    const after = await openIndexedDbStore();
    const { put } = { put: [build.ready(FACTS)] };
    await expect(after.change({ put })).rejects.toThrow(DiscardedBuildError);
    expect(await after.rows()).toEqual([]);
  });

  test("that failed for lack of space frees its space, and can be resumed", async () => {
    const ledger = ledgerOf("one");
    const build = await ledger.begin(PLAN);
    await build.write([{ name: "checkpoint", bytes: Uint8Array.of(1) }]);
    await ledger.fail(build.row, "disk-full");
    expect(await statesInDatabase()).toEqual(["generation 2 failed"]);
    expect(await generationsInDatabase()).toEqual([]);
  });

  test("that failed for another reason keeps its work", async () => {
    const ledger = ledgerOf("one");
    const build = await ledger.begin(PLAN);
    await build.write([{ name: "checkpoint", bytes: Uint8Array.of(1) }]);
    await ledger.fail(build.row, "internal");
    expect(await statesInDatabase()).toEqual(["generation 1 failed"]);
    expect(await generationsInDatabase()).toEqual(["generation 1"]);
  });
});

describe("a segment that is damaged", () => {
  test("is known to be damaged in its worker, although a full disk prevents storing that", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await built(ledgerOf("one"));
    await built(ledgerOf("one"), { ...PLAN, owner: "other" });
    const store = await openIndexedDbStore();
    const full = {
      ...store,
      change: () => Promise.reject(new DOMException("no space", "QuotaExceededError")),
    };
    const ledger = new Ledger({
      openStore: async () => full,
      worker: "two",
      newGeneration: String,
    });
    await ledger.markDamaged("generation 1");
    expect(await ledger.rows()).toMatchObject([
      { generation: "generation 1", isDamaged: true },
      { generation: "generation 2", isDamaged: false },
    ]);
    expect(logged).toHaveBeenCalled();
  });

  test("must be ready: a build that is running is not marked", async () => {
    const ledger = ledgerOf("one");
    const { row } = await ledger.begin(PLAN);
    await ledger.markDamaged("generation 1");
    expect(await rowsInDatabase()).toEqual([row]);
    expect(await ledger.rows()).toEqual([row]);
  });

  test("does not affect a story index of other records", async () => {
    const ledger = ledgerOf("one");
    await built(ledger);
    await built(ledger, { ...PLAN, part: "stories", source: "s2" });
    await ledger.markDamaged("generation 1");
    expect(await statesInDatabase()).toEqual(["generation 1 ready", "generation 2 ready"]);
  });

  test("that was replaced since is not marked", async () => {
    const ledger = ledgerOf("one");
    await built(ledger);
    await built(ledger);
    await ledger.markDamaged("generation 1");
    expect(await rowsInDatabase()).toMatchObject([
      { generation: "generation 2", isDamaged: false },
    ]);
  });
});

describe("listeners of the ledger", () => {
  /** The events during an action. */
  async function changesOf(
    ledger: Ledger,
    change: () => Promise<unknown>,
  ): Promise<LedgerChange[]> {
    const changes: LedgerChange[] = [];
    ledger.changes.on((event) => void changes.push(event));
    await change();
    return changes;
  }

  test("are called for a build that is complete, not for one that begins, fails or is discarded", async () => {
    const ledger = ledgerOf("one");
    const build = await ledger.begin(PLAN);
    const changes = await changesOf(ledger, async () => {
      await ledger.fail((await ledger.begin({ ...PLAN, owner: "other" })).row, "internal");
      await (await ledger.begin({ ...PLAN, owner: "third" })).discard();
      await build.commit(FACTS);
    });
    expect(changes).toEqual([
      { ready: [build.ready(FACTS)], isDamage: false, isSameContent: false },
    ]);
  });

  test("are called for rows that are revised, not for other changes", async () => {
    const ledger = ledgerOf("one");
    expect(await changesOf(ledger, () => ledger.change({ removeStates: ["a"] }))).toEqual([]);
    expect(await changesOf(ledger, () => ledger.change({ revise: (row) => row }))).toEqual([
      { ready: [], isDamage: false, isSameContent: false },
    ]);
  });

  test("are called with whether the articles stay the same", async () => {
    const ledger = ledgerOf("one");
    const change = () => ledger.change({ revise: (row) => row }, true);
    expect(await changesOf(ledger, change)).toEqual([
      { ready: [], isDamage: false, isSameContent: true },
    ]);
  });

  test("are called with the ready builds among the rows of a change", async () => {
    const ledger = ledgerOf("one");
    const build = await ledger.begin(PLAN);
    const ready = build.ready(FACTS);
    const begun = { ...build.row, generation: "generation 9", owner: "other" };
    expect(await changesOf(ledger, () => ledger.change({ put: [ready, begun] }))).toEqual([
      { ready: [ready], isDamage: false, isSameContent: false },
    ]);
  });

  test("are called for damage, unless the index is no longer in use", async () => {
    const ledger = ledgerOf("one");
    await built(ledger);
    const changes = await changesOf(ledger, async () => {
      await ledger.markDamaged("generation 9");
      await ledger.markDamaged("generation 1");
      await ledger.dropStories("mine");
    });
    expect(changes).toEqual([
      { ready: [], isDamage: true, isSameContent: false },
      { ready: [], isDamage: true, isSameContent: false },
    ]);
  });
});

describe("removed indexes", () => {
  const STORIES = { ...PLAN, part: "stories" } as const;
  const OTHER = { ...PLAN, owner: "other" };

  test("with a damaged segment are the story indexes of its records, and no others", async () => {
    const ledger = ledgerOf("one");
    await built(ledger);
    await built(ledger, STORIES);
    await built(ledger, OTHER);
    await built(ledger, { ...STORIES, owner: "other" });
    await built(ledger, { ...STORIES, owner: "third", source: "s3" });
    await ledger.begin({ ...STORIES });
    await ledger.markDamaged("generation 1");
    expect(await statesInDatabase()).toEqual([
      "generation 1 ready",
      "generation 3 ready",
      "generation 4 ready",
      "generation 5 ready",
      "generation 6 building",
    ]);
    const damaged = (await rowsInDatabase()).filter((row) => "isDamaged" in row && row.isDamaged);
    expect(damaged.map(({ generation }) => generation)).toEqual(["generation 1"]);
  });

  test("as story indexes of an owner are those that are ready", async () => {
    const ledger = ledgerOf("one");
    await built(ledger);
    await built(ledger, STORIES);
    await built(ledger, { ...STORIES, owner: "other" });
    await ledger.begin(STORIES);
    await ledger.dropStories("mine");
    expect(await statesInDatabase()).toEqual([
      "generation 1 ready",
      "generation 3 ready",
      "generation 4 building",
    ]);
  });

  test("with their owner are all of its indexes", async () => {
    const ledger = ledgerOf("one");
    await built(ledger);
    await built(ledger, STORIES);
    await built(ledger, OTHER);
    await ledger.begin(PLAN);
    await ledger.drop("mine");
    expect(await statesInDatabase()).toEqual(["generation 3 ready"]);
  });
});

test("a build that is resumed is of the worker that resumes it, and has not failed", async () => {
  const build = await ledgerOf("gone").begin(PLAN);
  await build.write([{ name: "checkpoint", bytes: Uint8Array.of(1) }]);
  const ledger = ledgerOf("here");
  await ledger.fail(build.row, "internal");
  const resumed = await ledger.resume({ ...build.row, state: "failed", failure: "internal" });
  const row = { ...PLAN, format: FORMAT_VERSION, generation: "generation 1", worker: "here" };
  expect(resumed.row).toEqual({ ...row, state: "building", failure: null });
  expect(await rowsInDatabase()).toEqual([resumed.row]);
  expect(await resumed.read("checkpoint")).toEqual(Uint8Array.of(1));
  const ready = { ...row, ...FACTS, state: "ready", isDamaged: false };
  expect(await resumed.commit(FACTS)).toEqual(ready);
  expect(await rowsInDatabase()).toEqual([ready]);
});

test("a build that could not be begun is kept as failed", async () => {
  await ledgerOf("one").fail(PLAN, "internal");
  expect(await rowsInDatabase()).toEqual([
    {
      ...PLAN,
      format: FORMAT_VERSION,
      generation: "generation 1",
      worker: "one",
      state: "failed",
      failure: "internal",
    },
  ]);
});

test("concurrent builds have a row each", async () => {
  await ledgerOf("one").beginAll([PLAN, { ...PLAN, part: "stories" }]);
  expect(await statesInDatabase()).toEqual(["generation 1 building", "generation 2 building"]);
});

describe("a sweep", () => {
  test("that finds nothing to delete changes nothing", async () => {
    const life = new Lifeline();
    const ledger = ledgerOf("here", life);
    await built(ledger);
    const { calls } = life;
    await ledger.sweep(() => true);
    expect(life.calls - calls).toBe(1);
  });

  test("does not touch builds without a source, nor story indexes", async () => {
    const ledger = ledgerOf("here");
    await built(ledger, { ...PLAN, source: null });
    await built(ledger, { ...PLAN, part: "stories" });
    await built(ledger, { ...PLAN, owner: "other" });
    await ledger.sweep(() => false);
    expect(await statesInDatabase()).toEqual(["generation 1 ready", "generation 2 ready"]);
  });
});

test("a sweep deletes builds of sources without an owner, and builds that cannot be resumed", async () => {
  const gone = ledgerOf("gone");
  await gone.begin(PLAN);
  await gone.begin({ ...PLAN, owner: "other", source: "s2" });
  await gone.begin({ ...PLAN, owner: "first", source: null });
  await ledgerOf("here").sweep((source) => source === "s2");
  expect((await rowsInDatabase()).map(({ owner }) => owner)).toEqual(["other"]);
});
