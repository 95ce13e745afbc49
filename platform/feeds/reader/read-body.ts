import { gunzip } from "../../../core/import/archives/gunzip.ts";
import { LIMITS, UnpackMeter } from "../../../core/import/run/limits.ts";
import { ByteReader, joined } from "../../../core/import/text/byte-reader.ts";
import { ReadFault } from "../../../core/import/text/read-fault.ts";

/** Most bytes that are read of a feed, decompressed. */
const MAX_BYTES = 5_000_000;
/** A web page is recognised by this many bytes. */
const START_BYTES = 512;

/**
 * The body of an answer, decompressed, counted as it comes: what a header declares is the server's to choose. A feed
 * that is a gzip file itself (`feed.xml.gz`) is unpacked too. A web page is recognised by its first bytes, and the
 * rest is not read.
 *
 * @throws when the connection breaks or the request is aborted
 */
export async function readBody(
  response: Response,
): Promise<Uint8Array | "too-large" | "web-page" | "not-a-feed"> {
  if (response.body === null) return new Uint8Array();
  if (Number(response.headers.get("content-length")) > MAX_BYTES) return "too-large";
  const reader = new ByteReader(response.body);
  const start = await reader.peek(START_BYTES);
  if (isWebPage(start)) {
    await reader.close();
    return "web-page";
  }
  const isPacked = start[0] === 0x1f && start[1] === 0x8b;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    const bytes = isPacked ? gunzip(reader, new UnpackMeter(LIMITS)) : reader;
    for await (const chunk of bytes) {
      size += chunk.length;
      if (size > MAX_BYTES) return "too-large";
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof ReadFault) return "not-a-feed";
    throw error;
  }
  return joined(chunks);
}

function isWebPage(start: Uint8Array): boolean {
  const text = new TextDecoder("windows-1252").decode(start);
  return /^(?:ï»¿)?\s*<(?:!doctype\s+html|html)\b/i.test(text);
}
