import type { DataSetInfo, SiteAccess } from "../data-set/data-set.ts";

/** A data set as the options page shows it. */
export interface DataSetStatus {
  readonly info: DataSetInfo;
  /** It is part of the extension: it can be disabled, but not renamed, replaced or deleted. */
  readonly isBundled: boolean;
  readonly isEnabled: boolean;
  /** Number of distinct articles, including those only named as related, and of outlets. */
  readonly articles: number;
  readonly outlets: number;
  /** Name of the stored source file, which an export reads; `null` for the bundled data. */
  readonly kept: string | null;
  /** Bytes on disk: the source file, the index and the story index. */
  readonly bytes: number;
  /** When the user added it, and when its index was built, ms since 1970; `null` for the bundled data. */
  readonly addedAt: number | null;
  readonly builtAt: number | null;
  readonly access: SiteAccess;
  /** Whether the user has granted the permission for the sites that `access` means. */
  readonly isAccessGranted: boolean;
  /** Match patterns of its own sites, for requesting the permission. */
  readonly patterns: readonly string[];
  /**
   * - `good`
   * - `rebuilding`: its index was lost or damaged and is being rebuilt, or is waiting for that
   * - `failed`: the rebuild failed, for example because the disk is full
   * - `incomplete`: part of the source file is damaged, and `lostRecords` records could not be read
   * - `lost`: the browser has deleted the source file, and the data set must be imported again
   */
  readonly health: "good" | "rebuilding" | "failed" | "incomplete" | "lost";
  readonly lostRecords: number;
  readonly stories: StoriesStatus;
}

/** The state of a data set's story index, without which pages are found by their addresses only. */
export type StoriesStatus =
  | { readonly kind: "ready"; readonly bytes: number }
  /** `share` is the part that is done, from 0 to 1. */
  | { readonly kind: "building"; readonly share: number }
  | { readonly kind: "waiting" }
  /** The build failed (the disk is full, say). The next worker tries again, and so does a rebuild of the data set. */
  | { readonly kind: "failed" };

/** A data set that the user has deleted, while that can still be undone. */
export interface DeletedDataSet {
  readonly id: string;
  readonly name: string;
  /** Its position, from 0, in the list of all data sets with the deleted ones. */
  readonly place: number;
}

/** A job on a data set in the background. */
export interface JobStatus {
  /** Name of the data set. */
  readonly name: string;
  /** `import`: the user is adding it; `rebuild`: its index is being rebuilt. */
  readonly kind: "import" | "rebuild";
  /** `interrupted`: the browser ended the worker, and the user may resume or discard the job. */
  readonly state: "running" | "interrupted" | "failed";
  readonly failure: JobFailure | null;
  /** Number of records processed, and of all records. */
  readonly done: number;
  readonly total: number;
  /** Records per second over the last few seconds; `null` until it is known, and when no job is running. */
  readonly perSecond: number | null;
}

/** Why a job failed. */
export type JobFailure =
  /** The disk or the browser's quota is full. */
  | "disk-full"
  /** The source file no longer exists. */
  | "source-lost"
  /** Too many addresses for one data set. */
  | "too-large"
  | "internal";
