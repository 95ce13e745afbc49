// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { HiddenSite } from "../../../components/sidebar/HiddenSite.tsx";
import { show } from "../kit/english.tsx";

let isUsed: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  isUsed = false;
  vi.spyOn(HTMLElement.prototype, "matches").mockImplementation(() => isUsed);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

test("the message about a hidden site goes after ten seconds, but not while it is used", () => {
  const onEnd = vi.fn();
  show(<HiddenSite site="a.example" onUndo={() => undefined} onEnd={onEnd} />);
  vi.advanceTimersByTime(9_999);
  isUsed = true;
  vi.advanceTimersByTime(5_000);
  expect(onEnd).not.toHaveBeenCalled();
  isUsed = false;
  vi.advanceTimersByTime(10_000);
  expect(onEnd).toHaveBeenCalledTimes(1);
});
