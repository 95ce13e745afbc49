import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { BUNDLED_DATA_FILE } from "../../../core/data-set/data-set.ts";
import { DataSetFile } from "../../../core/data-set-file/data-set-file.ts";
import { fileDirectory, HEADER_BYTES } from "../../../core/data-set-file/layout.ts";
import { decodeTrailer, TRAILER_BYTES } from "../../../core/data-set-file/trailer.ts";
import { pageAddress } from "../../../core/record/article-addresses.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { inflateJson } from "../../../core/segment/deflate.ts";
import { readableRecords } from "../../../core/segment/scan-source.ts";
import { builtExtension } from "../../../test/harness/drive-browser.ts";
import type { BrowserName } from "../../../test/harness/installed-browsers.ts";

/** The bundled data set of a build. All sizes are in bytes. */
export interface BuiltData {
  readonly records: number;
  /** The address of an article that names others. */
  readonly address: string;
  /** Bytes of each part of the file, by name. */
  readonly parts: Readonly<Record<string, number>>;
  readonly fileBytes: number;
  readonly packageBytes: number;
  /** The same records as a JSON array, and that compressed. */
  readonly jsonBytes: number;
  readonly gzipBytes: number;
}

/** The names of the segment's blocks begin with one of these; those of the story index with others. */
const SEGMENT = ["urls/", "domains/", "latest/", "patterns", "meta"];
const MAX_DIRECTORY_BYTES = 16_777_216;

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
    parts: await partsOf(bytes),
    fileBytes: bytes.length,
    packageBytes: folderBytes(folder),
    jsonBytes: json.length,
    gzipBytes: gzipSync(json).length,
  };
}

async function partsOf(bytes: Uint8Array<ArrayBuffer>): Promise<Record<string, number>> {
  const trailer = decodeTrailer(bytes.slice(-TRAILER_BYTES));
  if (trailer === null) throw new Error("no trailer");
  const packed = bytes.slice(trailer.start, trailer.start + trailer.length);
  const { sourceEnd, runs } = fileDirectory.parse(
    await inflateJson("directory", packed, MAX_DIRECTORY_BYTES),
  );
  const sizeOf = (isMeant: (prefix: string) => boolean) =>
    runs
      .filter(([prefix]) => isMeant(prefix))
      .flatMap(([, , lengths]) => lengths)
      .reduce((sum, length) => sum + length, 0);
  const isSegment = (prefix: string) => SEGMENT.includes(prefix);
  return {
    source: sourceEnd - HEADER_BYTES,
    outlets: sizeOf((prefix) => prefix === "outlets"),
    "story index": sizeOf((prefix) => prefix !== "outlets" && !isSegment(prefix)),
    "index by address and outlet": sizeOf(isSegment),
    directory: trailer.length,
  };
}

function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
}
