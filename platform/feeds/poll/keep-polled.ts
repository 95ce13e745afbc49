import type { PollResult } from "../../../core/feeds/poll/poll-result.ts";
import { failureOf } from "../../store/job-failure.ts";
import type { Polled } from "./append-batches.ts";

/**
 * Keeps what polls brought. What cannot be kept together is kept one by one, and of a feed whose articles
 * cannot be kept at all that it failed: it holds up no other.
 *
 * @param append all or nothing
 * @returns `false` when nothing can be kept: the disk is full, or the database is gone
 */
export async function keepPolled(
  polled: readonly Polled[],
  append: (answers: readonly PollResult[]) => Promise<void>,
): Promise<boolean> {
  try {
    await append(polled.map(({ taken }) => taken));
    return true;
  } catch (error) {
    console.error("Second Source: feeds", error);
    if (failureOf(error) === "disk-full") return false;
    const [first] = polled;
    if (first === undefined) return true;
    if (polled.length === 1)
      return append([{ state: first.otherwise, records: new Map() }]).then(
        () => true,
        () => false,
      );
    for (const one of polled) if (!(await keepPolled([one], append))) return false;
    return true;
  }
}
