import type { BackupChanges } from "../../../core/backup/backup-changes.ts";
import type { BackupFault, BackupFileFault } from "../../../core/backup/read-backup.ts";

/** A file that was read and is not imported yet. */
export interface BackupReview {
  /** The file's. */
  readonly name: string;
  readonly changes: BackupChanges;
  readonly faults: readonly BackupFault[];
  /** Match patterns of the sites for which the permission is needed. */
  readonly patterns: readonly string[];
}

/** A file that was not read, and why. */
export interface FailedBackupFile {
  readonly name: string;
  readonly fault: BackupFileFault | { readonly kind: "too-large" | "unreadable" };
}

/** What the user can do with the file of everything. */
export interface BackupActions {
  readonly export: () => void;
  /** Reads a file, and shows what it would change. */
  readonly open: (file: File) => void;
  /** Must be called in the handler of the user's click: the browser asks for permission only then. */
  readonly confirm: (review: BackupReview) => void;
  readonly cancel: () => void;
}
