import { readFileSync } from "node:fs";
import { readFiles } from "../../../core/import/read-files.ts";
import type { InputFile } from "../../../core/import/run/read-event.ts";
import type { ColumnMapping } from "../../../core/import/tables/columns.ts";
import { starterList } from "../../../core/outlets/starter-list.ts";
import { describeColumns, unusedLine } from "../input/column-messages.ts";
import type { Input } from "../input/input-paths.ts";
import { articleLanguage } from "./article-language.ts";
import { DamagedFiles, isCutToNothing } from "./damaged-files.ts";
import { PartitionSpill } from "./partition-spill.ts";
import {
  isOwn,
  type Partitioning,
  partitionOf,
  partitionOfPath,
  type Share,
} from "./partitioning.ts";
import { Progress } from "./progress.ts";

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
export async function divide(
  input: Input,
  division: Division,
  scratch: string,
): Promise<PartitionSpill> {
  const { partitioning, share, columns, isForced } = division;
  const spill = new PartitionSpill(scratch);
  const languageOf = articleLanguage(readOutletList());
  const progress = new Progress("bytes", input.size);
  const damaged = new DamagedFiles();
  let articles = 0;
  let rejected = 0;
  let leftOut = 0;
  let skipped = 0;
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
    for (const { record, file, drops } of event.records) {
      const partition = partitionOf(partitioning, record, file, languageOf);
      if (!isOwn(share, partition)) continue;
      spill.add(partition, record);
      articles++;
      leftOut += drops;
    }
    damaged.addFrom(event.problems);
    rejected += event.rejected;
    skipped += event.skipped.length;
    progress.show(event.bytesRead);
  }
  progress.end();
  console.log(`articles: ${articles}, ${rejected} rejected`);
  console.log(`files passed over: ${skipped}`);
  console.log(`fields left out: ${leftOut}`);
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
