import type { SiteAccess } from "../../../core/data-set/data-set.ts";
import type { ExportFormat } from "../../../core/export/export-format.ts";

/** Names of the formats, which are the same in every language. */
export const EXPORT_FORMATS: readonly (readonly [ExportFormat, string])[] = [
  ["md", "Markdown (.zip)"],
  ["jsonl", "JSON Lines"],
  ["csv", "CSV"],
];

/** The export under way. */
export interface ExportState {
  /** The data set's. */
  readonly id: string;
  readonly format: ExportFormat;
  /** Records written so far, and records to write. */
  readonly done: number;
  readonly total: number;
}

/** What the user can do with a data set. `id` is the data set's. */
export interface DataSetActions {
  readonly enable: (id: string, on: boolean) => void;
  readonly rename: (id: string, name: string) => void;
  readonly remove: (id: string) => void;
  /** Undoes a removal. */
  readonly restore: (id: string) => void;
  /** Must be called in the handler of the user's click: the browser asks for permission only then. */
  readonly changeAccess: (id: string, access: SiteAccess) => void;
  /** Asks for the permission that the data set lacks. As for `changeAccess`. */
  readonly allow: (id: string) => void;
  readonly rebuild: (id: string) => void;
  /** Starts an import that takes the place of the data set. */
  readonly replace: (id: string, files: readonly File[]) => void;
  readonly export: (id: string, format: ExportFormat) => void;
  readonly cancelExport: () => void;
}

/** What the user can do with a job of the background. */
export interface JobActions {
  /** Goes on with a job that was interrupted, or tries again one that failed. */
  readonly resumeJob: () => void;
  /** Cancels a job that is running; clears away one that was interrupted or has failed. */
  readonly discardJob: () => void;
}
