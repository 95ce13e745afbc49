import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { encodeBlock } from "../../../core/segment/block-codec.ts";
import { FORMAT_VERSION } from "../../../core/segment/format.ts";
import { changeDataSet, readDataSets } from "../../../platform/storage/data-sets.ts";
import { openIndexedDbStore } from "../../../platform/store/block-store.ts";
import { MissingSourceError } from "../../../platform/store/job-failure.ts";
import { record } from "../../fixtures/records.ts";
import {
  addedNow,
  answeringNow,
  edition,
  editionsIn,
  generationsInDatabase,
  leaveBuild,
  Machine,
  NOW,
  rowsInDatabase,
  segmentsInDatabase,
} from "../workers.ts";

let machine: Machine;
beforeEach(() => {
  vi.restoreAllMocks();
  machine = new Machine();
});

describe("an import", () => {
  test("is listed, looked up, and no longer a job when it is done", async () => {
    const services = machine.start();
    await services.jobs.import(await machine.staged("s1", edition("first")));
    expect(await services.jobs.status()).toMatchObject({
      name: "Mine",
      kind: "import",
      state: "running",
      total: 24,
    });
    await services.jobs.idle();
    expect(await services.jobs.status()).toBeNull();
    const info = expect.objectContaining({ id: "mine", name: "Mine", records: 24 });
    expect(await readDataSets()).toEqual([
      {
        id: "mine",
        editions: [{ info, access: "sites", source: "s1" }],
        isEnabled: true,
        addedAt: NOW,
        removedAt: null,
      },
    ]);
    expect((await rowsInDatabase()).filter(({ owner }) => owner === "mine")).toEqual([
      {
        owner: "mine",
        part: "segment",
        generation: "generation 1",
        source: "s1",
        format: FORMAT_VERSION,
        isImport: true,
        worker: "worker 1",
        state: "ready",
        isDamaged: false,
        builtAt: NOW,
        bytes: expect.any(Number),
        records: 24,
        counts: {
          articles: 24,
          outlets: 1,
          sourceBytes: machine.sources.kept.get("s1")?.bytes.length,
        },
      },
    ]);
    expect(await editionsIn(services)).toEqual(["first"]);
  });

  test("registers the content script for its sites", async () => {
    await machine.import("s1", edition("first"));
    expect(machine.registered).toEqual(["*://*.bundled.example/*", "*://*.mine.example/*"]);
  });
});

describe("an import that replaces", () => {
  beforeEach(async () => {
    await machine.import("s1", edition("first"));
    await changeDataSet("mine", (dataSet) => ({ ...dataSet, isEnabled: false }));
    machine.now = NOW + 1000;
  });

  test("keeps its place in the list", async () => {
    await machine.import("s3", [record("https://other.example/1")], { id: "other", name: "Other" });
    await machine.import("s2", edition("second"));
    expect((await readDataSets()).map(({ id }) => id)).toEqual(["mine", "other"]);
  });

  test("keeps its id, when it was added and whether it is switched on", async () => {
    await machine.import("s2", edition("second", 12), { name: "Mine, renamed" });
    expect(await addedNow()).toMatchObject([
      {
        entry: { id: "mine", isEnabled: false, addedAt: NOW },
        shown: { info: { id: "mine", name: "Mine, renamed", records: 12 }, source: "s2" },
        answering: {
          generation: "generation 2",
          builtAt: NOW + 1000,
          counts: { articles: 12 },
        },
      },
    ]);
  });

  test("leaves nothing of the old one", async () => {
    await machine.import("s2", edition("second"));
    expect(await machine.sources.names()).toEqual(["s2"]);
    expect(await segmentsInDatabase()).toEqual([["mine", "generation 2"]]);
    expect(await generationsInDatabase()).toEqual(["generation 2"]);
  });

  test("leaves nothing of a rebuild that was running", async () => {
    await leaveBuild({ owner: "mine", source: "s1", generation: "half", isImport: false });
    const store = await openIndexedDbStore();
    await store.write("half", [{ name: "checkpoint", bytes: Uint8Array.of(1) }]);
    await machine.import("s2", edition("second"));
    expect(await answeringNow()).toEqual([["s2", "good"]]);
    expect(await generationsInDatabase()).toEqual(["generation 2"]);
  });
});

