import { addressScore } from "../../core/page/address-score.ts";
import type { PageReading } from "../../core/page/page-reading.ts";
import { tellPage } from "../../core/page/tell-page.ts";
import { readMarkup } from "./read-markup.ts";

/** Reads the page in `document`, which is at `address`. */
export function readPage(document: Document, address: string): PageReading {
  return tellPage(readMarkup(document, address), addressScore(address));
}
