/** Folders that hold no articles, whatever is in them. */
const FOLDERS = new Set(["__MACOSX", "node_modules"]);

/** Whether a path inside a folder or archive is a hidden file, or in a folder that holds no articles. */
export function isPassedOver(path: string): boolean {
  return path
    .split("/")
    .some((part) => FOLDERS.has(part) || (part.startsWith(".") && part !== "." && part !== ".."));
}

/** Whether a member's path would lead out of the folder it were unpacked into. Nothing is ever written. */
export function isUnsafe(path: string): boolean {
  return (
    path.includes("\0") ||
    /^(?:[\\/]|[a-z]:)/i.test(path) ||
    path.split(/[\\/]/).some((part) => part === "..")
  );
}
