import type { SiteAccess } from "../../../core/data-set/data-set.ts";
import type { ExportFormat } from "../../../core/export/export-format.ts";
import type { ColumnMapping } from "./import-view.ts";

/** Names of the formats, which are the same in every language. */
export const EXPORT_FORMATS: readonly (readonly [ExportFormat, string])[] = [
  ["md", "Markdown (.zip)"],
  ["jsonl", "JSON Lines"],
  ["csv", "CSV"],
];

/** An export under way: of which data set, and how many of its records are written. */
export interface ExportState {
  readonly id: string;
  readonly format: ExportFormat;
  readonly done: number;
  readonly total: number;
}

/** What the reader says about a data set before it is added. */
export interface ImportChoice {
  /** Trimmed, 1 to 100 characters, and no other data set's. */
  readonly name: string;
  readonly description: string;
  readonly licence: string;
  readonly source: string;
  readonly access: SiteAccess;
  /** The data set whose place it takes. */
  readonly replaces: string | null;
}

/** What the reader can do with data sets. `id` is the data set's. */
export interface DataSetActions {
  readonly enable: (id: string, on: boolean) => void;
  readonly rename: (id: string, name: string) => void;
  readonly remove: (id: string) => void;
  /** Takes back a deletion. */
  readonly restore: (id: string) => void;
  /** Called within the reader's click, which the browser's question for permission needs. */
  readonly changeAccess: (id: string, access: SiteAccess) => void;
  /** Called within the reader's click, as `changeAccess`. */
  readonly allow: (id: string) => void;
  readonly rebuild: (id: string) => void;
  readonly export: (id: string, format: ExportFormat) => void;
  readonly cancelExport: () => void;
  /** Starts an import; `replaces` is the data set that it is meant to take the place of. */
  readonly chooseFiles: (files: readonly File[], replaces: string | null) => void;
  /** Called within the drop, after which the browser empties what it gave. */
  readonly drop: (transfer: DataTransfer) => void;
  /** Ends the import in whichever step or job it is; also closes one that came to nothing. */
  readonly cancelImport: () => void;
  readonly chooseColumns: (mapping: ColumnMapping) => void;
  /** Called within the reader's click, as `changeAccess`. */
  readonly confirmImport: (choice: ImportChoice) => void;
  readonly downloadReport: () => void;
  readonly resumeJob: () => void;
  readonly discardJob: () => void;
}
