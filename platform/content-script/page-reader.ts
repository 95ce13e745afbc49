import { markupAfterNavigation } from "../../core/page/markup-after-navigation.ts";
import type { PageReading } from "../../core/page/page-reading.ts";
import { readingFromMarkup } from "../../core/page/reading-from-markup.ts";
import { readMarkup } from "./read-markup.ts";

/** Only this much of a longer text is remembered. */
const MAX_REMEMBERED = 1000;

/** Reads what the page says of itself as it moves within one document. */
export class PageReader {
  readonly #document: Document;
  /** On which page each text was first seen, by its key. */
  readonly #firstSeenOn = new Map<string, string>();

  constructor(document: Document) {
    this.#document = document;
  }

  /**
   * @param address the document's address now
   * @param key equal for all addresses of the page
   */
  read(address: string, key: string): PageReading {
    const markup = markupAfterNavigation(readMarkup(this.#document, address), (text) => {
      const remembered = text.slice(0, MAX_REMEMBERED);
      const firstSeenOn = this.#firstSeenOn.get(remembered) ?? key;
      this.#firstSeenOn.set(remembered, firstSeenOn);
      return firstSeenOn === key;
    });
    return readingFromMarkup(markup);
  }
}

/** Longest wait for the browser to have nothing else to do, ms. */
const IDLE_TIMEOUT_MS = 500;

/** Settles when the browser has nothing else to do, or after a moment. */
export function idle(): Promise<unknown> {
  return new Promise((resolve) => requestIdleCallback(resolve, { timeout: IDLE_TIMEOUT_MS }));
}
