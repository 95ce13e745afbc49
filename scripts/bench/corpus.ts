import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";

/** The folder of real data: beside the repository, or where the environment says. It is never part of the repository. */
const CORPUS = process.env["SECOND_SOURCE_CORPUS"]
  ? pathToFileURL(`${process.env["SECOND_SOURCE_CORPUS"]}/`)
  : new URL("../../../shared/corpus/", import.meta.url);

/** Whether the real data is on this machine. */
export const hasCorpus = existsSync(CORPUS);

/** The path of a file of the real data. */
export function corpusPath(name: string): string {
  return new URL(name, CORPUS).pathname;
}

/** Text of a file of the real data, unpacked when its name ends in `.gz`. */
export function readCorpus(name: string): string {
  const bytes = readFileSync(corpusPath(name));
  return (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

/** Rows of a tab-separated file with a header line, as one object a row. */
export function readTable(name: string): Record<string, string>[] {
  const [header = "", ...lines] = readCorpus(name).split("\n");
  const columns = header.split("\t");
  return lines
    .filter((line) => line !== "")
    .map((line) => {
      const cells = line.split("\t");
      return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ""]));
    });
}
