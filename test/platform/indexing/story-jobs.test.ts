import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { STORY_FORMAT_VERSION } from "../../../core/story-index/format.ts";
import { changeRow, generationsInDatabase } from "../workers.ts";
import { expectNothingLeft, generationOf, StoryMachine } from "./story-machine.ts";
import { headlines, storyAt } from "./story-workers.ts";

let machine: StoryMachine;
beforeEach(() => {
  vi.restoreAllMocks();
  machine = new StoryMachine();
});

describe("missing story indexes", () => {
  beforeEach(async () => {
    await machine.importOneAndTwo();
  });

  test("are built one after the other, the latest added first", async () => {
    await machine.started();
    expect(machine.built).toEqual(["two/stories", "one/stories"]);
  });

  test("are used once they are complete", async () => {
    const before = machine.start();
    expect(await storyAt(before)).toBe("none");
    expect(await storyAt(await machine.started())).toEqual([
      "https://one.example/0",
      "https://one.example/1",
      "https://one.example/5",
      "https://two.example/0",
      "https://two.example/1",
      "https://two.example/5",
    ]);
  });

  test("leave nothing of their work behind", async () => {
    await machine.started();
    await expectNothingLeft();
  });

  test("are not built again when they exist, nor by the next worker", async () => {
    const services = await machine.started();
    services.stories.schedule();
    await services.stories.idle();
    await machine.started();
    expect(machine.built.length).toBe(2);
  });

  test("are not built before the worker has finished its start", async () => {
    const services = machine.start();
    services.stories.schedule();
    await services.stories.idle();
    expect(machine.built).toEqual([]);
  });

  test("of another format are rebuilt", async () => {
    await machine.started();
    await changeRow("two", "stories", { format: STORY_FORMAT_VERSION + 1 });
    await machine.started();
    expect(machine.built.slice(2)).toEqual(["two/stories"]);
    await expectNothingLeft();
  });

  test("keep the background awake, every few seconds", async () => {
    const awake: number[] = [];
    // Each look at the clock is a second.
    const now = () => {
      machine.now += 1000;
      return machine.now;
    };
    await machine.started({ now, stayAwake: () => awake.push(machine.now) });
    const gaps = awake.slice(1).map((time, i) => time - (awake[i] ?? 0));
    expect(gaps.length).toBeGreaterThan(3);
    expect(Math.min(...gaps)).toBe(5000);
  });
});

test("the bundled data set answers with its stories when the browser has no database", async () => {
  machine.bundled = headlines("bundled");
  const services = await machine.started({
    openStore: () => Promise.reject(new Error("no database")),
  });
  expect((await services.ledger.store()).kind).toBe("memory");
  expect(await storyAt(services)).toEqual([
    "https://bundled.example/0",
    "https://bundled.example/1",
    "https://bundled.example/5",
  ]);
});

describe("a data set that is replaced", () => {
  test("gets a story index of its new records, and the old one is deleted", async () => {
    await machine.import("s1", headlines("first"));
    const services = await machine.started();
    const old = await generationOf("mine/stories");
    await services.jobs.import(await machine.staged("s2", headlines("second")));
    await services.jobs.idle();
    await services.stories.idle();
    expect(machine.built).toEqual(["mine/stories", "mine/stories"]);
    expect(await generationsInDatabase()).not.toContain(old);
    await expectNothingLeft();
    expect(await storyAt(services)).toEqual([
      "https://second.example/0",
      "https://second.example/1",
      "https://second.example/5",
    ]);
  });

  test("is not answered from the old one's stories meanwhile", async () => {
    await machine.import("s1", headlines("first"));
    await machine.started();
    await machine.import("s2", headlines("second"));
    expect(await storyAt(machine.start())).toBe("none");
  });
});
