import type { FeedFailure } from "../../../core/feeds/read/feed-answer.ts";
import type { OutletStatus } from "../../../core/protocol/live-status.ts";
import { shownHosts } from "../../../core/url/shown-host.ts";
import type { Locale, TextKey } from "../../kit/locale.ts";

const FAILURES: Readonly<Record<FeedFailure, TextKey>> = {
  "no-permission": "failNotAllowed",
  unreachable: "failUnreachable",
  timeout: "failTimeout",
  "too-large": "failTooLarge",
  gone: "failGone",
  "not-found": "failNotFound",
  refused: "failRefused",
  "too-often": "failTooOften",
  "server-error": "failServer",
  "odd-answer": "failOdd",
  "web-page": "failWebPage",
  "not-a-feed": "failNotFeed",
  "other-site": "failOtherSite",
  "forbidden-address": "failForbidden",
  internal: "failInternal",
};

/** What is wrong with an outlet's feed and what to do about it, as text; `null` if nothing is wrong. */
export function outletTrouble(outlet: OutletStatus, { text, date }: Locale): string | null {
  const { health, failure, status, failingSince, domains } = outlet;
  if (hasOnlyUnusableItems(outlet)) return text("nothingTaken");
  if (health === "not-allowed") return text("failNotAllowed");
  if (health !== "failing" && health !== "dead") return null;
  const sentences = [text(FAILURES[failure ?? "internal"], shownHosts(domains))];
  if (health === "dead" && failingSince !== null)
    sentences.push(text("deadHelp", date(failingSince)));
  if (status !== null && status >= 400) sentences.push(`(HTTP ${status})`);
  return sentences.join(" ");
}

/** Whether a feed answers, but none of its items could ever be used. */
export function hasOnlyUnusableItems({
  health,
  articles,
  otherSite,
  unusable,
}: OutletStatus): boolean {
  return health === "good" && articles === 0 && otherSite + unusable > 0;
}

/** Whether the outlet needs the user's attention. */
export function needsAttention(outlet: OutletStatus): boolean {
  const { health, isPaused, removedAt } = outlet;
  if (removedAt !== null) return false;
  if (health === "not-allowed") return true;
  return !isPaused && (health === "failing" || health === "dead" || hasOnlyUnusableItems(outlet));
}
