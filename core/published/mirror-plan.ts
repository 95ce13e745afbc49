import * as z from "zod/mini";
import { DAY } from "../durations.ts";
import type { PublishedFile, PublishedManifest } from "./published-manifest.ts";

/** Which files of a published data set the user wants. */
export const partitionChoice = z.object({
  /** Primary subtags, of those that `languagesOf` lists; `null` for all. */
  languages: z.nullable(z.array(z.string())),
  /**
   * How many days up to that of the newest articles, that day included; `null` for all. Files without dates are in no
   * choice of days.
   */
  days: z.nullable(z.int().check(z.positive())),
});
export type PartitionChoice = z.infer<typeof partitionChoice>;

/** All files. */
export const EVERYTHING: PartitionChoice = { languages: null, days: null };

/** A file to fetch. */
export interface FileToFetch {
  readonly file: PublishedFile;
  /** How many of its bytes are there already, from an earlier try: fetching continues from here. */
  readonly from: number;
}

/** What has to be done so that exactly the chosen files of a manifest are there. */
export interface MirrorPlan {
  /** In the order in which they are useful: newest first. */
  readonly fetch: readonly FileToFetch[];
  /** Names of files that are there and not chosen, or no longer in the manifest. To be deleted after the switch. */
  readonly remove: readonly string[];
  /** The chosen files, those that are there included: the data set after the switch. Newest first. */
  readonly files: readonly PublishedFile[];
  /** Bytes of the chosen files. */
  readonly bytes: number;
  /** Bytes that are still to be fetched. */
  readonly bytesToFetch: number;
}

/**
 * Plans what to fetch and delete. It depends on the manifest, the choice and the files alone, not on the time, so a
 * mirror that is resumed tomorrow has the same plan.
 *
 * @param held number of bytes of each file that is there, by name; fewer than the manifest declares in one that was
 *   not fetched to its end
 */
export function planMirror(
  manifest: PublishedManifest,
  choice: PartitionChoice,
  held: ReadonlyMap<string, number>,
): MirrorPlan {
  const files = chosenFiles(manifest, choice);
  const chosen = new Set(files.map(({ name }) => name));
  const fetch = files.flatMap((file) => {
    const there = held.get(file.name) ?? 0;
    if (there === file.bytes) return [];
    // More bytes than declared are not the start of this file.
    return [{ file, from: there < file.bytes ? there : 0 }];
  });
  return {
    fetch,
    remove: [...held.keys()].filter((name) => !chosen.has(name)),
    files,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    bytesToFetch: fetch.reduce((sum, { file, from }) => sum + file.bytes - from, 0),
  };
}

function chosenFiles(
  { files, published }: PublishedManifest,
  { languages, days }: PartitionChoice,
): PublishedFile[] {
  // A file of any languages may hold the chosen ones.
  const spoken = files.filter(
    ({ language }) => languages === null || language === null || languages.includes(language),
  );
  const since = days === null ? 0 : lastDay(spoken, Date.parse(published)) - (days - 1) * DAY;
  return spoken
    .filter(({ to }) => days === null || (to !== null && Date.parse(to) >= since))
    .sort((a, b) => timeOf(b) - timeOf(a));
}

/**
 * Where the day of the newest file begins, ms since 1970. One that is dated after the manifest is not counted from, unless
 * all are: it has a wrong date, or the publisher's clock is wrong.
 */
function lastDay(files: readonly PublishedFile[], published: number): number {
  const days = files.flatMap(({ to }) => (to === null ? [] : startOfDay(Date.parse(to))));
  const past = days.filter((day) => day <= published);
  return (past.length > 0 ? past : days).reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}

function startOfDay(time: number): number {
  return Math.floor(time / DAY) * DAY;
}

function timeOf({ to }: PublishedFile): number {
  return to === null ? 0 : Date.parse(to);
}

/** The files of one language. */
export interface LanguageShare {
  /** Primary subtag; `und` when it is not known. */
  readonly language: string;
  readonly records: number;
  readonly bytes: number;
}

/** The languages between which the user can choose, those with the most records first. Empty when files are not by language. */
export function languagesOf({ files }: PublishedManifest): LanguageShare[] {
  const shares = new Map<string, LanguageShare>();
  for (const { language, records, bytes } of files) {
    if (language === null) continue;
    const share = shares.get(language) ?? { language, records: 0, bytes: 0 };
    shares.set(language, {
      language,
      records: share.records + records,
      bytes: share.bytes + bytes,
    });
  }
  return [...shares.values()].sort(
    (a, b) => b.records - a.records || (a.language < b.language ? -1 : 1),
  );
}
