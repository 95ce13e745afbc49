import type { Backup } from "../../../core/backup/backup.ts";
import type { Correction } from "../../../core/corrections/corrections.ts";
import type { LiveStatus, OutletStatus } from "../../../core/protocol/live-status.ts";
import type { PublishedSets, PublishedStatus } from "../../../core/protocol/published-status.ts";
import type { Status } from "../../../core/protocol/responses.ts";
import type { Settings } from "../../../core/settings/settings.ts";
import type { Locale } from "../../kit/locale.ts";
import type { Unshown } from "./unshown.ts";

/**
 * Everything that the user has, as far as it is listed: not what was removed and can be restored, and not what the options
 * do not show (`Unshown`).
 */
export interface AllOfUser extends Omit<Backup, keyof Unshown> {
  readonly settings: Settings;
  readonly outlets: readonly OutletStatus[];
  readonly dataSets: readonly (Backup["dataSets"][number] & { readonly id: string })[];
  readonly published: readonly PublishedStatus[];
}

/** All that the user has; `null` until all of it is known. */
export function allOfUser(
  status: Status | null,
  live: LiveStatus | null,
  corrections: readonly Correction[] | null,
  published: PublishedSets | null,
): AllOfUser | null {
  if (status === null || live === null || corrections === null || published === null) return null;
  const isListed = ({ removedAt }: { readonly removedAt: number | null }) => removedAt === null;
  return {
    settings: status.settings,
    outlets: live.outlets.filter(isListed),
    corrections,
    dataSets: status.dataSets
      .filter(({ isBundled }) => !isBundled)
      .map(({ info, access }) => ({ ...info, access })),
    published: published.sets.filter(isListed),
  };
}

/**
 * How much that is, as a list of numbers: "12 outlets, 3 corrections"; empty where it is nothing but settings.
 *
 * @param unshown `null` where it is not known
 */
export function countsOf(
  all: AllOfUser,
  unshown: Unshown | null,
  { list, counted }: Locale,
): string {
  const counts = [
    ["outletsIn", all.outlets.length],
    ["dataSetsIn", all.dataSets.length + all.published.length],
    ["corrections", all.corrections.length],
    ["followsIn", unshown?.follows.length ?? 0],
    ["savedIn", unshown?.saved.length ?? 0],
    ["readingsIn", unshown?.readings.length ?? 0],
    ["sitesIn", all.settings.sitesOff.length],
    ["preferencesIn", all.settings.outletPreferences.length],
  ] as const;
  return list(counts.filter(([, count]) => count > 0).map(([name, count]) => counted(name, count)));
}
