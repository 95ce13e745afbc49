import * as z from "zod/mini";
import type { Correction } from "../corrections/corrections.ts";
import { dataSetManifest, siteAccess } from "../data-set/data-set.ts";
import type { WantedOutlet } from "../outlets/subscription.ts";
import { publishedSubscription } from "../published/subscription.ts";
import type { Reading } from "../readings/reading.ts";
import type { SavedStory } from "../saved/saved-story.ts";
import type { SettingsChange } from "../settings/settings.ts";
import type { SiteForm } from "../settings/site-form.ts";
import type { Follow } from "../today/follows.ts";

export const BACKUP_FORMAT = "second-source-backup";
export const BACKUP_VERSION = 1;

const { name, description, licence, source } = dataSetManifest.shape;

/** A data set that the user added. Its articles are not in the file: they are imported again from their own files. */
export const savedDataSet = z.object({ name, description, licence, source, access: siteAccess });

const { address, pinned, choice, access, every, isEnabled, isPaused } = publishedSubscription.shape;

/** A published data set that the user subscribed to. Its files are fetched again. */
export const savedPublished = z.object({
  address,
  name: publishedSubscription.shape.name,
  pinned,
  choice,
  access,
  every,
  isEnabled,
  isPaused,
});

export type SavedDataSet = z.infer<typeof savedDataSet>;
export type SavedPublished = z.infer<typeof savedPublished>;

/** Everything that the user has, but for articles: what one file takes to another device. */
export interface Backup {
  /** All settings when it is written; those that could be read when it is read. */
  readonly settings: SettingsChange;
  readonly outlets: readonly WantedOutlet[];
  readonly corrections: readonly Correction[];
  readonly follows: readonly Follow[];
  readonly saved: readonly SavedStory[];
  readonly readings: readonly Reading[];
  /** How the user has left the sidebar on each site, the latest first. */
  readonly siteForms: readonly SiteForm[];
  readonly dataSets: readonly SavedDataSet[];
  readonly published: readonly SavedPublished[];
}

export type BackupPart = keyof Backup;
