import {
  CURRENT_FORMATS,
  isCurrent,
  listOfFiles,
  type MirrorList,
  mirrorList,
} from "../../core/published/mirror-list.ts";
import { planMirror } from "../../core/published/mirror-plan.ts";
import {
  MAX_MANIFEST_BYTES,
  type PublishedManifest,
} from "../../core/published/published-manifest.ts";
import { readPublished } from "../../core/published/read-published.ts";
import type { Refusal } from "../../core/published/refusal.ts";
import type { PublishedSubscription } from "../../core/published/subscription.ts";
import { manifestRefusal } from "../../core/published/trust.ts";
import { parsed, readCheckNote } from "./check-note.ts";
import { completeFile, type FileDeps } from "./fetch-file.ts";
import { fetchManifest, type NothingTaken, type Validators } from "./fetch-published.ts";
import { type FitDeps, fitFile } from "./fit-file.ts";
import { indexMirror } from "./index-mirror.ts";
import type { MirrorFiles } from "./mirror-files.ts";

/** What an update needs. */
export interface UpdateDeps extends FileDeps, FitDeps {
  readonly subtle: SubtleCrypto;
  /** Bytes that may still be written; `null` when the browser does not say. */
  freeBytes(): Promise<number | null>;
}

/** How far an update is. */
export type UpdateStep =
  | { readonly kind: "manifest" }
  | { readonly kind: "files"; readonly done: number; readonly total: number }
  /** The files in use are rebuilt, after an update of the extension. */
  | { readonly kind: "rebuilding"; readonly done: number; readonly total: number };

export interface UpdateRun {
  /** Of the last answer whose files are all in use. */
  readonly validators: Validators;
  readonly signal: AbortSignal;
  onStep(step: UpdateStep): void;
}

/** The result of an update. */
export type UpdateOutcome =
  | (Validators & {
      readonly kind: "up-to-date";
      /** Whether other files are in use than before. */
      readonly isChanged: boolean;
      readonly freshFor: number | null;
    })
  | NothingTaken
  /** The device has no room for the files. */
  | { readonly kind: "disk-full" };

const NO_VALIDATORS: Validators = { etag: null, lastModified: null };

/** The list of a mirror's files in use; `null` when there is none yet. */
export async function readMirrorList(files: MirrorFiles, id: string): Promise<MirrorList | null> {
  const text = await files.readList(id);
  return text === null ? null : parsed(text, mirrorList);
}

/**
 * Brings a mirror up to date: fetches the manifest, then the files of it that are missing, and has them answer all at
 * once when the last one is there and checked. Whenever it ends, the files in use are those of before or those of the
 * manifest.
 *
 * @throws QuotaExceededError, and when `signal` is aborted
 */
export async function updateMirror(
  subscription: PublishedSubscription,
  deps: UpdateDeps,
  run: UpdateRun,
): Promise<UpdateOutcome> {
  const { id, address } = subscription;
  const { files } = deps;
  run.onStep({ kind: "manifest" });
  const inUse = await readMirrorList(files, id);
  const held = new Set(await files.names(id));
  const isWhole =
    inUse !== null &&
    isSameChoice(inUse, subscription) &&
    inUse.files.every(({ name }) => held.has(name));
  const validators = isWhole ? run.validators : NO_VALIDATORS;
  const answer = await fetchManifest(address, validators, MAX_MANIFEST_BYTES, run.signal, deps);
  if (answer.kind === "not-modified" && inUse !== null) {
    if (Date.parse(inUse.manifest.expires) <= deps.now())
      return refused({ code: "expired", expires: inUse.manifest.expires });
    await removeUnused(files, id, inUse);
    await indexMirror(id, inUse, deps, run.signal);
    const { etag, lastModified } = validators;
    const { freshFor } = answer;
    return { kind: "up-to-date", isChanged: false, freshFor, etag, lastModified };
  }
  if (answer.kind !== "manifest")
    return answer.kind === "not-modified"
      ? { kind: "failed", failure: "odd-answer", status: 304, retryAfter: null }
      : answer;
  const read = await readPublished(answer.bytes, deps.subtle);
  if ("refusal" in read) return refused(read.refusal);
  const { manifest } = read;
  const pinned = inUse?.manifest ?? subscription.pinned;
  const refusal = await manifestRefusal(
    manifest,
    { ...pinned, key: subscription.pinned.key },
    deps.now(),
    deps.subtle,
  );
  if (refusal !== null) return refused(refusal);

  const plan = planMirror(manifest, subscription.choice, new Map());
  if (plan.files.length === 0 && inUse !== null && inUse.files.length > 0)
    return refused({ code: "nothing-chosen" });
  const missing = await bringFiles(subscription, manifest, held, deps, run);
  if (missing !== null) return missing;
  const list = listOfFiles(manifest, subscription.choice, plan.files);
  run.signal.throwIfAborted();
  const isOther = JSON.stringify(inUse) !== JSON.stringify(list);
  if (isOther) await files.writeList(id, JSON.stringify(list));
  // A file that was lost is there again.
  const isChanged = isOther || !isWhole;
  await removeUnused(files, id, list);
  await indexMirror(id, list, deps, run.signal);
  const { etag, lastModified, freshFor } = answer;
  return { kind: "up-to-date", isChanged, freshFor, etag, lastModified };
}

