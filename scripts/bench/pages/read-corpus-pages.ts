import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { unpackTar } from "modern-tar";
import { corpusPath } from "../corpus.ts";
import { readPages, type TimedReading } from "./read-pages.ts";

/** A page as our reader read it. */
export interface PageRead extends TimedReading {
  /** Its row of the manifest. */
  readonly expected: Readonly<Record<string, string>>;
}

/** Reads each page of the manifest. */
export async function readCorpusPages(
  manifest: readonly Readonly<Record<string, string>>[],
  rounds: number,
): Promise<PageRead[]> {
  const archive = gunzipSync(readFileSync(corpusPath("pages/article-extraction-benchmark.tar.gz")));
  const files = new Map(
    (await unpackTar(archive)).map(({ header, data }) => [header.name, data ?? new Uint8Array()]),
  );
  const pages = manifest.map(({ known_url = "", set = "", path = "" }) => ({
    address: known_url,
    body: files.get(`${set}/${path}`),
  }));
  const readings = await readPages(pages, rounds);
  return readings.map((reading, index) => ({ ...reading, expected: manifest[index] ?? {} }));
}
