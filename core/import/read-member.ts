import type { Place } from "./archives/archive-entries.ts";
import { FileHead, HEAD_LENGTH } from "./formats/file-head.ts";
import { foreignFormat } from "./formats/foreign-formats.ts";
import { FORMATS, type Format, type Reading } from "./formats/formats.ts";
import { readManifest } from "./manifest-file.ts";
import type { Events } from "./run/read-event.ts";
import type { ReadRun } from "./run/read-run.ts";
import { ByteReader } from "./text/byte-reader.ts";
import { decodeText } from "./text/decode-text.ts";
import { NO_ARTICLES, ReadFault } from "./text/read-fault.ts";

/** The problem of an archive in an archive, and of gzip in gzip. */
const NESTED = "archive inside an archive";

/**
 * Reads a file of any format, or a member of an archive.
 *
 * @param whole gives the whole file, for formats of which parts are read in any order
 * @throws ReadFault where it cannot be read any further
 */
export async function* readMember(
  bytes: AsyncIterable<Uint8Array>,
  place: Place,
  run: ReadRun,
  whole: (bytes: ByteReader) => Promise<Blob> = (bytes) => wholeMember(bytes, run),
): Events {
  const reader = new ByteReader(bytes);
  try {
    const manifest = await readManifest(reader, place.path, run);
    if (manifest !== null) return yield manifest;
    const head = new FileHead(await reader.peek(HEAD_LENGTH));
    const foreign = foreignFormat(head);
    if (foreign !== null && place.isAmongOthers && !foreign.isData) return run.skip(place.path);
    if (foreign !== null) throw new ReadFault(foreign.message);
    const found = recognise(head) ?? (await recogniseAfterBlanks(reader));
    if (found === null) return await skipOrReject(reader, place, run);
    const { format, reading } = found;
    if (format.isNested?.(place)) throw new ReadFault(NESTED);
    const archive = { place, run, readEntry: readMember };
    if (reading.as === "bytes") yield* reading.read(reader, archive);
    else if (reading.as === "blob") yield* reading.read(await whole(reader), archive);
    else yield* readText(reading, found, reader, place, run);
  } finally {
    await reader.close();
  }
}

/** How a file is read, by its start. */
interface Recognised {
  readonly head: FileHead;
  readonly format: Format;
  readonly reading: Reading;
  /** The line of the first byte that is unread. */
  readonly line: number;
}

function recognise(head: FileHead, line = 1): Recognised | null {
  for (const format of FORMATS) {
    const reading = format.recognise(head);
    if (reading !== null) return { head, format, reading, line };
  }
  return null;
}

/** Skips blank lines, which may fill the whole start of a file, and recognises the format of what follows. */
async function recogniseAfterBlanks(reader: ByteReader): Promise<Recognised | null> {
  const line = 1 + (await reader.skipBlank());
  if (line === 1) return null;
  const found = recognise(new FileHead(await reader.peek(HEAD_LENGTH)), line);
  return found?.reading.as === "text" && !found.format.isOnFirstLine ? found : null;
}

async function* readText(
  { read }: Extract<Reading, { as: "text" }>,
  { head, format, line }: Recognised,
  reader: ByteReader,
  { path, isAmongOthers }: Place,
  run: ReadRun,
): Events {
  const { encoding, markLength } = head;
  reader.skip(markLength);
  const canSkip = encoding === "utf-8" && !format.isOnFirstLine;
  const firstLine = canSkip ? line + (await reader.skipBlank()) : line;
  run.beginFile();
  if (encoding !== "utf-8") run.mended(path, null, "read as UTF-16");
  const blocks = decodeText(reader, head, firstLine, (mended) =>
    run.mended(path, mended, "read as Windows-1252"),
  );
  yield* read({ path, blocks, isAmongOthers }, run);
}

/** The file is of no format that is known. */
async function skipOrReject(reader: ByteReader, place: Place, run: ReadRun): Promise<void> {
  reader.throwFault();
  if (place.isAmongOthers) return run.skip(place.path);
  throw new ReadFault(notRecognised(await reader.peek(HEAD_LENGTH)));
}

/** The problem of a file that the user gave by itself and whose format is not known. */
function notRecognised(head: Uint8Array): string {
  if (head.length === 0) return `${NO_ARTICLES}: the file is empty`;
  // A tar archive without files has only zeros.
  if (head.every((byte) => byte === 0)) return `${NO_ARTICLES}: the file is all zeros`;
  const archivesLast = FORMATS.toSorted((a, b) => Number(!!a.isNested) - Number(!!b.isNested));
  const names = archivesLast.map(({ name }) => name);
  return `format not recognised: expected ${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

/**
 * A member of an archive as a blob. Browsers keep large blobs on disk.
 *
 * @throws ReadFault when it is too large
 */
async function wholeMember(bytes: ByteReader, run: ReadRun): Promise<Blob> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > run.limits.wholeMemberBytes)
      throw new ReadFault(
        `expected at most ${run.limits.wholeMemberBytes} bytes in an archive; unpack it and add the file itself`,
      );
    parts.push(chunk);
  }
  return new Blob(parts as BlobPart[]);
}
