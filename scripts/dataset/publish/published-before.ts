import type { DataSetManifest } from "../../../core/data-set/data-set.ts";
import type { PublishedManifest } from "../../../core/published/published-manifest.ts";
import { readPublished } from "../../../core/published/read-published.ts";
import { PublishError } from "./publish-error.ts";
import type { PublishFolder } from "./publish-folder.ts";

/**
 * The manifest that is published now; `null` for a folder in which nothing was published, or when the user forces a
 * start without it.
 *
 * @throws PublishError when it was lost or edited: versions would start again, and subscribers refuse lower ones
 */
export async function publishedBefore(
  folder: PublishFolder,
  isForced: boolean,
): Promise<PublishedManifest | null> {
  const bytes = folder.readManifest();
  const read = bytes === null ? null : await readPublished(bytes, crypto.subtle);
  if (read !== null && "manifest" in read) return read.manifest;
  if (isForced || (read === null && !folder.hasLostManifest())) return null;
  const found =
    read === null
      ? "files/ holds published files, but manifest.json is missing"
      : `manifest.json is not one that was published (${read.refusal.code})`;
  throw new PublishError(
    `${found}. Put the last one that was published there, since subscribers refuse a lower version. If it is lost, --force --version N publishes version N, which has to be higher than the last one.`,
  );
}

/**
 * @param publicKey in base64; `null` when it is not known yet
 * @throws PublishError when subscribers would not take the manifest for one of the same data set
 */
export function refuseOtherData(
  before: PublishedManifest,
  { id }: Pick<DataSetManifest, "id">,
  publicKey: string | null,
): void {
  if (publicKey !== null && before.key !== publicKey)
    throw new PublishError(
      "The folder was published with another key; subscribers accept no other.",
    );
  if (before.id !== id)
    throw new PublishError(`The folder holds the data set “${before.id}”, not “${id}”.`);
}
