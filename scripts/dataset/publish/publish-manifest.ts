import { DAY } from "../../../core/durations.ts";
import { keyFingerprint } from "../../../core/published/key-fingerprint.ts";
import {
  MANIFEST_FORMAT,
  MAX_FILES,
  MAX_MANIFEST_BYTES,
  MAX_NAMED_OUTLETS,
  type PublishedManifest,
} from "../../../core/published/published-manifest.ts";
import { UsageError } from "../input/usage-error.ts";
import { filesOf, joinedParts } from "./joined-parts.ts";
import { readKey } from "./key-file.ts";
import { PublishError } from "./publish-error.ts";
import { type FileNote, PublishFolder } from "./publish-folder.ts";
import { publishedBefore, refuseOtherData } from "./published-before.ts";
import type { PublisherKey } from "./publisher-key.ts";
import { removeOldFiles } from "./remove-old-files.ts";

/** Days until a manifest expires unless the command says otherwise. */
const EXPIRES_AFTER = 90;

/** How the manifest is made. */
export interface ManifestOptions {
  /** File of the key. */
  readonly key?: string | undefined;
  /** Days, as typed. */
  readonly expires?: string | undefined;
  /** The lowest version that the manifest may have, as typed. */
  readonly version?: string | undefined;
  /** Publishes even what looks like a mistake. */
  readonly isForced: boolean;
}

/**
 * The key, the days until the manifest expires, and the lowest version that it may have.
 *
 * @throws UsageError
 */
export function signingOf({ key, expires, version }: ManifestOptions): {
  readonly publisher: PublisherKey;
  readonly days: number;
  readonly lowestVersion: number;
} {
  const days = Number(expires ?? EXPIRES_AFTER);
  if (!(days >= 1 && days <= 3650)) throw new UsageError("--expires: expected 1 to 3650 days.");
  const lowestVersion = Number(version ?? 1);
  if (!(Number.isSafeInteger(lowestVersion) && lowestVersion >= 1))
    throw new UsageError("--version: expected a number from 1.");
  return { publisher: readKey(key), days, lowestVersion };
}

/**
 * `dataset publish-manifest`: joins what the processes of `dataset publish --only` wrote, signs the manifest, and
 * removes files that left it long enough ago.
 *
 * @returns the exit code
 * @throws UsageError
 * @throws PublishError when something is missing, or subscribers would refuse the manifest
 */
export async function publishManifest(
  out: string | undefined,
  options: ManifestOptions,
): Promise<number> {
  if (out === undefined) throw new UsageError("Expected DIR.");
  const { publisher, days, lowestVersion } = signingOf(options);
  const { isForced } = options;
  const folder = new PublishFolder(out);
  const now = Date.now();

  const part = joinedParts(folder);
  const before = await publishedBefore(folder, isForced);
  if (before !== null && !isForced) refuseOtherData(before, part.info, publisher.publicKey);
  const notes = filesOf(folder, part, before);
  if (before !== null && !isForced) refuseShrinking(before, notes);

  const manifest = publisher.sign({
    format: MANIFEST_FORMAT,
    ...part.info,
    version: Math.max((before?.version ?? 0) + 1, lowestVersion),
    published: timeText(now),
    expires: timeText(now + days * DAY),
    files: notes.map(({ file }) => file),
    ...outletsOf(notes),
  });
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  if (notes.length > MAX_FILES || Buffer.byteLength(text) > MAX_MANIFEST_BYTES)
    throw new PublishError(
      `${notes.length} files are too many for a manifest: divide them less, by --partition month.`,
    );
  folder.writeManifest(text);
  // The next manifest needs new parts.
  folder.removeParts(() => false);
  const removed = removeOldFiles(folder, manifest, now);

  console.log(`version ${manifest.version}, ${sumOf(notes, "records")} articles`);
  console.log(
    `files: ${notes.length}, ${sumOf(notes, "bytes")} bytes; ${removed} old ones removed`,
  );
  console.log(`expires: ${manifest.expires}`);
  console.log(`key: ${await keyFingerprint(crypto.subtle, publisher.publicKey)}`);
  return 0;
}

/** A pipeline that broke half way must not make subscribers delete what they have. */
function refuseShrinking(before: PublishedManifest, notes: readonly FileNote[]): void {
  const records = before.files.reduce((sum, file) => sum + file.records, 0);
  const now = sumOf(notes, "records");
  if (now * 2 < records)
    throw new PublishError(
      `${now} articles are less than half of the ${records} that are published; --force publishes them.`,
    );
}

function outletsOf(notes: readonly FileNote[]): Pick<PublishedManifest, "outlets" | "outletCount"> {
  const outlets = new Map<string, { site: string; name: string; articles: number; most: number }>();
  for (const [site, name, articles] of notes.flatMap(({ outlets }) => outlets)) {
    const outlet = outlets.get(site) ?? { site, name, articles: 0, most: 0 };
    outlet.articles += articles;
    if (articles > outlet.most) Object.assign(outlet, { name, most: articles });
    outlets.set(site, outlet);
  }
  const named = [...outlets.values()]
    .sort((a, b) => b.articles - a.articles || (a.site < b.site ? -1 : 1))
    .slice(0, MAX_NAMED_OUTLETS);
  return {
    outlets: named.map(({ site, name, articles }) => ({ site, name, articles })),
    outletCount: outlets.size,
  };
}

function sumOf(notes: readonly FileNote[], field: "records" | "bytes"): number {
  return notes.reduce((sum, { file }) => sum + file[field], 0);
}

/** To the second. */
function timeText(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+/, "");
}
