import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Build } from "../../../platform/store/ledger.ts";
import { discardAfter, retried } from "../../../platform/store/retried.ts";

const FULL = new DOMException("no space", "QuotaExceededError");

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** Fails a number of times, then succeeds. */
function failing(times: number) {
  return vi.fn<() => Promise<void>>(async () => {
    if (times-- > 0) throw FULL;
  });
}

function buildOf(discard: () => Promise<void>): Build {
  return { discard } as Build;
}

describe("a removal from a full disk", () => {
  test("that comes through is done once", async () => {
    const remove = failing(0);
    await retried(remove);
    expect(remove).toHaveBeenCalledTimes(1);
  });

  test("is tried again after 300 ms", async () => {
    const remove = failing(1);
    const removed = retried(remove);
    await vi.advanceTimersByTimeAsync(299);
    expect(remove).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    await removed;
    expect(remove).toHaveBeenCalledTimes(2);
  });

  test("comes through at the tenth retry", async () => {
    const remove = failing(10);
    const removed = retried(remove);
    await vi.advanceTimersByTimeAsync(3000);
    await removed;
    expect(remove).toHaveBeenCalledTimes(11);
  });

  test("is given up after ten retries", async () => {
    const remove = failing(20);
    const failed = expect(retried(remove)).rejects.toBe(FULL);
    await vi.advanceTimersByTimeAsync(9000);
    await failed;
    expect(remove).toHaveBeenCalledTimes(11);
  });
});

describe("builds that failed", () => {
  test("are all deleted, even when one of them cannot be", async () => {
    const [first, second] = [failing(1), failing(0)];
    await discardAfter(new Error("something else"), [buildOf(first), buildOf(second)]);
    expect(first).toHaveBeenCalledTimes(1);
    expect(second).toHaveBeenCalledTimes(1);
  });

  test("on a full disk are deleted as soon as that is possible", async () => {
    const discard = failing(2);
    const discarded = discardAfter(FULL, [buildOf(discard)]);
    await vi.advanceTimersByTimeAsync(600);
    await discarded;
    expect(discard).toHaveBeenCalledTimes(3);
  });
});
