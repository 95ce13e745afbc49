import browser from "webextension-polyfill";
import type { Coverage } from "../../core/coverage/coverage.ts";
import { hasCompany, hasStory } from "../../core/coverage/has-story.ts";
import type { JobStatus } from "../../core/protocol/data-set-status.ts";

/** Shows a tab's answer on the toolbar button: how many related articles, or a dot for a known article or outlet. */
export async function showBadge(tab: number, coverage: Coverage): Promise<void> {
  const text = hasCompany(coverage)
    ? String(coverage.related.length)
    : hasStory(coverage) || coverage.kind === "outlet"
      ? "•"
      : "";
  const color = hasCompany(coverage) ? "#1f5fbf" : "#6b7280";
  // The tab may be closed by now; then no badge is needed.
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId: tab, text }),
    browser.action.setBadgeBackgroundColor({ tabId: tab, color }),
    browser.action.setBadgeTextColor({ tabId: tab, color: "#ffffff" }),
  ]);
}

/** Shows how far a job is, on tabs without an answer of their own; `null` takes it away. */
export async function showProgress(job: JobStatus | null): Promise<void> {
  const text =
    job === null || job.total === 0 ? "" : `${Math.floor((100 * job.done) / job.total)}%`;
  await Promise.allSettled([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: "#6b7280" }),
    browser.action.setBadgeTextColor({ color: "#ffffff" }),
  ]);
}
