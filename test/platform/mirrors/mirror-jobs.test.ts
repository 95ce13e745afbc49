import { expect, test } from "vitest";
import { MirrorJobs } from "../../../platform/mirrors/mirror-jobs.ts";

const deps = { now: () => 0, stayAwake: () => undefined };

test("a job that is cancelled while it waits for its turn does no work", async () => {
  const jobs = new MirrorJobs(deps);
  const first = Promise.withResolvers<void>();
  const done: string[] = [];
  const running = jobs.run("first", () => first.promise);
  const waiting = jobs.run("second", async () => done.push("second"));
  expect(jobs.progressOf("second")).toEqual({
    step: "manifest",
    done: 0,
    total: 0,
    perSecond: null,
  });
  const cancelled = jobs.cancel("second");
  first.resolve();
  await cancelled;
  await running;
  expect(await waiting).toBeNull();
  expect(done).toEqual([]);
  expect(jobs.progressOf("second")).toBeNull();
});

test("a job that fails lets the next one run", async () => {
  const jobs = new MirrorJobs(deps);
  const failing = jobs.run("first", () => Promise.reject(new Error("broken")));
  const next = jobs.run("second", async () => "done");
  await expect(failing).rejects.toThrow("broken");
  expect(await next).toBe("done");
});
