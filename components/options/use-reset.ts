import { useState } from "preact/hooks";
import type { Correction } from "../../core/corrections/corrections.ts";
import type { OutletStatus } from "../../core/protocol/live-status.ts";
import type { SettingsChange } from "../../core/settings/settings.ts";
import type { Send } from "../kit/deps.ts";
import { useLocale } from "../kit/locale.ts";
import type { ShowToast } from "../kit/use-toast.ts";
import { type AllOfUser, countsOf } from "./backup/all-of-user.ts";
import { readUnshown, restoreUnshown, type Unshown } from "./backup/unshown.ts";

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
    setAsked(countsOf(all, await readUnshown(send), locale));
  };
  const restore = async (before: AllOfUser, unshown: Unshown | null): Promise<void> => {
    await corrections.restore(before.corrections, null);
    await live.restoreAll(before.outlets);
    if (unshown !== null) await restoreUnshown(send, unshown);
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
    const counts = countsOf(all, unshown, locale);
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
