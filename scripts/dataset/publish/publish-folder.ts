import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { dataSetManifest } from "../../../core/data-set/data-set.ts";
import { FILE_NAME, publishedFile } from "../../../core/published/published-manifest.ts";
import { PARTITIONINGS, type Share } from "./partitioning.ts";

/** What is known of a published file beside what the manifest says. */
const fileNote = z.object({
  file: publishedFile,
  partitioning: z.enum(PARTITIONINGS),
  /** Registrable domain, most frequent name and number of records of each outlet that has records in it. */
  outlets: z.array(z.tuple([z.string(), z.string(), z.number()])),
});
export type FileNote = z.infer<typeof fileNote>;

/** The result of one of the processes that publish a data set side by side. */
const partList = z.object({
  info: dataSetManifest,
  partitioning: z.enum(PARTITIONINGS),
  /** Whether published partitions that no process has stay as they are. */
  isUpdate: z.boolean(),
  /** A hash of what it was given to read: parts of different inputs are not of one run. */
  input: z.string(),
  /** The content hashes of its partitions: names of notes. */
  partitions: z.readonly(z.array(z.string().check(z.regex(/^[0-9a-f]{64}$/)))),
});
export type PartList = z.infer<typeof partList>;

/** The names of files that are being written. */
const PARTIAL_NAME = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.partial$/;

const goneSince = z.record(z.string(), z.number());
/** Written with each manifest. */
const GONE_SINCE = "parts/gone.json";

/**
 * The folder that a data set is published in. Only `manifest.json` and `files/` are for subscribers; `parts/` is what
 * the next run has to know. Every file is written under another name and renamed, so that it is there whole or not at
 * all.
 */
export class PublishFolder {
  readonly #root: string;

  /** @param root need not exist until something is written */
  constructor(root: string) {
    this.#root = root;
  }

  /** @throws Error when the folder cannot be made */
  create(): void {
    // In this order, because files without parts are those of a folder that lost what was in it.
    mkdirSync(join(this.#root, "parts/files"), { recursive: true });
    mkdirSync(join(this.#root, "files"), { recursive: true });
  }

  /** A path for a file that is being written. */
  partialFile(): string {
    return join(this.#root, "files", `${crypto.randomUUID()}.partial`);
  }

  /** Gives a file that was written its name. */
  addFile(partial: string, name: string): void {
    renameSync(partial, join(this.#root, "files", name));
  }

  hasFile({ name, bytes }: FileNote["file"]): boolean {
    const path = join(this.#root, "files", name);
    return statSync(path, { throwIfNoEntry: false })?.size === bytes;
  }

  /** The names of all files of this data set, those that are being written included. Others are not its own. */
  fileNames(): string[] {
    return namesIn(join(this.#root, "files")).filter(
      (name) => FILE_NAME.test(name) || PARTIAL_NAME.test(name),
    );
  }

  removeFile(name: string): void {
    rmSync(join(this.#root, "files", name), { force: true });
  }

  /** What is known of the file with this content, if it was written before. */
  readNote(content: string): FileNote | null {
    const json = this.#readJson(`parts/files/${content}.json`);
    return fileNote.safeParse(json).data ?? null;
  }

  writeNote(content: string, note: FileNote): void {
    this.#write(`parts/files/${content}.json`, JSON.stringify(note));
  }

  /** The content hashes of all notes. */
  notes(): string[] {
    return namesIn(join(this.#root, "parts/files"))
      .filter((name) => name.endsWith(".json"))
      .map((name) => name.slice(0, -".json".length));
  }

  removeNote(content: string): void {
    rmSync(join(this.#root, `parts/files/${content}.json`), { force: true });
  }

  writePart(share: Share, list: PartList): void {
    this.#write(partName(share), JSON.stringify(list));
  }

  /** The lists of all processes that have ended, by their share. */
  readParts(): { readonly share: Share; readonly list: PartList }[] {
    return this.#partShares().flatMap((share) => {
      const list = partList.safeParse(this.#readJson(partName(share))).data;
      return list === undefined ? [] : [{ share, list }];
    });
  }

  /** Removes the lists of those processes for which `isWanted` is false. */
  removeParts(isWanted: (share: Share) => boolean): void {
    for (const share of this.#partShares())
      if (!isWanted(share)) rmSync(join(this.#root, partName(share)), { force: true });
  }

  readManifest(): Buffer | null {
    const path = join(this.#root, "manifest.json");
    return existsSync(path) ? readFileSync(path) : null;
  }

  /** Whether files of a manifest are there, and the manifest is not. A first run that was interrupted has none yet. */
  hasLostManifest(): boolean {
    if (this.readManifest() !== null || !this.fileNames().some((name) => FILE_NAME.test(name)))
      return false;
    const hasParts = existsSync(join(this.#root, "parts/files"));
    return !hasParts || existsSync(join(this.#root, GONE_SINCE));
  }

  writeManifest(text: string): void {
    this.#write("manifest.json", text);
  }

  /** When each file left the manifest, ms since 1970. */
  readGoneSince(): Readonly<Record<string, number>> {
    return goneSince.safeParse(this.#readJson(GONE_SINCE)).data ?? {};
  }

  writeGoneSince(times: Readonly<Record<string, number>>): void {
    this.#write(GONE_SINCE, JSON.stringify(times));
  }

  #partShares(): Share[] {
    return namesIn(join(this.#root, "parts")).flatMap((name) => {
      const [, part, of] = /^(\d+)-of-(\d+)\.json$/.exec(name) ?? [];
      return part === undefined ? [] : [{ part: Number(part), of: Number(of) }];
    });
  }

  #readJson(name: string): unknown {
    try {
      return JSON.parse(readFileSync(join(this.#root, name), "utf8"));
    } catch {
      return null;
    }
  }

  #write(name: string, text: string): void {
    const path = join(this.#root, name);
    const partial = `${path}.${process.pid}.partial`;
    try {
      const file = openSync(partial, "w");
      try {
        // Writes all of it or throws, where `writeSync` may write a part only, as on a disk that is nearly full.
        writeFileSync(file, text);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(partial, path);
    } catch (error) {
      rmSync(partial, { force: true });
      throw error;
    }
  }
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function partName({ part, of }: Share): string {
  return `parts/${part}-of-${of}.json`;
}
