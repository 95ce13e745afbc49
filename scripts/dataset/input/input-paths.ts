import { hash } from "node:crypto";
import { openAsBlob, type Stats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename } from "node:path";
import { isIgnoredPath } from "../../../core/import/archives/member-path.ts";
import type { InputFile } from "../../../core/import/run/read-event.ts";
import { UsageError } from "./usage-error.ts";

/** Files that were found, and their size. */
export interface Input {
  readonly files: AsyncIterable<InputFile>;
  /** Bytes. */
  readonly size: number;
  /** A hash of their names, which are those in the given folders, and their sizes; in hex. */
  readonly digest: string;
  /** Whether a file is one of them, also by another name. */
  has(file: Stats): boolean;
}

interface Found {
  readonly path: string;
  readonly folder: string;
  readonly info: Stats;
}

/**
 * Finds the files of the paths given on the command line, including all files in folders, in order. Their content is
 * read only when it is needed.
 *
 * @throws UsageError for a path that does not exist
 */
export async function inputOf(paths: readonly string[]): Promise<Input> {
  if (paths.length === 0) throw new UsageError("Expected a file or folder.");
  const found = (await Promise.all(paths.map(filesAt))).flat();
  return {
    files: opened(found),
    size: found.reduce((size, { info }) => size + info.size, 0),
    digest: digestOf(found),
    has: ({ dev, ino }) => found.some(({ info }) => info.dev === dev && info.ino === ino),
  };
}

function digestOf(found: readonly Found[]): string {
  const files = found.map(
    ({ path, folder, info }) =>
      `${folder === "" ? basename(path) : path.slice(folder.length)} ${info.size}`,
  );
  return hash("sha256", JSON.stringify(files.sort()));
}

async function filesAt(given: string): Promise<Found[]> {
  const path = given.replaceAll("\\", "/").replace(/(?<=.)\/+$/, "");
  const info = await stat(path).catch(() => {
    throw new UsageError(`${given} does not exist or cannot be read.`);
  });
  if (info.isDirectory()) return filesIn(path, path, new Set());
  if (!info.isFile()) throw new UsageError(`${given} is neither a file nor a folder.`);
  return [{ path, folder: "", info }];
}

/** @param seen real paths of the folders read so far, since a link may lead back to one */
async function filesIn(folder: string, root: string, seen: Set<string>): Promise<Found[]> {
  const real = await realpath(folder);
  if (seen.has(real)) return [];
  seen.add(real);
  const names = (await readdir(folder)).sort();
  const found: Found[] = [];
  for (const name of names) {
    const path = `${folder}/${name}`;
    if (isIgnoredPath(name)) continue;
    const info: Stats | null = await stat(path).catch(() => null); // a broken link
    if (info?.isDirectory()) found.push(...(await filesIn(path, root, seen)));
    else if (info?.isFile()) found.push({ path, folder: root, info });
  }
  return found;
}

async function* opened(found: readonly Found[]): AsyncGenerator<InputFile, void, undefined> {
  for (const { path, folder } of found) yield { path, folder, blob: await openAsBlob(path) };
}
