import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { BUNDLED_DATA_FILE } from "../../../core/data-set/data-set.ts";
import { DataSetFile } from "../../../core/data-set-file/data-set-file.ts";
import { pageAddress } from "../../../core/record/article-addresses.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { readableRecords } from "../../../core/segment/scan-source.ts";
import { builtExtension } from "../../../test/harness/drive-browser.ts";
import type { BrowserName } from "../../../test/harness/installed-browsers.ts";
import { type FilePartSizes, filePartSizes } from "../data-set/file-blocks.ts";

/** The bundled data set of a build. All sizes are in bytes. */
export interface BuiltData {
  readonly records: number;
  /** The address of an article that names others. */
  readonly address: string;
  readonly parts: FilePartSizes;
  readonly fileBytes: number;
  readonly packageBytes: number;
  /** The same records as a JSON array, and that compressed. */
  readonly jsonBytes: number;
  readonly gzipBytes: number;
}

/** Reads what the build for a browser has made. */
export async function readBuiltData(browser: BrowserName): Promise<BuiltData> {
  const folder = builtExtension(browser);
  const bytes = new Uint8Array(readFileSync(join(folder, BUNDLED_DATA_FILE)));
  const file = await DataSetFile.open(async (start, end) => bytes.slice(start, end), bytes.length);
  const found: ArticleRecord[] = [];
  for await (const block of file.scan())
    found.push(...readableRecords(block).map(([, record]) => record));
  const article = found.find(({ related = [] }) => related.length > 0) ?? found[0];
  if (article === undefined) throw new Error("the bundled data set is empty");
  const json = Buffer.from(`[${found.map((record) => JSON.stringify(record)).join(",")}]`);
  return {
    records: found.length,
    address: pageAddress(article),
    parts: await filePartSizes(async (start, end) => bytes.slice(start, end), bytes.length),
    fileBytes: bytes.length,
    packageBytes: folderBytes(folder),
    jsonBytes: json.length,
    gzipBytes: gzipSync(json).length,
  };
}

function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
}
