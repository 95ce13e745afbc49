import { useState } from "preact/hooks";
import type { Correction } from "../../core/corrections/corrections.ts";
import type { OutletStatus } from "../../core/protocol/live-status.ts";
import type { Settings, SettingsChange } from "../../core/settings/settings.ts";
import type { Send } from "../kit/deps.ts";
import { useLocale } from "../kit/locale.ts";
import type { ShowToast } from "../kit/use-toast.ts";

interface Page {
  /** `null` until they are known. */
  readonly settings: Settings | null;
  readonly changeSettings: (change: SettingsChange, message: string) => Promise<unknown>;
  readonly corrections: {
    /** `null` until they are known. */
    readonly corrections: readonly Correction[] | null;
    readonly reload: () => Promise<unknown>;
    readonly restore: (pairs: readonly Correction[], message: null) => Promise<unknown>;
  };
  readonly live: {
    /** Resolves to the outlets that are picked. */
    readonly reload: () => Promise<readonly OutletStatus[]>;
    readonly restoreAll: (outlets: readonly OutletStatus[]) => Promise<unknown>;
  };
  readonly showToast: ShowToast;
  readonly reload: () => Promise<unknown>;
}

/** Resets everything but the data sets, with a way to undo it. */
export function useReset(send: Send, page: Page) {
  const { text } = useLocale();
  const { corrections, live, settings, showToast } = page;
  const [isResetting, setResetting] = useState(false);
  const reset = async (): Promise<void> => {
    const removed = corrections.corrections ?? [];
    setResetting(true);
    const outlets = await live.reload();
    const follows = await send({ type: "follows.list" });
    const { ok } = await send({ type: "reset" });
    setResetting(false);
    const restore = async (before: Settings) => {
      await corrections.restore(removed, null);
      await live.restoreAll(outlets);
      if (follows.ok && follows.value.length > 0)
        await send({ type: "follows.add", follows: [...follows.value] });
      await page.changeSettings(before, text("undone"));
    };
    await Promise.all([corrections.reload(), live.reload()]);
    if (!ok) showToast({ message: text("failedUnavailable") });
    else
      showToast({
        message: text("resetDone"),
        undo: settings === null ? undefined : () => void restore(settings),
      });
    await page.reload();
  };
  return { isResetting, reset };
}
