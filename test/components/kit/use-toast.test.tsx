// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { useToast } from "../../../components/kit/use-toast.ts";
import { runHook } from "./run-hook.tsx";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function shown(content: Parameters<ReturnType<typeof useToast>[1]>[0]) {
  const hook = runHook(useToast);
  void act(() => hook.now[1](content));
  return {
    message: () => hook.now[0]?.message ?? null,
    show: (next: typeof content) => act(() => hook.now[1](next)),
    wait: (ms: number) => act(() => void vi.advanceTimersByTime(ms)),
  };
}

describe("a message", () => {
  test("disappears after ten seconds", async () => {
    const toast = shown({ message: "Saved." });
    await toast.wait(9_999);
    expect(toast.message()).toBe("Saved.");
    await toast.wait(1);
    expect(toast.message()).toBeNull();
  });

  test("stays while it can be undone, until it is dismissed", async () => {
    const toast = shown({ message: "Removed.", undo() {} });
    await toast.wait(3_600_000);
    expect(toast.message()).toBe("Removed.");
    await toast.show(null);
    expect(toast.message()).toBeNull();
  });

  test("has its own ten seconds when it follows another", async () => {
    const toast = shown({ message: "Saved." });
    await toast.wait(9_000);
    await toast.show({ message: "Rebuilt." });
    await toast.wait(9_000);
    expect(toast.message()).toBe("Rebuilt.");
  });
});
