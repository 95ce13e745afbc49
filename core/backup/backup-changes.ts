import { type Correction, Corrections } from "../corrections/corrections.ts";
import { isSameDataSetName } from "../data-set/data-set-name.ts";
import { type OutletPreference, withPreferences } from "../outlets/outlet-preference.ts";
import { MAX_OUTLETS, type WantedOutlet } from "../outlets/subscription.ts";
import { MAX_PUBLISHED } from "../published/subscription.ts";
import { MAX_READINGS, type Reading, readAmong, withReadings } from "../readings/reading.ts";
import { type SavedStory, withSaved } from "../saved/saved-story.ts";
import type { Settings, SettingsChange } from "../settings/settings.ts";
import { type SiteForm, withSiteForms } from "../settings/site-form.ts";
import { type Follow, withFollow } from "../today/follows.ts";
import type { Backup, SavedPublished } from "./backup.ts";

/** What the user has before a backup is imported. */
export interface Present {
  readonly settings: Settings;
  readonly outlets: readonly { readonly feed: string }[];
  readonly corrections: readonly Correction[];
  readonly follows: readonly Follow[];
  readonly saved: readonly SavedStory[];
  readonly readings: readonly Reading[];
  readonly siteForms: readonly SiteForm[];
  readonly dataSets: readonly { readonly name: string }[];
  readonly published: readonly { readonly address: string }[];
}

/** What a backup changes: settings take the values of the file; lists are only added to. */
export interface BackupChanges {
  /** Those that differ, but for the lists among them. */
  readonly settings: Omit<SettingsChange, "sitesOff" | "outletPreferences">;
  /** Sites that are switched off besides those that are. */
  readonly sites: readonly string[];
  readonly outletPreferences: readonly OutletPreference[];
  readonly outlets: readonly WantedOutlet[];
  readonly corrections: readonly Correction[];
  readonly follows: readonly Follow[];
  readonly saved: readonly SavedStory[];
  readonly readings: readonly Reading[];
  readonly siteForms: readonly SiteForm[];
  readonly published: readonly SavedPublished[];
  /** Names of data sets that the user had, and has to import from their files. Nothing changes for them. */
  readonly missing: readonly string[];
}

export function backupChanges(backup: Backup, present: Present): BackupChanges {
  const { sitesOff = [], outletPreferences = [], ...settings } = backup.settings;
  const before: Readonly<Record<string, unknown>> = present.settings;
  const feeds = new Set(present.outlets.map(({ feed }) => feed));
  const addresses = new Set(present.published.map(({ address }) => address));
  const corrections = new Corrections(present.corrections);
  return {
    settings: Object.fromEntries(
      Object.entries(settings).filter(([name, value]) => before[name] !== value),
    ),
    sites: [...new Set(sitesOff).difference(new Set(present.settings.sitesOff))],
    outletPreferences: withPreferences(present.settings.outletPreferences, outletPreferences).slice(
      present.settings.outletPreferences.length,
    ),
    outlets: distinct(backup.outlets, ({ feed }) => feed)
      .filter(({ feed }) => !feeds.has(feed))
      .slice(0, MAX_OUTLETS - feeds.size),
    corrections: new Corrections(
      backup.corrections.filter(({ page, article }) => !corrections.has(page, article)),
    ).pairs,
    follows: backup.follows.reduce(withFollow, present.follows).slice(present.follows.length),
    saved: backup.saved.reduce(withSaved, present.saved).slice(present.saved.length),
    readings: newReadings(present.readings, backup.readings),
    siteForms: withSiteForms(
      present.siteForms,
      distinct(backup.siteForms, ({ site }) => site),
    ).slice(present.siteForms.length),
    published: distinct(backup.published, ({ address }) => address)
      .filter(({ address }) => !addresses.has(address))
      .slice(0, MAX_PUBLISHED - addresses.size),
    missing: backup.dataSets
      .map(({ name }) => name)
      .filter((name) => !present.dataSets.some((one) => isSameDataSetName(one.name, name))),
  };
}

/** The latest readings of articles that are not there, as many as there is room for. */
function newReadings(present: readonly Reading[], added: readonly Reading[]): readonly Reading[] {
  const known = new Set(
    readAmong(
      present,
      added.map(({ url }) => url),
    ),
  );
  const unknown = withReadings(
    [],
    added.filter(({ url }) => !known.has(url)),
  );
  return unknown.slice(Math.max(0, unknown.length + present.length - MAX_READINGS));
}

/** Whether a backup changes nothing. */
export function isNoChange({ missing: _, settings, ...lists }: BackupChanges): boolean {
  return (
    Object.keys(settings).length === 0 && Object.values(lists).every((list) => list.length === 0)
  );
}

function distinct<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): Entry[] {
  const byKey = new Map<string, Entry>();
  for (const entry of entries) if (!byKey.has(keyOf(entry))) byKey.set(keyOf(entry), entry);
  return [...byKey.values()];
}
