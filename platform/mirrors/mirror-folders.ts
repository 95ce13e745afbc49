const FOLDER = "mirrors";

/** The folders of mirrors in the origin-private file system. */
export class MirrorFolders {
  readonly #getRoot: () => Promise<FileSystemDirectoryHandle>;

  /** @param getRoot gives the folder that they are in */
  constructor(getRoot: () => Promise<FileSystemDirectoryHandle>) {
    this.#getRoot = getRoot;
  }

  /** The folder at a path below that of all mirrors; `null` where it or a folder above it is missing. */
  async find(...path: string[]): Promise<FileSystemDirectoryHandle | null> {
    let folder = await this.#getRoot();
    for (const name of [FOLDER, ...path]) {
      const inside = await folder.getDirectoryHandle(name).catch(nullIfMissing);
      if (inside === null) return null;
      folder = inside;
    }
    return folder;
  }

  /** The folder at a path, which is created where it is missing. */
  async make(...path: string[]): Promise<FileSystemDirectoryHandle> {
    let folder = await this.#getRoot();
    for (const name of [FOLDER, ...path])
      folder = await folder.getDirectoryHandle(name, { create: true });
    return folder;
  }
}

/** The text of a file; `null` where the file or its folder is missing. */
export async function readText(
  folder: FileSystemDirectoryHandle | null,
  name: string,
): Promise<string | null> {
  const file = await fileIn(folder, name);
  return file === null ? null : file.text();
}

/** Writes a file atomically: whoever reads it gets the old content or the new one. */
export async function writeFile(
  folder: FileSystemDirectoryHandle,
  name: string,
  write: (writable: FileSystemWritableFileStream) => Promise<void>,
): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  const writable = await handle.createWritable();
  try {
    await write(writable);
    await writable.close();
  } catch (error) {
    await writable.abort().catch(() => undefined);
    throw error;
  }
}

/** A file; `null` where it or its folder is missing. */
export async function fileIn(
  folder: FileSystemDirectoryHandle | null,
  name: string,
): Promise<File | null> {
  const handle = await folder?.getFileHandle(name).catch(nullIfMissing);
  return (await handle?.getFile()) ?? null;
}

/** The names of what is in a folder; none where it is missing. */
export async function namesIn(folder: FileSystemDirectoryHandle | null): Promise<string[]> {
  const names: string[] = [];
  if (folder !== null) for await (const name of folder.keys()) names.push(name);
  return names;
}

/** Deletes a file, or a folder with all that is in it; nothing where it is missing. */
export async function removeFrom(
  folder: FileSystemDirectoryHandle | null,
  name: string,
): Promise<void> {
  await folder?.removeEntry(name, { recursive: true }).catch(nullIfMissing);
}

function nullIfMissing(error: unknown): null {
  if (error instanceof DOMException && error.name === "NotFoundError") return null;
  throw error;
}
