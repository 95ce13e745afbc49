import type { DataSetInfo, SiteAccess } from "../data-set/data-set.ts";

/** A data set as the options page lists it. */
export interface DataSetStatus {
  readonly info: DataSetInfo;
  /** It came with the extension: it can be switched off, but not renamed, replaced or deleted. */
  readonly isBundled: boolean;
  readonly isEnabled: boolean;
  /** Distinct articles, those only named as related included, and outlets. */
  readonly articles: number;
  readonly outlets: number;
  /** Name of the kept source, which an export reads; `null` of the bundled data. */
  readonly kept: string | null;
  /** Bytes on disk: the kept source, the index and the story index. */
  readonly bytes: number;
  /** ms since 1970: when the reader added it, when its index was built. */
  readonly addedAt: number;
  readonly builtAt: number;
  readonly access: SiteAccess;
  /** Whether the browser lets the sidebar onto the sites that `access` stands for. */
  readonly isAccessGranted: boolean;
  /** Match patterns of its own sites, to ask the browser for. */
  readonly patterns: readonly string[];
  /**
   * `good`; `rebuilding`: its index was lost or damaged and is being built anew, or waits for its
   * turn; `failed`: that came to nothing (a full disk); `incomplete`: part of the kept source was damaged, `lostRecords` could not be read;
   * `lost`: the browser has deleted the kept source, only importing again helps.
   */
  readonly health: "good" | "rebuilding" | "failed" | "incomplete" | "lost";
  readonly lostRecords: number;
  readonly stories: StoriesStatus;
}

/** How far the story index of a data set is, without which pages are covered by their addresses only. */
export type StoriesStatus =
  | { readonly kind: "ready"; readonly bytes: number }
  /** `share` is done, from 0 to 1. */
  | { readonly kind: "building"; readonly share: number }
  | { readonly kind: "waiting" }
  /** That came to nothing (a full disk); it is tried again by the next worker or with a rebuild. */
  | { readonly kind: "failed" };

/** A data set that the reader has deleted and can still have back. */
export interface DeletedDataSet {
  readonly id: string;
  readonly name: string;
  /** Where it was among those listed and these, counted from 0. */
  readonly place: number;
}

/** Work on a data set in the background. */
export interface JobStatus {
  /** Name of the data set. */
  readonly name: string;
  /** The reader adds it, or its index is being built anew. */
  readonly kind: "import" | "rebuild";
  /** `interrupted`: the browser ended the worker; the reader may resume or discard. */
  readonly state: "running" | "interrupted" | "failed";
  readonly failure: JobFailure | null;
  /** Records done and to do. */
  readonly done: number;
  readonly total: number;
  /** Records a second over the last seconds; `null` until that is known or when nothing runs. */
  readonly perSecond: number | null;
}

export type JobFailure =
  /** The disk or the browser's share of it is full. */
  | "disk-full"
  /** What was read is no longer there. */
  | "source-lost"
  /** Too many addresses for one data set. */
  | "too-large"
  | "internal";
