import { realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { Input } from "./input-paths.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Makes sure that what is written replaces nothing that is read, whatever links lead to it, and no other file unless
 * the user forces it.
 *
 * @param option that names the path, such as `--out`
 * @throws UsageError
 */
export function checkOutput(
  option: string,
  path: string,
  { input, paths, isForced }: OutputChecks,
): void {
  const info = statSync(path, { throwIfNoEntry: false });
  const target = realPath(path);
  const isInput =
    (info !== undefined && input.has(info)) ||
    paths.some((given) => isWithin(target, realPath(given)) || isWithin(realPath(given), target));
  if (isInput) throw new UsageError(`${option} ${path} is part of what is read.`);
  // A device, such as /dev/stdout, holds nothing that could be lost.
  const isKept = info?.isFile() === true || info?.isDirectory() === true;
  if (isKept && !isForced) throw new UsageError(`${path} exists; --force writes over it.`);
}

interface OutputChecks {
  readonly input: Input;
  /** The paths of the input, as they were given. */
  readonly paths: readonly string[];
  readonly isForced: boolean;
}

/** The path without links; of what does not exist yet, as far as it exists. */
function realPath(path: string): string {
  const full = resolve(path);
  try {
    return realpathSync(full);
  } catch {
    const parent = dirname(full);
    return parent === full ? full : join(realPath(parent), basename(full));
  }
}

/** Whether a path is a folder, or is in it. */
function isWithin(path: string, folder: string): boolean {
  return !/^\.\.(?:[/\\]|$)/.test(relative(folder, path));
}