/**
 * Has the files in use fit the formats that this code reads, after an update of the extension. Needs no network.
 *
 * @returns whether they were changed
 * @throws QuotaExceededError, and when `signal` is aborted
 */
export async function refitMirror(
  id: string,
  deps: FitDeps,
  { signal, onStep }: Omit<UpdateRun, "validators">,
): Promise<boolean> {
  const inUse = await readMirrorList(deps.files, id);
  if (inUse === null || isCurrent(inUse)) return false;
  const total = inUse.files.length;
  for (const [done, { name }] of inUse.files.entries()) {
    onStep({ kind: "rebuilding", done, total });
    // One that does not fit any more is fetched again by the next update.
    if (!(await fitFile(id, name, deps, signal))) await deps.files.removeFile(id, name);
  }
  await deps.files.writeList(id, JSON.stringify({ ...inUse, formats: CURRENT_FORMATS }));
  await indexMirror(id, inUse, deps, signal);
  return true;
}

/**
 * Fetches and checks the files that are missing. Where nothing more can be written, what is not in use is deleted, so
 * that the device has the room of before.
 *
 * @returns why not all of them are there; else `null`
 */
async function bringFiles(
  subscription: PublishedSubscription,
  manifest: PublishedManifest,
  held: ReadonlySet<string>,
  deps: UpdateDeps,
  { signal, onStep }: UpdateRun,
): Promise<UpdateOutcome | null> {
  const { id, address, choice } = subscription;
  const { files } = deps;
  const wanted = planMirror(manifest, choice, new Map()).files;
  const checked = new Set<string>();
  const sizes = new Map<string, number>();
  for (const { name, bytes } of wanted) {
    if (!held.has(name)) continue;
    if ((await readCheckNote(files, id, name)) !== null) checked.add(name);
    sizes.set(name, checked.has(name) ? bytes : await files.size(id, name, "fetched"));
  }
  const { bytesToFetch: total } = planMirror(manifest, choice, sizes);
  const free = await deps.freeBytes();
  if (free !== null && free < total) return { kind: "disk-full" };
  let done = 0;
  for (const file of wanted) {
    signal.throwIfAborted();
    const { name } = file;
    if (!checked.has(name)) {
      const from = sizes.get(name) ?? 0;
      const before = done;
      const onBytes = (bytes: number) => {
        done = before + Math.max(0, Math.min(bytes, file.bytes) - from);
        onStep({ kind: "files", done, total });
      };
      onBytes(from);
      const missing = await completeFile({ id, address, file, signal, onBytes }, deps);
      if (missing !== null) return missing;
    }
    if (await fitFile(id, name, deps, signal)) continue;
    await files.removeFile(id, name);
    return refused({ code: "not-a-data-set", name });
  }
  return null;
}

/** Deletes the files that are not in use. */
export async function removeUnused(
  files: MirrorFiles,
  id: string,
  inUse: Pick<MirrorList, "files"> | null,
): Promise<void> {
  const used = new Set(inUse?.files.map(({ name }) => name));
  for (const name of await files.names(id)) if (!used.has(name)) await files.removeFile(id, name);
}

function isSameChoice({ choice }: MirrorList, subscription: PublishedSubscription): boolean {
  return JSON.stringify(choice) === JSON.stringify(subscription.choice);
}

function refused(refusal: Refusal): UpdateOutcome {
  return { kind: "refused", refusal };
}
