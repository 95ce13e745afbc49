import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { MAX_BACKUP_FILE } from "../../../core/backup/read-backup.ts";
import { FileButton } from "../../fields/FileButton.tsx";
import { isolated } from "../../kit/isolated.ts";
import { type Locale, useLocale } from "../../kit/locale.ts";
import { useStageFocus } from "../../kit/use-stage-focus.ts";
import { BackupReviewForm } from "./BackupReviewForm.tsx";
import type { BackupActions, BackupReview, FailedBackupFile } from "./backup-actions.ts";

interface Props {
  readonly review: BackupReview | null;
  readonly failedFile: FailedBackupFile | null;
  readonly actions: BackupActions;
}

/** The part of the options that writes everything the user has into one file, and reads it back. */
export function BackupSection({ review, failedFile, actions }: Props): JSX.Element {
  const locale = useLocale();
  const { text } = locale;
  const place = useRef<HTMLElement>(null);
  useStageFocus(place, review === null ? null : "review", true);
  return (
    <section ref={place} class="group backup">
      <div class="group-head">
        <h2 tabIndex={-1}>{text("backupTitle")}</h2>
        <p>{text("backupHelp")}</p>
      </div>
      {review !== null ? (
        <div class="panel">
          <BackupReviewForm review={review} actions={actions} />
        </div>
      ) : (
        <>
          <div class="buttons">
            <button type="button" class="button button-secondary" onClick={actions.export}>
              {text("backupExport")}
            </button>
            <FileButton
              label={text("backupImport")}
              accept=".json,application/json"
              onFile={actions.open}
            />
          </div>
          <p class="error" role="alert">
            {failedFile !== null &&
              text(
                "correctionsFileFailed",
                isolated(failedFile.name),
                faultText(failedFile.fault, locale),
              )}
          </p>
        </>
      )}
    </section>
  );
}

function faultText(fault: FailedBackupFile["fault"], { text, bytes }: Locale): string {
  switch (fault.kind) {
    case "too-large":
      return text("correctionsFileTooLarge", bytes(MAX_BACKUP_FILE));
    case "unreadable":
      return text("correctionsFileUnreadable");
    case "not-json":
      return text("correctionsFileNotJson");
    case "other-format":
      return text("backupFileOther");
    case "other-version":
      return text("correctionsFileVersion", isolated(fault.version));
  }
}
