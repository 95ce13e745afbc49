/** Folders that never hold articles. */
const FOLDERS = new Set(["__MACOSX", "node_modules"]);

/** Whether a path in a folder or archive is of a hidden file, or in a folder that never holds articles. */
export function isIgnoredPath(path: string): boolean {
  return path
    .split("/")
    .some((part) => FOLDERS.has(part) || (part.startsWith(".") && part !== "." && part !== ".."));
}

/** Whether a member's path leads out of its archive. Refused, although nothing is ever written to disk. */
export function isUnsafe(path: string): boolean {
  return (
    path.includes("\0") ||
    /^(?:[\\/]|[a-z]:)/i.test(path) ||
    path.split(/[\\/]/).some((part) => part === "..")
  );
}