describe("an import is refused", () => {
  test("without a staged source", async () => {
    const request = await machine.staged("s1", edition("first"));
    await machine.sources.remove("s1");
    await expect(machine.start().jobs.import(request)).rejects.toThrow(MissingSourceError);
    expect(await readDataSets()).toEqual([]);
  });

  test("while another is not done", async () => {
    const { jobs } = machine.start();
    const [one, two] = await Promise.allSettled([
      jobs.import(await machine.staged("s1", edition("first"))),
      jobs.import(await machine.staged("s2", edition("second"), { id: "other" })),
    ]);
    expect([one.status, two.status]).toEqual(["fulfilled", "rejected"]);
    await jobs.idle();
    expect(await answeringNow()).toEqual([["s1", "good"]]);
  });
});

test("an import whose staged source is missing fails, and can be cancelled", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const services = machine.start();
  await services.jobs.import(await machine.staged("s1", edition("first")));
  await services.jobs.discard();
  await machine.leave("g", "s2", edition("second"));
  await machine.sources.remove("s2");
  await services.jobs.resume();
  await services.jobs.idle();
  expect(await services.jobs.status()).toMatchObject({ state: "failed", failure: "source-lost" });
  await services.jobs.discard();
  expect(await services.jobs.status()).toBeNull();
});

test("an import stays in use when the open tabs could not be notified", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  vi.spyOn(browser.tabs, "query").mockRejectedValue(new Error("no tabs"));
  const services = machine.start();
  await services.jobs.import(await machine.staged("s1", edition("first")));
  await services.jobs.idle();
  expect(await services.jobs.status()).toBeNull();
  expect(await answeringNow()).toEqual([["s1", "good"]]);
  expect(logged).toHaveBeenCalledTimes(1);
});

test("progress is reported while a job runs, and its end", async () => {
  const services = machine.start({
    async pause() {
      machine.now += 600;
    },
  });
  await services.jobs.import(await machine.staged("s1", edition("first")));
  await services.jobs.idle();
  const done = machine.progress.map((job) => job?.done ?? null);
  expect(done.at(-1)).toBeNull();
  const counts = done.slice(0, -1).map(Number);
  expect(counts.length).toBeGreaterThan(2);
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  expect(counts.at(-1)).toBe(24);
});

describe("work that continues after its worker was stopped shows what is done already", () => {
  /** A worker that goes no further than the work's start. */
  const held = () => machine.start({ pause: () => new Promise(() => undefined) });

  async function leaveHalf(): Promise<void> {
    const store = await openIndexedDbStore();
    const checkpoint = { offset: 0, entries: 0, records: 17 };
    await store.write("half", [{ name: "checkpoint", bytes: encodeBlock(checkpoint) }]);
  }

  test("of an import that is resumed", async () => {
    await machine.leave("half", "s1", edition("first"));
    await leaveHalf();
    const { jobs } = held();
    await jobs.resume();
    expect(await jobs.status()).toMatchObject({ state: "running", done: 17, total: 24 });
  });

  test("of a rebuild", async () => {
    await machine.import("s1", edition("first"));
    await leaveBuild({ owner: "mine", source: "s1", generation: "half", isImport: false });
    await leaveHalf();
    const { jobs } = held();
    await jobs.schedule();
    expect(await jobs.status()).toMatchObject({ kind: "rebuild", done: 17, total: 24 });
  });
});

test("a damaged checkpoint breaks neither the list of data sets nor resuming", async () => {
  const store = await openIndexedDbStore();
  await store.write("g", [{ name: "checkpoint", bytes: Uint8Array.of(1, 2, 3, 4, 5) }]);
  await machine.leave("g", "s1", edition("first"));
  const services = machine.start();
  expect(await services.jobs.status()).toMatchObject({ state: "interrupted", done: 0 });
  await services.jobs.resume();
  await services.jobs.idle();
  expect(await editionsIn(services)).toEqual(["first"]);
});
