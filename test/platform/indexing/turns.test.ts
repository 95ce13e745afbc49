import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createPause } from "../../../platform/indexing/turns.ts";

let now = 0;
beforeEach(() => {
  now = 0;
  vi.useFakeTimers({ toFake: ["setTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Whether a pause waits for another turn of the event loop. */
async function waits(pausing: Promise<void>): Promise<boolean> {
  const isOver = vi.fn();
  void pausing.then(isOver);
  for (let i = 0; i < 5; i++) await Promise.resolve();
  const waited = isOver.mock.calls.length === 0;
  vi.runAllTimers();
  await pausing;
  return waited;
}

describe("a pause", () => {
  test("does nothing before 25 ms", async () => {
    const pause = createPause(() => now);
    now = 24;
    expect(await waits(pause())).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("yields after 25 ms", async () => {
    const pause = createPause(() => now);
    now = 25;
    expect(await waits(pause())).toBe(true);
  });

  test("starts the next 25 ms", async () => {
    const pause = createPause(() => now);
    now = 30;
    expect(await waits(pause())).toBe(true);
    now = 54;
    expect(await waits(pause())).toBe(false);
    now = 55;
    expect(await waits(pause())).toBe(true);
  });
});
