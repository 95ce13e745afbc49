import { cleanDataSetName, MAX_DATA_SET_NAME } from "../../../core/data-set/data-set-name.ts";
import type { ColumnsNeeded } from "../../../core/import/run/read-event.ts";
import type { DataSetStatus } from "../../../core/protocol/data-set-status.ts";
import type { Staged, StagingProgress } from "../../../core/protocol/data-worker.ts";
import {
  type ChosenColumns,
  COLUMN_FIELDS,
  type ColumnsView,
  type ReadingView,
  type SummaryView,
} from "./import-view.ts";

/** The view of a reading, `seconds` after it started. */
export function readingView(progress: StagingProgress, seconds: number): ReadingView {
  const { bytesRead, bytesTotal, records } = progress;
  // Estimates from less than a second would jump about.
  const canEstimate = seconds > 1 && bytesRead > 0;
  return {
    step: "reading",
    ...progress,
    perSecond: canEstimate ? records / seconds : null,
    secondsLeft:
      canEstimate && bytesTotal !== null ? ((bytesTotal - bytesRead) * seconds) / bytesRead : null,
  };
}

/** The view of a table whose columns the user has to choose. */
export function columnsView({ file, header, sample, guess }: ColumnsNeeded): ColumnsView {
  return { step: "columns", file, header, sample, guess: shownColumns(guess) };
}

/** The columns of the fields for which the user can choose one. */
function shownColumns(guess: ColumnsNeeded["guess"]): ChosenColumns {
  const shown = COLUMN_FIELDS.map((field) => [field, guess[field]] as const);
  return Object.fromEntries(shown.filter(([, column]) => column !== undefined));
}

interface SummaryOf {
  readonly staged: Staged;
  /** Name of the file or folder that was chosen first. */
  readonly fileName: string;
  /** The data set that the user wants to replace. */
  readonly replaced: DataSetStatus | undefined;
  /** Bytes; `null` where the browser does not say. */
  readonly free: number | null;
}

/**
 * The view of what was found in the files. Where the files describe the data set (licence, source and so on), that
 * description is suggested; otherwise the present one of the data set that is replaced.
 */
export function summaryView({ staged, fileName, replaced, free }: SummaryOf): SummaryView {
  const { manifest, indexBytes, ...found } = staged;
  const { name, description = "", licence = "", source = "" } = manifest;
  const before = replaced?.info ?? { name: name ?? withoutEnding(fileName), ...NO_TEXTS };
  return {
    step: "summary",
    ...found,
    suggested: {
      name: cleanDataSetName(before.name),
      description: description || before.description,
      licence: licence || before.licence,
      source: source || before.source,
    },
    replaces: replaced === undefined ? null : { id: replaced.info.id, name: replaced.info.name },
    isConfirming: false,
    error: null,
    quota: free === null ? null : { needed: indexBytes, free },
  };
}

const NO_TEXTS = { description: "", licence: "", source: "" };

/** A file's or folder's name without its endings: `articles.jsonl.gz` → `articles`. */
export function withoutEnding(fileName: string): string {
  const [first = ""] = fileName.split("/");
  return first
    .replace(/(?:\.(?:tar|md|zip|jsonl?|ndjson|csv|tsv|txt|parquet|tgz|gz))+$/i, "")
    .slice(0, MAX_DATA_SET_NAME);
}
