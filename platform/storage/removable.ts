/** For how long a data set or an outlet that was removed can be restored, ms. */
const RESTORE_MS = 30_000;

/** An entry of a list that the user can take things out of. */
export interface Removable {
  /** When the user removed it, ms since 1970; `null` while it is listed. */
  readonly removedAt: number | null;
}

/** Whether an entry was removed and can still be restored. */
export function canBeRestored({ removedAt }: Removable, now: number): boolean {
  return removedAt !== null && removedAt >= now - RESTORE_MS;
}

/** Whether an entry was removed and cannot be restored any more. */
export function isGone(entry: Removable, now: number): boolean {
  return entry.removedAt !== null && !canBeRestored(entry, now);
}

/** When the first of some entries that were removed can be purged, ms since 1970; `null` for never. */
export function nextPurge(entries: readonly Removable[]): number | null {
  const removals = entries.flatMap(({ removedAt }) => removedAt ?? []);
  return removals.length === 0 ? null : Math.min(...removals) + RESTORE_MS + 1000;
}
