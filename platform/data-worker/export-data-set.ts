import { configure, TextReader, ZipWriter } from "@zip.js/zip.js/lib/zip-core.js";
import { DataSetFile } from "../../core/data-set-file/data-set-file.ts";
import { exportFileName } from "../../core/export/export-file-name.ts";
import type { ExportFormat } from "../../core/export/export-format.ts";
import { csvHeader, csvRow } from "../../core/export/write-csv.ts";
import { toJsonLine } from "../../core/export/write-json-line.ts";
import { writeMarkdown } from "../../core/export/write-markdown.ts";
import type { ArticleRecord } from "../../core/record/article-record.ts";
import { readableRecords } from "../../core/segment/scan-source.ts";
import { openBundledData } from "../indexing/open-bundled-data.ts";
import { createSourceStore } from "../store/source-store.ts";
import { FileSink } from "./file-sink.ts";

/** Where a file is made before it is handed to the user; emptied by the next export. */
const FOLDER = "exports";

/** The data set to export. */
export interface ExportRequest {
  /** `null` is the bundled data set. */
  readonly source: string | null;
  readonly format: ExportFormat;
  readonly fileName: string;
  readonly total: number;
}

/**
 * Writes a data set into one file, record by record.
 *
 * @throws QuotaExceededError when the disk is full
 */
export async function exportDataSet(
  { source, format, fileName, total }: ExportRequest,
  onProgress: (done: number) => void,
): Promise<{ readonly file: File; readonly lost: number }> {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(FOLDER, { recursive: true }).catch(() => undefined);
  const folder = await root.getDirectoryHandle(FOLDER, { create: true });
  const sink = await FileSink.open(folder, fileName);
  const writer = writerFor(format, sink);
  let done = 0;
  try {
    for await (const records of recordsOf(source)) {
      for (const record of records) await writer.write(record, done++);
      onProgress(done);
    }
    await writer.end();
  } finally {
    sink.close();
  }
  const file = await (await folder.getFileHandle(fileName)).getFile();
  return { file, lost: Math.max(0, total - done) };
}

interface RecordWriter {
  write(record: ArticleRecord, index: number): Promise<void>;
  end(): Promise<void>;
}

function writerFor(format: ExportFormat, sink: FileSink): RecordWriter {
  if (format === "md") return zipWriter(sink);
  const encoder = new TextEncoder();
  const textOf = format === "csv" ? csvRow : toJsonLine;
  if (format === "csv") sink.write(encoder.encode(csvHeader()));
  return {
    async write(record) {
      sink.write(encoder.encode(textOf(record)));
    },
    end: async () => undefined,
  };
}

function zipWriter(sink: FileSink): RecordWriter {
  configure({ useWebWorkers: false });
  const zip = new ZipWriter(
    new WritableStream<Uint8Array>({ write: (bytes) => sink.write(bytes) }),
  );
  return {
    async write(record, index) {
      await zip.add(
        `articles/${exportFileName(record, index)}`,
        new TextReader(writeMarkdown(record)),
      );
    },
    async end() {
      await zip.close();
    },
  };
}

async function* recordsOf(source: string | null): AsyncGenerator<readonly ArticleRecord[]> {
  const file = source === null ? await bundledFile() : await createSourceStore().open(source);
  for await (const block of file?.scan() ?? [])
    yield readableRecords(block).map(([, record]) => record);
}

async function bundledFile(): Promise<DataSetFile> {
  const { read, size } = await openBundledData();
  return DataSetFile.open(read, size);
}
