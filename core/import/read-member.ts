import { type Place, readEntries } from "./archives/archive-entries.ts";
import { gunzip } from "./archives/gunzip.ts";
import { tarEntries } from "./archives/tar-entries.ts";
import { detectFormat, type Format, HEAD_LENGTH } from "./detect-format.ts";
import { readManifest } from "./manifest-file.ts";
import { readTable } from "./read-table.ts";
import { readJson, readJsonLines, readMarkdown } from "./read-text.ts";
import type { ReadEvent } from "./run/read-event.ts";
import type { ReadRun } from "./run/read-run.ts";
import { ByteReader } from "./text/byte-reader.ts";
import { decodeText } from "./text/decode-text.ts";
import { NO_ARTICLES, ReadFault } from "./text/read-fault.ts";

/** The problem of an archive in an archive, and of gzip in gzip. */
const NESTED = "archive inside an archive";

/**
 * Reads a file, or a member of an archive, of any format but zip, which needs the whole file.
 *
 * @throws ReadFault where it cannot be read any further
 */
export async function* readMember(
  bytes: AsyncIterable<Uint8Array>,
  place: Place,
  run: ReadRun,
): AsyncGenerator<ReadEvent, void, undefined> {
  const reader = new ByteReader(bytes);
  try {
    const manifest = await readManifest(reader, place.path, run);
    if (manifest !== null) return yield manifest;
    const format = detectFormat(await reader.peek(HEAD_LENGTH));
    if (format.kind === "gzip" && !place.isInGzip)
      yield* readMember(gunzip(reader, run.meter), { ...place, isInGzip: true }, run);
    else if (format.kind === "tar" && !place.isInArchive)
      yield* readEntries(tarEntries(reader), place, run, readMember);
    else if (format.kind === "gzip" || format.kind === "tar" || format.kind === "zip")
      throw new ReadFault(NESTED);
    else yield* readTextMember(reader, format, place, run);
  } finally {
    await reader.close();
  }
}

async function* readTextMember(
  reader: ByteReader,
  detected: Format,
  place: Place,
  run: ReadRun,
): AsyncGenerator<ReadEvent, void, undefined> {
  const { path } = place;
  const { format, line } = await withoutBlankStart(reader, detected);
  if (format.kind !== "text") {
    reader.throwFault();
    if (!place.isAmongOthers) throw new ReadFault(notRecognised(await reader.peek(HEAD_LENGTH)));
    run.skip(path);
    return;
  }
  const { text, encoding } = format;
  run.beginFile();
  if (encoding !== "utf-8") run.mended(path, null, "read as UTF-16");
  const blocks = decodeText(reader, format, line, (mended) =>
    run.mended(path, mended, "read as Windows-1252"),
  );
  if (text.kind === "table")
    yield* readTable(path, text.delimiter, blocks, run, place.isAmongOthers);
  else if (text.kind === "markdown") yield* readMarkdown(path, blocks, run);
  else if (text.kind === "json") yield* readJson(path, blocks, run, place.isAmongOthers);
  else yield* readJsonLines(path, blocks, run);
}

/** The problem of a file that the user gave by itself and whose format is not supported. */
function notRecognised(head: Uint8Array): string {
  if (head.length === 0) return `${NO_ARTICLES}: the file is empty`;
  // A tar archive without files has only zeros.
  if (head.every((byte) => byte === 0)) return `${NO_ARTICLES}: the file is all zeros`;
  return "format not recognised: expected Markdown with front matter, JSON, JSON Lines, CSV, TSV, zip, tar or gzip";
}

/** Skips the byte order mark and blank lines at the start, and detects the format of what follows. */
async function withoutBlankStart(
  reader: ByteReader,
  format: Format,
): Promise<{ format: Format; line: number }> {
  if (format.kind === "text") reader.skip(format.markLength);
  const isBlankPossible =
    format.kind === "unknown" || (format.kind === "text" && format.encoding === "utf-8");
  // Front matter has to start on the first line, so nothing is skipped before it.
  if (!isBlankPossible || (format.kind === "text" && format.text.kind === "markdown"))
    return { format, line: 1 };
  const line = 1 + (await reader.skipBlank());
  if (format.kind === "text" || line === 1) return { format, line };
  const found = detectFormat(await reader.peek(HEAD_LENGTH));
  const isData = found.kind === "text" && found.text.kind !== "markdown";
  return { format: isData ? found : { kind: "unknown" }, line };
}
