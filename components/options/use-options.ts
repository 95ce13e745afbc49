import { isolated } from "../kit/isolated.ts";
import { useLocale } from "../kit/locale.ts";
import { useToast } from "../kit/use-toast.ts";
import { allOfUser } from "./backup/all-of-user.ts";
import { type BackupDeps, useBackup } from "./backup/use-backup.ts";
import { type CorrectionListDeps, useCorrectionList } from "./corrections/use-correction-list.ts";
import { type DataSetDeps, useDataSets } from "./data-sets/use-data-sets.ts";
import { type ExportDeps, useExport } from "./data-sets/use-export.ts";
import { type ImportDeps, useImport } from "./import/use-import.ts";
import { type LiveDeps, useLive } from "./live/use-live.ts";
import { type PublishedDeps, usePublished } from "./published/use-published.ts";
import type { ShortcutDeps } from "./ShortcutsSection.tsx";
import { useReset } from "./use-reset.ts";
import { useSettings } from "./use-settings.ts";
import { type StatusDeps, useStatus } from "./use-status.ts";

/** Everything of the browser that the options page uses. The object stays the same for the page's life. */
export interface OptionsDeps
  extends StatusDeps,
    DataSetDeps,
    ExportDeps,
    ImportDeps,
    LiveDeps,
    PublishedDeps,
    CorrectionListDeps,
    BackupDeps,
    ShortcutDeps {
  /** Of the extension. */
  readonly version: string;
}

/** What the options page shows, and what the user can do there. */
export function useOptions(deps: OptionsDeps) {
  const { text } = useLocale();
  const { send } = deps;
  const [toast, showToast] = useToast();
  const { status, show, reload } = useStatus(deps, ({ info, access, isAccessGranted }) => {
    const added = text("dataSetAdded", isolated(info.name));
    const isKeptOut = access !== "toolbar" && !isAccessGranted;
    showToast({ message: isKeptOut ? `${added} ${text("accessNotGiven")}` : added });
  });
  const loaded = status === "failed" ? null : status;
  const dataSets = loaded?.dataSets ?? [];
  const settings = useSettings(send, { settings: loaded?.settings ?? null, showToast, reload });
  const corrections = useCorrectionList(deps, showToast);
  const live = useLive(deps, showToast);
  const subscribed = usePublished(deps, showToast);
  const jobs = useDataSets(deps, { dataSets, show, showToast });
  const exporting = useExport(deps, showToast);
  const importing = useImport(deps, {
    dataSets,
    onStarted: () => void reload(),
    async onRefused() {
      if (!(await reload())) showToast({ message: text("failedUnavailable") });
    },
  });
  const all = allOfUser(loaded, live.status, corrections.corrections, subscribed.published);
  const backup = useBackup(deps, { all, showToast, reload });
  const reset = useReset(send, {
    all,
    changeSettings: settings.change,
    corrections,
    live,
    showToast,
    reload,
  });
  return {
    ...{ status, reload, toast, dismissToast: () => showToast(null) },
    ...{ live, jobs, exporting, importing, subscribed, settings, corrections, all, backup, reset },
  };
}

export type Options = ReturnType<typeof useOptions>;
