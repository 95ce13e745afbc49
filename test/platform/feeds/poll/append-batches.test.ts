import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AppendBatches, type Polled } from "../../../../platform/feeds/poll/append-batches.ts";
import { feedState } from "../../../fixtures/feed-states.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function polled(n: number): Polled {
  const state = feedState();
  return {
    outlet: `${n}`,
    taken: { state, records: new Map(), revised: new Set() },
    otherwise: state,
  };
}

/** Batches, and the outlets of those that were handed on. */
function gathering(append: () => Promise<void> = async () => undefined) {
  const handedOn: string[][] = [];
  const batches = new AppendBatches((some) => {
    handedOn.push(some.map(({ outlet }) => outlet));
    return append();
  });
  return { batches, handedOn };
}

test("what polls bring is handed on together, five seconds after the first", async () => {
  const { batches, handedOn } = gathering();
  batches.add(polled(1));
  await vi.advanceTimersByTimeAsync(4000);
  batches.add(polled(2));
  await vi.advanceTimersByTimeAsync(999);
  expect(handedOn).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(handedOn).toEqual([["1", "2"]]);
  batches.add(polled(3));
  await vi.advanceTimersByTimeAsync(5000);
  expect(handedOn).toEqual([["1", "2"], ["3"]]);
});

test("twenty are handed on at once, and not again later", async () => {
  const { batches, handedOn } = gathering();
  for (let n = 1; n < 20; n++) batches.add(polled(n));
  await vi.advanceTimersByTimeAsync(0);
  expect(handedOn).toEqual([]);
  batches.add(polled(20));
  await vi.advanceTimersByTimeAsync(0);
  expect(handedOn.map(({ length }) => length)).toEqual([20]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(handedOn.length).toBe(1);
});

test("one batch follows the other, and the end waits for all", async () => {
  const ends: (() => void)[] = [];
  const { batches, handedOn } = gathering(
    () => new Promise((resolve) => void ends.push(() => resolve())),
  );
  batches.add(polled(1));
  void batches.flush();
  batches.add(polled(2));
  let isOver = false;
  const over = batches.flush().then(() => {
    isOver = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(handedOn).toEqual([["1"]]);
  ends[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect([handedOn, isOver]).toEqual([[["1"], ["2"]], false]);
  ends[1]?.();
  await over;
});

test("nothing is handed on where nothing was gathered", async () => {
  const { batches, handedOn } = gathering();
  await batches.flush();
  expect(handedOn).toEqual([]);
});
