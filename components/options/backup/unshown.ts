import type { Backup } from "../../../core/backup/backup.ts";
import type { Send } from "../../kit/deps.ts";

/** What the user has but the options do not show: it is asked for when it is needed. */
export type Unshown = Pick<Backup, "follows" | "saved" | "readings" | "siteForms">;

/** @returns `null` where the background does not answer */
export async function readUnshown(send: Send): Promise<Unshown | null> {
  const follows = await send({ type: "follows.list" });
  const saved = await send({ type: "saved.list" });
  const readings = await send({ type: "readings.list" });
  const siteForms = await send({ type: "siteForms.list" });
  if (!(follows.ok && saved.ok && readings.ok && siteForms.ok)) return null;
  return {
    follows: follows.value,
    saved: saved.value,
    readings: readings.value.readings,
    siteForms: siteForms.value,
  };
}

/** Brings back what was deleted of it. */
export async function restoreUnshown(
  send: Send,
  { follows, saved, readings, siteForms }: Unshown,
): Promise<void> {
  if (follows.length > 0) await send({ type: "follows.add", follows: [...follows] });
  if (saved.length > 0) await send({ type: "saved.add", stories: [...saved] });
  if (readings.length > 0) await send({ type: "readings.add", readings: [...readings] });
  if (siteForms.length > 0) await send({ type: "siteForms.add", forms: [...siteForms] });
}
