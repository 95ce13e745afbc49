import type { PageReading } from "../../core/page/page-reading.ts";
import { readPage } from "../pages/read-page.ts";

/**
 * Reads what the page says of itself as it moves within one document.
 *
 * After such a move the head often still speaks of the page before: claims and headlines that were
 * already there at another address are left out.
 */
export class PageReader {
  readonly #document: Document;
  /** Where each claim and headline was first seen. */
  readonly #firstSeenAt = new Map<string, string>();

  constructor(document: Document) {
    this.#document = document;
  }

  /** @param address the document's address now; within it, a fragment is no other address */
  read(address: string): PageReading {
    const [page = ""] = address.split("#", 1);
    const isOfPage = (text: string) => {
      const firstSeenAt = this.#firstSeenAt.get(text) ?? page;
      this.#firstSeenAt.set(text, firstSeenAt);
      return firstSeenAt === page;
    };
    const { claims, statement } = readPage(this.#document, address);
    return {
      claims: claims.filter(({ source, url }) => isOfPage(`${source} ${url}`)),
      statement:
        statement !== null && isOfPage(`headline ${statement.headline}`) ? statement : null,
    };
  }
}

/** Longest wait for the browser to have nothing else to do, ms. */
const IDLE_TIMEOUT_MS = 500;

/** Settles when the browser has nothing else to do, or after a moment. */
export function idle(): Promise<unknown> {
  return new Promise((resolve) => requestIdleCallback(resolve, { timeout: IDLE_TIMEOUT_MS }));
}
