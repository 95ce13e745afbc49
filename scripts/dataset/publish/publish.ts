import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DataSetManifest, dataSetManifest } from "../../../core/data-set/data-set.ts";
import { readFiles } from "../../../core/import/read-files.ts";
import type { InputFile } from "../../../core/import/run/read-event.ts";
import type { ColumnMapping } from "../../../core/import/tables/columns.ts";
import { starterList } from "../../../core/outlets/starter-list.ts";
import { bundledCountryNames } from "../../country-names/bundled-country-names.ts";
import { describeColumns, unusedLine } from "../input/column-messages.ts";
import { type Input, inputOf } from "../input/input-paths.ts";
import { UsageError } from "../input/usage-error.ts";
import { articleLanguage } from "./article-language.ts";
import { DamagedFiles, isCutToNothing } from "./damaged-files.ts";
import { PartitionSpill } from "./partition-spill.ts";
import {
  isOwn,
  PARTITIONINGS,
  type Partitioning,
  partitionOf,
  partitionOfPath,
  type Share,
} from "./partitioning.ts";
import { Progress } from "./progress.ts";
import { PublishFolder } from "./publish-folder.ts";
import { type ManifestOptions, publishManifest, signingOf } from "./publish-manifest.ts";
import { contentHash, type PartitionContext, writePartition } from "./write-partition.ts";

/** What the command line says about a data set to publish. */
export interface PublishOptions extends ManifestOptions {
  readonly columns: ColumnMapping;
  readonly out?: string;
  readonly id?: string;
  readonly name?: string;
  readonly description?: string;
  readonly licence?: string;
  readonly source?: string;
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
  const { out, only } = options;
  if (out === undefined) throw new UsageError("Expected --out DIR.");
  const info = infoOf(options);
  const partitioning = PARTITIONINGS.find((name) => name === (options.partition ?? "none"));
  if (partitioning === undefined)
    throw new UsageError(`Expected --partition ${PARTITIONINGS.join("|")}.`);
  const share = only === undefined ? { part: 1, of: 1 } : shareOf(only);
  // Found out now and not after hours of work.
  if (only === undefined) signingOf(options);
  const input = await inputOf(paths);

  const folder = new PublishFolder(out);
  folder.removeParts(({ part, of }) => of === share.of && part !== share.part);
  const scratch = mkdtempSync(join(tmpdir(), "second-source-publish-"));
  const removeScratch = () => rmSync(scratch, { recursive: true, force: true });
  const onInterrupt = () => {
    removeScratch();
    process.exit(130);
  };
  process.once("SIGINT", onInterrupt).once("SIGTERM", onInterrupt);
  try {
    const context = { folder, info, partitioning, countries: bundledCountryNames(), scratch };
    const spill = await divide(input, { partitioning, share, ...options }, scratch);
    const { partitions, written } = await writePartitions(context, spill);
    folder.writePart(share, { info, partitioning, isUpdate: options.isUpdate, partitions });
    console.log(`files: ${partitions.length}, ${written} of them new`);
  } finally {
    process.off("SIGINT", onInterrupt).off("SIGTERM", onInterrupt);
    removeScratch();
  }
  return only === undefined ? publishManifest(out, options) : 0;
}

/** Writes the files of all partitions that are not there yet. Returns the content hashes of all. */
async function writePartitions(
  context: PartitionContext,
  spill: PartitionSpill,
): Promise<{ readonly partitions: readonly string[]; readonly written: number }> {
  const { folder } = context;
  const names = spill.names();
  const partitions: string[] = [];
  const progress = new Progress("files", names.length);
  let written = 0;
  for (const partition of names) {
    const records = spill.read(partition);
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
  return { partitions, written };
}

/** How the articles are read and divided. */
interface Division {
  readonly partitioning: Partitioning;
  readonly share: Share;
  readonly columns: ColumnMapping;
  readonly isForced: boolean;
}

/**
 * Reads the articles and divides them into partitions on disk; only those of this process.
 *
 * @throws PublishError when a file could not be read to its end
 */
async function divide(input: Input, division: Division, scratch: string): Promise<PartitionSpill> {
  const { partitioning, share, columns, isForced } = division;
  const spill = new PartitionSpill(scratch);
  const languageOf = articleLanguage(readOutletList());
  const progress = new Progress("bytes", input.size);
  const damaged = new DamagedFiles();
  let articles = 0;
  let rejected = 0;
  // A publisher's own files may be of any size.
  const options = { columns, limits: { unpackedBytes: Number.POSITIVE_INFINITY } };
  for await (const event of readFiles(ownFiles(input, division, damaged), options)) {
    if (event.kind === "manifest") continue;
    if (event.kind === "columns") {
      rejected++;
      damaged.add(describeColumns(event));
      continue;
    }
    if (event.kind === "unused") {
      console.log(unusedLine(event.columns));
      continue;
    }
    for (const { record, file } of event.records) {
      const partition = partitionOf(partitioning, record, file, languageOf);
      if (!isOwn(share, partition)) continue;
      spill.add(partition, record);
      articles++;
    }
    damaged.addFrom(event.problems);
    rejected += event.rejected;
    progress.show(event.bytesRead);
  }
  progress.end();
  console.log(`articles: ${articles}, ${rejected} rejected`);
  if (rejected > 0) console.log("npm run dataset -- check says what was rejected, and why");
  damaged.report(isForced);
  return spill;
}

/** Files that cannot have articles for this process are not opened. */
async function* ownFiles(
  { files }: Input,
  { partitioning, share }: Division,
  damaged: DamagedFiles,
): AsyncGenerator<InputFile, void, undefined> {
  for await (const file of files) {
    const partition = partitionOfPath(partitioning, file.path);
    if (partition !== null && !isOwn(share, partition)) continue;
    if (isCutToNothing(file.path, file.blob.size)) damaged.add(`${file.path}: the file is empty`);
    yield file;
  }
}

function readOutletList() {
  const file = new URL("../../../data/outlets.json", import.meta.url);
  return starterList.parse(JSON.parse(readFileSync(file, "utf8"))).outlets;
}

function infoOf({ id, name, description, licence, source }: PublishOptions): DataSetManifest {
  if (name === undefined) throw new UsageError("Expected --name NAME.");
  if (licence === undefined) throw new UsageError("Expected --licence LICENCE.");
  if (source === undefined) throw new UsageError("Expected --source URL.");
  const info = { id: id ?? idOf(name), name, description: description ?? "", licence, source };
  const parsed = dataSetManifest.safeParse(info);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join(".");
  const expected =
    field === "id"
      ? "up to 64 of a–z, 0–9 and -"
      : "a text that is not too long (docs/input-formats.md)";
  throw new UsageError(`--${field}: expected ${expected}.`);
}

/** @example idOf("Härbour News!") // "harbour-news" */
function idOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 64);
}

function shareOf(only: string): Share {
  const [, part, of] = /^(\d+)\/(\d+)$/.exec(only) ?? [];
  const share = { part: Number(part), of: Number(of) };
  if (!(share.part >= 1 && share.part <= share.of))
    throw new UsageError(`--only ${only}: expected I/N, from 1/N to N/N.`);
  return share;
}
