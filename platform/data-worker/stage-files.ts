import type { DataSetManifest } from "../../core/data-set/data-set.ts";
import { DataSetIntake } from "../../core/data-set/intake.ts";
import { DataSetFileWriter } from "../../core/data-set-file/data-set-file-writer.ts";
import { readFiles } from "../../core/import/read-files.ts";
import type { ColumnsNeeded, InputFile, ReadBatch } from "../../core/import/run/read-event.ts";
import type { TableColumns } from "../../core/import/tables/columns.ts";
import type { Staged, StagingProgress } from "../../core/protocol/data-worker.ts";
import { INDEX_BYTES_A_KEY } from "../../core/segment/build-segment.ts";
import { registrableDomain } from "../../core/url/registrable-domain.ts";
import {
  ARTICLES_FILE,
  REPORT_FILE,
  RESERVE_BYTES,
  RESERVE_FILE,
  sourcesFolder,
} from "../store/source-store.ts";
import { FileSink } from "./file-sink.ts";
import { StagingReport } from "./staging-report.ts";

/** The manifest of a data set that the user has not named yet. */
const UNNAMED: DataSetManifest = {
  id: "staged",
  name: "staged",
  description: "",
  licence: "",
  source: "",
};

/**
 * Reads files into a source of its own, beside the data sets there are: its records as they will be kept, its
 * outlets, and a report of all repairs, omissions and rejections.
 *
 * If the columns of a table cannot be recognised, returns what the user has to choose from instead.
 *
 * @throws QuotaExceededError when the disk is full; DOMException where the browser refuses storage
 */
export async function stageFiles(
  source: string,
  files: AsyncIterable<InputFile>,
  tables: readonly TableColumns[],
  onProgress: (progress: Omit<StagingProgress, "bytesTotal">) => void,
): Promise<Staged | ColumnsNeeded> {
  const folder = await (await sourcesFolder()).getDirectoryHandle(source, { create: true });
  const articles = await FileSink.open(folder, ARTICLES_FILE);
  const report = new StagingReport(await FileSink.open(folder, REPORT_FILE));
  const intake = new DataSetIntake(registrableDomain);
  const writer = new DataSetFileWriter(articles);
  let manifest: Partial<DataSetManifest> = {};
  let seen = 0;
  let repaired = 0;
  let leftOut = 0;
  let unused: readonly string[] = [];
  const take = async ({ records }: ReadBatch) => {
    for (const { record, file, line, repairs, drops } of records) {
      const json = JSON.stringify(record);
      if (intake.add(record, json) === "duplicate") report.duplicate(file, line, record.title);
      else {
        if (repairs > 0) repaired++;
        leftOut += drops;
        await writer.addRecord(record, json);
      }
    }
  };
  try {
    for await (const event of readFiles(
      counted(files, () => seen++),
      { tables },
    )) {
      if (event.kind === "columns") return event;
      if (event.kind === "manifest") manifest = event.manifest;
      else if (event.kind === "unused") {
        unused = event.columns;
        report.unused(unused);
      } else {
        report.add(event);
        await take(event);
        const { bytesRead } = event;
        onProgress({ files: seen, bytesRead, records: intake.size, rejected: report.rejected });
      }
    }
    const summary = intake.summary();
    const directory = intake.directory(UNNAMED);
    await writer.endSource(directory);
    await writer.close();
    articles.close();
    report.close();
    const reserve = await FileSink.open(folder, RESERVE_FILE);
    reserve.write(new Uint8Array(RESERVE_BYTES));
    reserve.close();
    return {
      summary,
      rejected: report.rejected,
      repaired,
      leftOut,
      skipped: report.skipped,
      unused,
      patterns: directory.patterns,
      firstProblems: report.first(),
      hasReport: !report.isEmpty,
      manifest,
      indexBytes: summary.keys * INDEX_BYTES_A_KEY,
    };
  } finally {
    articles.close();
    report.close();
  }
}

async function* counted(
  files: AsyncIterable<InputFile>,
  onFile: () => void,
): AsyncGenerator<InputFile> {
  for await (const file of files) {
    onFile();
    yield file;
  }
}
