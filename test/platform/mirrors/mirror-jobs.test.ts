import { expect, test, vi } from "vitest";
import { MirrorJobs } from "../../../platform/mirrors/mirror-jobs.ts";

const deps = { now: () => 0, stayAwake: () => undefined };

test("a job that is cancelled while it waits for its turn does no work", async () => {
  const jobs = new MirrorJobs(deps);
  const first = Promise.withResolvers<void>();
  const done: string[] = [];
  const running = ["a", "b", "c", "d"].map((id) => jobs.run(id, () => first.promise));
  const waiting = jobs.run("second", async () => done.push("second"));
  expect(jobs.progressOf("second")).toEqual({
    step: "manifest",
    done: 0,
    total: 0,
    perSecond: null,
  });
  await jobs.cancel("second");
  expect(await waiting).toBeNull();
  first.resolve();
  await Promise.all(running);
  expect(done).toEqual([]);
  expect(jobs.progressOf("second")).toBeNull();
});

test("a mirror's jobs run one after the other, and those of four mirrors at once", async () => {
  const jobs = new MirrorJobs(deps);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    begun.push(name);
    const { promise, resolve } = Promise.withResolvers<void>();
    ends.set(name, resolve);
    return promise;
  };
  const run = (id: string, name = id) => jobs.run(id, work(name));
  const all = [run("a"), run("a", "a again"), run("b"), run("c"), run("d"), run("e")];
  await vi.waitFor(() => expect(begun).toEqual(["a", "b", "c", "d"]));
  ends.get("b")?.();
  await vi.waitFor(() => expect(begun).toEqual(["a", "b", "c", "d", "e"]));
  ends.get("a")?.();
  await vi.waitFor(() => expect(begun.at(-1)).toBe("a again"));
  for (const end of ends.values()) end();
  await Promise.all(all);
});

test("a job that fails lets the next one run", async () => {
  const jobs = new MirrorJobs(deps);
  const failing = jobs.run("first", () => Promise.reject(new Error("broken")));
  const next = jobs.run("first", async () => "done");
  await expect(failing).rejects.toThrow("broken");
  expect(await next).toBe("done");
});
