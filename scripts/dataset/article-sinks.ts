import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Writable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { configure, TextReader, ZipWriter } from "@zip.js/zip.js/lib/zip-core.js";
import { exportFileName } from "../../core/export/export-file-name.ts";
import { csvHeader, csvRow } from "../../core/export/write-csv.ts";
import { toJsonLine } from "../../core/export/write-json-line.ts";
import { writeMarkdown } from "../../core/export/write-markdown.ts";
import type { ArticleRecord } from "../../core/record/article-record.ts";

/** Formats that articles can be written in. */
export const TARGETS = ["md", "jsonl", "csv"] as const;
export type Target = (typeof TARGETS)[number];

/** A destination for articles, one at a time. */
export interface ArticleSink {
  write(record: ArticleRecord): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a file or folder for articles: Markdown goes to a folder, or to a zip archive when the name
 * ends in `.zip`; the others go to a file, packed when the name ends in `.gz`.
 */
export async function sinkFor(target: Target, out: string): Promise<ArticleSink> {
  if (target === "md") return out.endsWith(".zip") ? zipSink(out) : folderSink(out);
  return target === "csv" ? fileSink(out, csvHeader(), csvRow) : fileSink(out, "", toJsonLine);
}

function fileSink(
  path: string,
  header: string,
  textOf: (record: ArticleRecord) => string,
): ArticleSink {
  const file = createWriteStream(path);
  const gzip = path.endsWith(".gz") ? createGzip() : null;
  const stream = gzip ?? file;
  const written = gzip === null ? finished(file) : pipeline(gzip, file);
  written.catch(() => undefined); // told when it closes
  stream.write(header);
  return {
    async write(record) {
      if (!stream.write(textOf(record))) await Promise.race([once(stream, "drain"), written]);
    },
    async close() {
      stream.end();
      await written;
    },
  };
}

async function folderSink(folder: string): Promise<ArticleSink> {
  await mkdir(folder, { recursive: true });
  let count = 0;
  return {
    write: (record) =>
      writeFile(join(folder, exportFileName(record, count++)), writeMarkdown(record)),
    close: async () => undefined,
  };
}

function zipSink(path: string): ArticleSink {
  configure({ useWebWorkers: false });
  const file = createWriteStream(path);
  const zip = new ZipWriter(Writable.toWeb(file));
  let count = 0;
  return {
    async write(record) {
      await zip.add(exportFileName(record, count++), new TextReader(writeMarkdown(record)));
    },
    async close() {
      await zip.close();
      await finished(file);
    },
  };
}
