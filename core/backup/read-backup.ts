import type * as z from "zod/mini";
import { type Correction, MAX_CORRECTIONS } from "../corrections/corrections.ts";
import { readCorrection } from "../corrections/corrections-file.ts";
import { readFeedAddress } from "../outlets/feed-address.ts";
import { outletName } from "../outlets/outlet-name.ts";
import { MAX_OUTLETS, type WantedOutlet, wantedOutlet } from "../outlets/subscription.ts";
import { readManifestAddress } from "../published/published-address.ts";
import { MAX_PUBLISHED } from "../published/subscription.ts";
import { MAX_READINGS, reading } from "../readings/reading.ts";
import { MAX_SAVED, savedStory } from "../saved/saved-story.ts";
import { type SettingsChange, settingsChange } from "../settings/settings.ts";
import { MAX_SITE_FORMS, siteForm } from "../settings/site-form.ts";
import { follow, MAX_FOLLOWS } from "../today/follows.ts";
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type Backup,
  type BackupPart,
  type SavedPublished,
  savedDataSet,
  savedPublished,
} from "./backup.ts";

/** Size of the largest file that is read, bytes: ten thousand corrections with the longest titles, and all else. */
export const MAX_BACKUP_FILE = 30_000_000;
/** Most data sets that are read from a file; far more than anybody has. */
const MAX_DATA_SETS = 1000;

/** Why a file is no backup that can be read. */
export type BackupFileFault =
  | { readonly kind: "not-json" | "other-format" }
  | { readonly kind: "other-version"; readonly version: string };

/** A piece of the file that cannot be used; the rest is taken. */
export interface BackupFault {
  readonly part: BackupPart;
  /** Number of the entry in its list, from 1; `null` for a setting, or a part that is no list. */
  readonly number: number | null;
  /** What is missing or cannot be used; empty where it is the entry or the part as a whole. */
  readonly field: string;
}

export interface ReadBackup {
  readonly backup: Backup;
  readonly faults: readonly BackupFault[];
}

/**
 * Reads a backup: what can be used of it, and where something cannot. A part that is missing is empty.
 *
 * @param siteOf the site that a host is part of; an outlet on a public suffix such as `co.uk` would speak for everybody there
 */
export function readBackup(
  text: string,
  siteOf: (host: string) => string | null,
): ReadBackup | { readonly fault: BackupFileFault } {
  const file = objectIn(text);
  if (file === null) return { fault: { kind: "not-json" } };
  const { format, version } = file;
  if (format !== BACKUP_FORMAT) return { fault: { kind: "other-format" } };
  if (version !== BACKUP_VERSION)
    return { fault: { kind: "other-version", version: String(version).slice(0, 20) } };
  const faults: BackupFault[] = [];
  const list = <Entry>(part: BackupPart, most: number, read: ReadEntry<Entry>): Entry[] => {
    const entries = file[part] ?? [];
    if (!Array.isArray(entries)) {
      faults.push({ part, number: null, field: "" });
      return [];
    }
    return entries.flatMap((entry: unknown, index): Entry[] => {
      const found = index < most ? read(entry) : "";
      if (typeof found !== "string") return [found.entry];
      faults.push({ part, number: index + 1, field: found });
      return [];
    });
  };
  const backup = {
    settings: settingsIn(file["settings"] ?? {}, faults),
    outlets: list("outlets", MAX_OUTLETS, (entry) => outletIn(entry, siteOf)),
    corrections: list("corrections", MAX_CORRECTIONS, correctionIn),
    follows: list("follows", MAX_FOLLOWS, (entry) => parsed(follow, entry)),
    saved: list("saved", MAX_SAVED, (entry) => parsed(savedStory, entry)),
    readings: list("readings", MAX_READINGS, (entry) => parsed(reading, entry)),
    siteForms: list("siteForms", MAX_SITE_FORMS, (entry) => parsed(siteForm, entry)),
    dataSets: list("dataSets", MAX_DATA_SETS, (entry) => parsed(savedDataSet, entry)),
    published: list("published", MAX_PUBLISHED, publishedIn),
  };
  return { backup, faults };
}

/** Reads an entry of a list, or says which field of it cannot be used. */
type ReadEntry<Entry> = (entry: unknown) => { readonly entry: Entry } | string;

/** Each setting for itself, so that one that cannot be used costs no other. */
function settingsIn(settings: unknown, faults: BackupFault[]): SettingsChange {
  if (!isObject(settings)) faults.push({ part: "settings", number: null, field: "" });
  const read = Object.entries(isObject(settings) ? settings : {}).map(([field, value]) => {
    const { success, data } = settingsChange.safeParse({ [field]: value });
    if (!success) faults.push({ part: "settings", number: null, field });
    return data;
  });
  return Object.assign({}, ...read);
}

function outletIn(
  entry: unknown,
  siteOf: (host: string) => string | null,
): ReturnType<ReadEntry<WantedOutlet>> {
  const read = parsed(wantedOutlet, entry);
  if (typeof read === "string") return read;
  const { name, feed, domains } = read.entry;
  const address = readFeedAddress(feed);
  if ("fault" in address) return "feed";
  const sites = domains.map(siteOf).filter((site) => site !== null);
  if (sites.length < domains.length) return "domains";
  const plainName = outletName(name);
  if (plainName === "") return "name";
  const outlet = { ...read.entry, name: plainName, feed: address.feed };
  return { entry: { ...outlet, domains: [...new Set(sites)] } };
}

function correctionIn(entry: unknown): ReturnType<ReadEntry<Correction>> {
  const read = readCorrection(entry);
  if (!("kind" in read)) return { entry: read };
  return read.kind === "field" ? read.field : "article";
}

function publishedIn(entry: unknown): ReturnType<ReadEntry<SavedPublished>> {
  const read = parsed(savedPublished, entry);
  if (typeof read === "string") return read;
  const found = readManifestAddress(read.entry.address);
  if ("refusal" in found || found.address !== read.entry.address) return "address";
  return read;
}

function parsed<Entry>(schema: z.ZodMiniType<Entry>, entry: unknown): ReturnType<ReadEntry<Entry>> {
  const { data, error } = schema.safeParse(entry);
  return data === undefined ? String(error?.issues[0]?.path[0] ?? "") : { entry: data };
}

function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
