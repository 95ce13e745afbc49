import { vi } from "vitest";
import { WAIT } from "./timeouts.ts";

/** Waits until an expectation holds, however slow the machine is. */
export function waitUntil<Value>(expectation: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(expectation, WAIT);
}
