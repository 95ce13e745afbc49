import type { Lifeline } from "../lifeline.ts";

/** The calls of files and folders that change something. */
const CHANGES = new Set(["createWritable", "write", "close", "removeEntry"]);
/** The calls that give another file, folder or stream. */
const HANDLES = new Set(["getDirectoryHandle", "getFileHandle", "createWritable"]);

/** A folder of the file system that a worker reaches over a line: once it is dead, nothing is written any more. */
export function dyingFolder<Folder extends object>(folder: Folder, line: Lifeline): Folder {
  return new Proxy(folder, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name, target);
      if (typeof method !== "function") return method;
      return (...parameters: unknown[]) => {
        const isChange =
          CHANGES.has(String(name)) || (parameters[1] as { create?: boolean })?.create === true;
        const call = () => method.apply(target, parameters);
        if (!HANDLES.has(String(name))) return isChange ? line.while(call) : call();
        const handle: Promise<object> = isChange ? line.while(call) : call();
        return handle.then((one) => dyingFolder(one, line));
      };
    },
  });
}
