import { useState } from "preact/hooks";
import { backupChanges } from "../../../core/backup/backup-changes.ts";
import { MAX_BACKUP_FILE, readBackup } from "../../../core/backup/read-backup.ts";
import { writeBackup } from "../../../core/backup/write-backup.ts";
import { outletPatterns } from "../../../core/outlets/outlet-patterns.ts";
import { publisherPattern } from "../../../core/published/subscription.ts";
import type { Download, RequestAccess, Send } from "../../kit/deps.ts";
import { isolated } from "../../kit/isolated.ts";
import { useLocale } from "../../kit/locale.ts";
import type { ShowToast } from "../../kit/use-toast.ts";
import type { AllOfUser } from "./all-of-user.ts";
import { applyBackup } from "./apply-backup.ts";
import type { BackupActions, BackupReview, FailedBackupFile } from "./backup-actions.ts";
import { readUnshown } from "./unshown.ts";

export interface BackupDeps {
  readonly send: Send;
  readonly download: Download;
  readonly requestAccess: RequestAccess;
  /** ms since 1970 */
  readonly now: () => number;
}

interface Page {
  /** `null` until all of it is known. */
  readonly all: AllOfUser | null;
  readonly showToast: ShowToast;
  readonly reload: () => Promise<unknown>;
}

/** The file of everything the user has: written, and read back after a look at what it would change. */
export function useBackup(deps: BackupDeps, { all, showToast, reload }: Page) {
  const { text } = useLocale();
  const [review, setReview] = useState<BackupReview | null>(null);
  const [failedFile, setFailedFile] = useState<FailedBackupFile | null>(null);

  /** Everything, with what the options do not show; `null` where the background does not answer. */
  const everything = async () => {
    const unshown = await readUnshown(deps.send);
    if (all !== null && unshown !== null) return { ...all, ...unshown };
    showToast({ message: text("failedUnavailable") });
    return null;
  };
  const open = async (file: File): Promise<void> => {
    const { name } = file;
    showToast(null);
    const read = await readFile(file);
    if ("fault" in read) return setFailedFile({ name, fault: read.fault });
    const present = await everything();
    if (present === null) return;
    setFailedFile(null);
    const changes = backupChanges(read.backup, present);
    const sites = changes.outlets.flatMap(outletPatterns);
    const publishers = changes.published.map(({ address }) => publisherPattern(address));
    const patterns = [...new Set([...sites, ...publishers])];
    setReview({ name, changes, faults: read.faults, patterns });
  };
  const confirm = async (
    { name, changes }: BackupReview,
    granting: Promise<boolean>,
  ): Promise<void> => {
    if (all === null) return;
    await granting;
    setReview(null);
    const { isWhole, undo } = await applyBackup(deps.send, changes, all.settings);
    const takeBack = async () => {
      const answers = [];
      for (const request of undo) answers.push(await deps.send(request));
      const isUndone = answers.every(({ ok }) => ok);
      showToast({ message: text(isUndone ? "backupUndone" : "failedUnavailable") });
      await reload();
    };
    const message = isWhole ? text("backupImported", isolated(name)) : text("failedUnavailable");
    showToast({ message, undo: undo.length > 0 ? () => void takeBack() : undefined });
    await reload();
  };
  const save = async (): Promise<void> => {
    const saved = await everything();
    if (saved === null) return;
    const now = deps.now();
    const file = new Blob([writeBackup(saved, now)], { type: "application/json" });
    const day = new Date(now).toISOString().slice(0, 10);
    deps.download(file, `second-source-${day}.json`);
    showToast({ message: text("backupExported") });
  };
  const actions: BackupActions = {
    export: () => void save(),
    open: (file) => void open(file),
    confirm(chosen) {
      const { patterns } = chosen;
      const granting =
        patterns.length === 0 ? Promise.resolve(true) : deps.requestAccess("sites", patterns);
      void confirm(chosen, granting);
    },
    cancel: () => setReview(null),
  };
  return { review, failedFile, actions };
}

async function readFile(
  file: File,
): Promise<ReturnType<typeof readBackup> | Pick<FailedBackupFile, "fault">> {
  if (file.size > MAX_BACKUP_FILE) return { fault: { kind: "too-large" } };
  try {
    // The Public Suffix List is large: it is loaded when a file needs it.
    const [text, { siteOf }] = await Promise.all([
      file.text(),
      import("../../../core/url/site-of.ts"),
    ]);
    return readBackup(text, siteOf);
  } catch {
    return { fault: { kind: "unreadable" } };
  }
}
