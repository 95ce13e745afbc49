import { expect, test, vi } from "vitest";
import { throttled } from "../../../platform/indexing/throttled.ts";

test("a throttled function runs at once, and then at most once in its time", () => {
  let now = 100;
  const run = vi.fn<(value: string) => void>();
  const call = throttled(run, 500, () => now);
  call("first");
  call("dropped");
  now = 599;
  call("dropped too");
  now = 600;
  call("second");
  call("dropped again");
  expect(run.mock.calls).toEqual([["first"], ["second"]]);
});
