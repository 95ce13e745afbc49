import type { CheckTrouble } from "../published/check-state.ts";
import type { PublishedManifest } from "../published/published-manifest.ts";
import type { PublishedSubscription } from "../published/subscription.ts";

/** What the user is shown of a published data set before anything but its manifest is fetched. */
export interface PublishedPreview {
  /** Of the manifest, as it was read from what the user typed. */
  readonly address: string;
  readonly manifest: PublishedManifest;
  /** Of the publisher's key (`keyFingerprint`). */
  readonly fingerprint: string;
  /** It is subscribed to already. */
  readonly isSubscribed: boolean;
}

/** The answer to a request for a preview. */
export type PreviewAnswer =
  | { readonly kind: "preview"; readonly preview: PublishedPreview }
  | { readonly kind: "trouble"; readonly trouble: CheckTrouble };

/** A published data set as the options page shows it. Times are in ms since 1970. */
export interface PublishedStatus extends PublishedSubscription {
  readonly fingerprint: string;
  /** What is in use; `null` until all files of the first version are there. */
  readonly inUse: {
    readonly description: string;
    readonly licence: string;
    readonly source: string;
    readonly version: number;
    readonly published: number;
    readonly expires: number;
    readonly records: number;
    readonly bytes: number;
    readonly files: number;
    readonly from: number | null;
    readonly to: number | null;
    /** Outlets with the most articles, and how many there are. */
    readonly outlets: PublishedManifest["outlets"];
    readonly outletCount: number;
    /** Match patterns of its sites, for requesting the permission. */
    readonly patterns: readonly string[];
    /** Whether the user has granted the permission for the sites that `access` means. */
    readonly isAccessGranted: boolean;
  } | null;
  /** Whether the browser lets the extension onto the publisher's host. */
  readonly isHostAllowed: boolean;
  readonly lastCheckAt: number | null;
  readonly lastSuccessAt: number | null;
  /** `null` while it is paused, removed or not allowed. */
  readonly nextCheckAt: number | null;
  /** Why the last check failed. */
  readonly trouble: CheckTrouble | null;
  /** The update that is under way. */
  readonly progress: PublishedProgress | null;
}

/** How far an update is. */
export interface PublishedProgress {
  /** Its manifest is fetched, or its files are fetched or rebuilt. */
  readonly step: "manifest" | "files" | "rebuilding";
  /** Bytes; while files are rebuilt, the number of files. */
  readonly done: number;
  readonly total: number;
  /** Per second; `null` until it can be measured. */
  readonly perSecond: number | null;
}

/** All published data sets that the user subscribed to, in the order in which that was. */
export interface PublishedSets {
  readonly sets: readonly PublishedStatus[];
  /** Whether files can be kept here, which some private windows do not allow. */
  readonly canSubscribe: boolean;
}
