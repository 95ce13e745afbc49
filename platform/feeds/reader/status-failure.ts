import type { FeedFailure } from "../../../core/feeds/read/feed-answer.ts";

/** Statuses that say more than their first digit. */
const FAILURES: ReadonlyMap<number, FeedFailure> = new Map([
  [401, "refused"],
  [402, "refused"],
  [403, "refused"],
  [404, "not-found"],
  [410, "gone"],
  [429, "too-often"],
  [451, "refused"],
]);

/** The failure that an HTTP status without a usable body stands for. */
export function statusFailure(status: number): FeedFailure {
  return FAILURES.get(status) ?? (status >= 500 ? "server-error" : "odd-answer");
}
