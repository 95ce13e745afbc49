import type { PublishedManifest } from "../../../core/published/published-manifest.ts";
import type { Share } from "./partitioning.ts";
import { PublishError } from "./publish-error.ts";
import type { FileNote, PartList, PublishFolder } from "./publish-folder.ts";

/**
 * What all processes wrote, as one.
 *
 * @throws PublishError when one of them has not ended, or was run with other options or another input
 */
export function joinedParts(folder: PublishFolder): PartList {
  const parts = folder.readParts();
  const [first] = parts;
  if (first === undefined)
    throw new PublishError("There is nothing to publish: npm run dataset -- publish comes first.");
  const { of } = first.share;
  const isThere = (part: number) => parts.some(({ share }) => share.part === part);
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter((part) => !isThere(part));
  if (missing.length > 0)
    throw new PublishError(
      `Missing: ${missing.map((part) => nameOf({ part, of })).join(", ")}. Each has to end before.`,
    );
  const { partitions: _, ...common } = first.list;
  for (const { list, share } of parts) {
    const { partitions: __, ...other } = list;
    const options = { ...other, input: common.input };
    if (share.of !== of || JSON.stringify(options) !== JSON.stringify(common))
      throw new PublishError(`${nameOf(share)} was run with other options than the others.`);
  }
  const { input } = common;
  if (parts.some(({ list }) => list.input !== input)) {
    const inputs = Map.groupBy(parts, ({ list }) => list.input).values();
    const runs = inputs.map((run) => run.map(({ share }) => nameOf(share)).join(" and "));
    throw new PublishError(
      `These are of different runs: ${[...runs].join("; ")}. The files of the input, or --map, were not the same. Run all of them again.`,
    );
  }
  return { ...common, partitions: parts.flatMap(({ list }) => list.partitions) };
}

function nameOf({ part, of }: Share): string {
  return `--only ${part}/${of}`;
}

/**
 * All files of the data set: those of the parts and, for an update, those published before of other partitions.
 *
 * @throws PublishError when there is none, or one is missing
 */
export function filesOf(
  folder: PublishFolder,
  part: PartList,
  before: PublishedManifest | null,
): FileNote[] {
  const notes = part.partitions.map((content) => folder.readNote(content));
  if (part.isUpdate && before !== null) notes.push(...keptFiles(folder, part, notes, before));
  const there = notes.filter((note) => note !== null).filter(({ file }) => folder.hasFile(file));
  if (there.length < notes.length)
    throw new PublishError("A file, or what is known of it, is missing: publish all of it again.");
  if (there.length === 0) throw new PublishError("There are no articles.");
  return there.sort((a, b) => (a.file.partition < b.file.partition ? -1 : 1));
}

/** What is known of the published files whose partitions an update does not have; `null` for one of which it is not. */
function keptFiles(
  folder: PublishFolder,
  { partitioning }: PartList,
  renewed: readonly (FileNote | null)[],
  before: PublishedManifest,
): (FileNote | null)[] {
  const partitions = new Set(renewed.map((note) => note?.file.partition));
  const known = new Map(
    folder.notes().map((content) => {
      const note = folder.readNote(content);
      return [note?.file.name, note];
    }),
  );
  return before.files
    .filter(({ partition }) => !partitions.has(partition))
    .map(({ name }) => {
      const note = known.get(name) ?? null;
      if (note !== null && note.partitioning !== partitioning)
        throw new PublishError(
          `What is published is by --partition ${note.partitioning}; an update has to be, too.`,
        );
      return note;
    });
}
