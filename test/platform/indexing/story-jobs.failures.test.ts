import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Services } from "../../../platform/background/services.ts";
import { requestsTo } from "../requests.ts";
import { expectNothingLeft, isBuilding, StoryMachine } from "./story-machine.ts";

let machine: StoryMachine;
beforeEach(async () => {
  vi.restoreAllMocks();
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  machine = new StoryMachine();
  await machine.importOneAndTwo();
});

describe("a disk that is full", () => {
  let services: Services;
  let isFull: boolean;
  beforeEach(async () => {
    isFull = true;
    // It takes no blocks while the second's stories are built.
    const database = machine.database((store) => ({
      async write(generation, blocks) {
        if (isFull && isBuilding(services, "two", "s2"))
          throw new DOMException("no space", "QuotaExceededError");
        await store.write(generation, blocks);
      },
    }));
    services = machine.start(database);
    services.stories.start();
    await services.stories.idle();
  });

  test("fails the story index, and the others go on", () => {
    expect(machine.built).toEqual(["one/stories"]);
    expect(services.stories.stateOf("two", "s2")).toEqual({ kind: "failed" });
    expect(services.stories.stateOf("one", "s1")).toEqual({ kind: "waiting" });
  });

  test("is freed of the failed build", () => expectNothingLeft());

  test("is not tried again in this worker", async () => {
    isFull = false;
    services.stories.schedule();
    await services.stories.idle();
    expect(machine.built.length).toBe(1);
  });

  test("is tried again when the user starts a rebuild", async () => {
    isFull = false;
    await requestsTo(services).rebuild("two");
    await services.jobs.idle();
    await services.stories.idle();
    expect(machine.built.at(-1)).toBe("two/stories");
    expect(services.stories.stateOf("two", "s2")).toEqual({ kind: "waiting" });
  });

  test("is tried again by the next worker", async () => {
    await machine.started();
    expect(machine.built.at(-1)).toBe("two/stories");
  });

  test("does not affect the story index of replacing records", () => {
    expect(services.stories.stateOf("two", "s3")).toEqual({ kind: "waiting" });
  });
});

test("a missing source fails only its story index", async () => {
  await machine.sources.remove("s2");
  const services = await machine.started();
  expect(machine.built).toEqual(["one/stories"]);
  expect(services.stories.stateOf("two", "s2")).toEqual({ kind: "failed" });
});
