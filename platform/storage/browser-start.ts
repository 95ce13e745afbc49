import { browserStartItem } from "./stored-items.ts";

/**
 * When the browser was started, as far as a worker has noticed, ms since 1970. It is kept in memory
 * that the browser gives up at its end.
 */
export async function browserStart(now: number): Promise<number> {
  return (
    (await browserStartItem.read()) ?? (await browserStartItem.change((at) => at ?? now)) ?? now
  );
}
