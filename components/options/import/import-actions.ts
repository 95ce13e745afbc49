import type { SiteAccess } from "../../../core/data-set/data-set.ts";
import type { ChosenColumns } from "./import-view.ts";

/** What the user says about a data set before it is added. */
export interface ImportChoice {
  /** Trimmed, 1 to 100 characters, and not the name of another data set. */
  readonly name: string;
  readonly description: string;
  readonly licence: string;
  readonly source: string;
  readonly access: SiteAccess;
  /** Id of the data set that it replaces. */
  readonly replaces: string | null;
}

/** What the user can do with an import, until it is confirmed. */
export interface ImportActions {
  /** Starts an import. */
  readonly chooseFiles: (files: readonly File[]) => void;
  /**
   * Starts an import. Must be called in the handler of the `drop` event, after which the browser
   * empties `transfer`.
   */
  readonly dropFiles: (transfer: DataTransfer) => void;
  /** Ends the import, whichever step it is at; also closes one that has failed. */
  readonly cancel: () => void;
  /** Reads the files again with these columns. */
  readonly chooseColumns: (columns: ChosenColumns) => void;
  /** Must be called in the handler of the user's click: the browser asks for permission only then. */
  readonly confirm: (choice: ImportChoice) => void;
  readonly downloadReport: () => void;
}
