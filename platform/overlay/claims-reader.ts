import type { AddressClaim } from "../../core/coverage/page-addresses.ts";
import { readAddressClaims } from "../pages/address-claims.ts";

/**
 * Reads what the page claims to be its address as it moves within one document.
 *
 * After such a move the head often still speaks of the page before: claims that were already there
 * at another address are left out.
 */
export class ClaimsReader {
  readonly #document: Document;
  /** Where each claim was first seen. */
  readonly #firstSeenAt = new Map<string, string>();

  constructor(document: Document) {
    this.#document = document;
  }

  /** @param address the document's address now; within it, a fragment is no other address */
  read(address: string): AddressClaim[] {
    const [page = ""] = address.split("#", 1);
    return readAddressClaims(this.#document).filter(({ source, url }) => {
      const claim = `${source} ${url}`;
      const firstSeenAt = this.#firstSeenAt.get(claim) ?? page;
      this.#firstSeenAt.set(claim, firstSeenAt);
      return firstSeenAt === page;
    });
  }
}
