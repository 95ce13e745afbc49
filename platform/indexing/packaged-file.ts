import { sizeByTrailer, TRAILER_BYTES } from "../../core/data-set-file/trailer.ts";
import type { ReadSource } from "../../core/segment/scan-source.ts";

/**
 * Bytes of a file of the package that are fetched at once. A request takes Chromium as long as a few hundred kilobytes
 * do, so that smaller pages would save nothing.
 */
const PAGE_BYTES = 262_144;
/** Pages that are kept: 8 MB. */
const MAX_PAGES = 32;

/** A data set file in the extension's package. */
export interface PackagedFile {
  /** Bytes. */
  readonly size: number;
  readonly read: ReadSource;
}

/**
 * Opens a data set file in the extension's package. Chromium gives any part of it, of which the latest are kept in
 * memory; Firefox gives it whole, and then it is kept whole.
 *
 * @param fetchRange asks for the file with a `Range` header, which may be disregarded
 * @throws TypeError when the file cannot be fetched
 */
export async function openPackagedFile(
  fetchRange: (range: string) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<PackagedFile> {
  const end = await fetchRange(`bytes=-${PAGE_BYTES}`);
  const size = sizeByTrailer(end.subarray(-TRAILER_BYTES)) ?? end.length;
  if (end.length >= size) return { size, read: async (start, to) => end.slice(start, to) };
  const pages = new Map<number, Promise<Uint8Array<ArrayBuffer>>>();
  const pageAt = (number: number): Promise<Uint8Array<ArrayBuffer>> => {
    const start = number * PAGE_BYTES;
    const known = pages.get(number);
    const page = known ?? fetchRange(`bytes=${start}-${Math.min(size, start + PAGE_BYTES) - 1}`);
    pages.delete(number);
    pages.set(number, page);
    page.catch(() => pages.delete(number));
    const [earliest] = pages.keys();
    if (earliest !== undefined && pages.size > MAX_PAGES) pages.delete(earliest);
    return page;
  };
  return {
    size,
    async read(start, to) {
      // The directory and the blocks that are read first are at the end.
      if (start >= size - end.length)
        return end.slice(start - size + end.length, to - size + end.length);
      const first = Math.floor(start / PAGE_BYTES);
      const numbers = Array.from(
        { length: Math.ceil(to / PAGE_BYTES) - first },
        (_, i) => first + i,
      );
      const parts = await Promise.all(numbers.map(pageAt));
      const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const part of parts) {
        bytes.set(part, at);
        at += part.length;
      }
      return bytes.slice(start - first * PAGE_BYTES, to - first * PAGE_BYTES);
    },
  };
}
