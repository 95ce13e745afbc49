import { expect, test } from "vitest";
import { mergeByTime } from "../../../core/today/merge-by-time.ts";

async function* stream(...parts: number[][]): AsyncGenerator<number[]> {
  yield* parts;
}

test("streams become one in order of time", async () => {
  const merged: number[] = [];
  const streams = [stream([1, 4], [9]), stream(), stream([], [2, 3, 10])];
  for await (const number of mergeByTime(streams, (n) => n)) merged.push(number);
  expect(merged).toEqual([1, 2, 3, 4, 9, 10]);
});
