import { useState } from "preact/hooks";
import type { Correction } from "../../core/corrections/corrections.ts";
import type { OutletStatus } from "../../core/protocol/live-status.ts";
import type { SettingsChange } from "../../core/settings/settings.ts";
import type { SiteForm } from "../../core/settings/site-form.ts";
import type { Follow } from "../../core/today/follows.ts";
import type { Send } from "../kit/deps.ts";
import { useLocale } from "../kit/locale.ts";
import type { ShowToast } from "../kit/use-toast.ts";
import { type AllOfUser, countsOf } from "./backup/all-of-user.ts";

interface Page {
  /** `null` until all of it is known. */
  readonly all: AllOfUser | null;
  readonly changeSettings: (change: SettingsChange, message: string) => Promise<unknown>;
  readonly corrections: {
    readonly reload: () => Promise<unknown>;
    readonly restore: (pairs: readonly Correction[], message: null) => Promise<unknown>;
  };
  readonly live: {
    readonly reload: () => Promise<unknown>;
    readonly restoreAll: (outlets: readonly OutletStatus[]) => Promise<unknown>;
  };
  readonly showToast: ShowToast;
  readonly reload: () => Promise<unknown>;
}

/** What the options do not show. */
interface Unshown {
  readonly follows: readonly Follow[];
  readonly siteForms: readonly SiteForm[];
}

/** What the options do not show is asked for, and is nothing where the background does not answer. */
async function readUnshown(send: Send): Promise<Unshown> {
  const follows = await send({ type: "follows.list" });
  const siteForms = await send({ type: "siteForms.list" });
  return {
    follows: follows.ok ? follows.value : [],
    siteForms: siteForms.ok ? siteForms.value : [],
  };
}

/** Deletes everything that the user has and says before and afterwards how much that is, with a way to undo it. */
export function useReset(send: Send, page: Page) {
  const locale = useLocale();
  const { text } = locale;
  const { all, corrections, live, showToast } = page;
  const [isResetting, setResetting] = useState(false);
  /** How much will be deleted, in words, while the user is asked to confirm that. */
  const [asked, setAsked] = useState<string | null>(null);
  const ask = async (): Promise<void> => {
    if (all === null) return;
    const { follows } = await readUnshown(send);
    setAsked(countsOf(all, follows.length, locale));
  };
  const restore = async (before: AllOfUser, { follows, siteForms }: Unshown): Promise<void> => {
    await corrections.restore(before.corrections, null);
    await live.restoreAll(before.outlets);
    if (follows.length > 0) await send({ type: "follows.add", follows: [...follows] });
    if (siteForms.length > 0) await send({ type: "siteForms.add", forms: [...siteForms] });
    const isBack = await restoreDataSets(send, before);
    await page.changeSettings(before.settings, text(isBack ? "undone" : "undoneInPart"));
  };
  const reset = async (): Promise<void> => {
    if (all === null) return;
    setAsked(null);
    setResetting(true);
    const unshown = await readUnshown(send);
    const { ok } = await send({ type: "reset" });
    setResetting(false);
    await Promise.all([corrections.reload(), live.reload()]);
    const counts = countsOf(all, unshown.follows.length, locale);
    if (!ok) showToast({ message: text("failedUnavailable") });
    else
      showToast({
        message: counts === "" ? text("resetDoneSettings") : text("resetDone", counts),
        undo: () => void restore(all, unshown),
      });
    await page.reload();
  };
  return { isResetting, asked, ask, cancel: () => setAsked(null), reset };
}

/** Brings data sets back that were deleted; resolves to whether it was not too late for any of them. */
async function restoreDataSets(send: Send, { dataSets, published }: AllOfUser): Promise<boolean> {
  let isBack = true;
  for (const { id } of dataSets) {
    const answer = await send({ type: "dataSet.restore", id });
    isBack &&= answer.ok && answer.value.dataSets.some(({ info }) => info.id === id);
  }
  for (const { id } of published) {
    const answer = await send({ type: "published.restore", id });
    const isListed = (one: { readonly id: string; readonly removedAt: number | null }) =>
      one.id === id && one.removedAt === null;
    isBack &&= answer.ok && answer.value.sets.some(isListed);
  }
  return isBack;
}
