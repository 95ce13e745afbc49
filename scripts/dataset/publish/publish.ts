import { hash } from "node:crypto";
import { rmSync } from "node:fs";
import type { ColumnMapping } from "../../../core/import/tables/columns.ts";
import { bundledCountryNames } from "../../country-names/bundled-country-names.ts";
import { inputOf } from "../input/input-paths.ts";
import { UsageError } from "../input/usage-error.ts";
import { type DataSetFacts, infoOf } from "./data-set-facts.ts";
import { divide } from "./divide-articles.ts";
import type { PartitionSpill } from "./partition-spill.ts";
import { PARTITIONINGS, type Share } from "./partitioning.ts";
import { Progress } from "./progress.ts";
import { PublishFolder } from "./publish-folder.ts";
import { type ManifestOptions, publishManifest, signingOf } from "./publish-manifest.ts";
import { publishedBefore, refuseOtherData } from "./published-before.ts";
import { makeScratchFolder } from "./scratch-folder.ts";
import { contentHash, type PartitionContext, writePartition } from "./write-partition.ts";

/** What the command line says about a data set to publish. */
export interface PublishOptions extends ManifestOptions, DataSetFacts {
  readonly columns: ColumnMapping;
  readonly out?: string;
  readonly partition?: string;
  /** `2/8`: only the second of eight shares of the partitions, and no manifest. */
  readonly only?: string;
  /** Partitions that are published and of which the input has nothing stay as they are. */
  readonly isUpdate: boolean;
}

/**
 * `dataset publish`: writes a file for each partition of the articles, and the signed manifest. Files whose articles
 * did not change are left alone.
 *
 * @returns the exit code
 * @throws UsageError
 * @throws PublishError when subscribers would refuse the manifest
 */
export async function publish(paths: readonly string[], options: PublishOptions): Promise<number> {
  const { out, only, isForced } = options;
  if (out === undefined) throw new UsageError("Expected --out DIR.");
  const share = only === undefined ? { part: 1, of: 1 } : shareOf(only);
  const folder = new PublishFolder(out);
  // Before all that can fail: an older result of this share must not be joined with the others' new ones.
  folder.removeParts(({ part, of }) => of === share.of && part !== share.part);
  const info = infoOf(options);
  const partitioning = PARTITIONINGS.find((name) => name === (options.partition ?? "none"));
  if (partitioning === undefined)
    throw new UsageError(`Expected --partition ${PARTITIONINGS.join("|")}.`);
  // Found out now and not after hours of work.
  const publicKey = only === undefined ? signingOf(options).publisher.publicKey : null;
  const before = await publishedBefore(folder, isForced);
  if (before !== null && !isForced) refuseOtherData(before, info, publicKey);
  const input = await inputOf(paths);

  folder.create();
  const scratch = makeScratchFolder();
  const removeScratch = () => rmSync(scratch, { recursive: true, force: true });
  const onInterrupt = () => {
    removeScratch();
    process.exit(130);
  };
  process.once("SIGINT", onInterrupt).once("SIGTERM", onInterrupt);
  try {
    const context = { folder, info, partitioning, countries: bundledCountryNames(), scratch };
    const spill = await divide(input, { partitioning, share, ...options }, scratch);
    const { partitions, written, duplicates } = await writePartitions(context, spill);
    const { isUpdate, columns } = options;
    const inputHash = hash("sha256", JSON.stringify([input.digest, columns]));
    folder.writePart(share, { info, partitioning, isUpdate, input: inputHash, partitions });
    console.log(`duplicates: ${duplicates}`);
    console.log(`files: ${partitions.length}, ${written} of them new`);
  } finally {
    process.off("SIGINT", onInterrupt).off("SIGTERM", onInterrupt);
    removeScratch();
  }
  return only === undefined ? publishManifest(out, options) : 0;
}

/**
 * Writes the files of all partitions that are not there yet. Returns the content hashes of all, how many were written,
 * and how many records were of a page that an earlier record is of.
 */
async function writePartitions(
  context: PartitionContext,
  spill: PartitionSpill,
): Promise<{
  readonly partitions: readonly string[];
  readonly written: number;
  readonly duplicates: number;
}> {
  const { folder } = context;
  const names = spill.names();
  const partitions: string[] = [];
  const progress = new Progress("files", names.length);
  let written = 0;
  let duplicates = 0;
  for (const partition of names) {
    const records = spill.read(partition);
    duplicates += records.duplicates;
    const content = contentHash(context, partition, records);
    const known = folder.readNote(content);
    if (known === null || !folder.hasFile(known.file)) {
      folder.writeNote(content, await writePartition(context, partition, records));
      written++;
    }
    spill.remove(partition);
    partitions.push(content);
    progress.show(partitions.length);
  }
  progress.end();
  return { partitions, written, duplicates };
}

function shareOf(only: string): Share {
  const [, part, of] = /^(\d+)\/(\d+)$/.exec(only) ?? [];
  const share = { part: Number(part), of: Number(of) };
  if (!(share.part >= 1 && share.part <= share.of))
    throw new UsageError(`--only ${only}: expected I/N, from 1/N to N/N.`);
  return share;
}
