import type { PageReading } from "../../core/page/page-reading.ts";
import { readingFromMarkup } from "../../core/page/reading-from-markup.ts";
import { readMarkup } from "./read-markup.ts";

/** Reads the page in `document`, which is at `address`. */
export function readPage(document: Document, address: string): PageReading {
  return readingFromMarkup(readMarkup(document, address));
}
