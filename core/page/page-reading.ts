import * as z from "zod/mini";
import { addressClaims } from "./address-claims.ts";
import { pageStatement } from "./page-statement.ts";

/** What the content script sends about a page: the page's claims about its address and, of an article, its statement. */
export const pageReading = z.object({
  claims: addressClaims,
  /** `null` for a page that is not an article: none of its text leaves the page. */
  statement: z.nullable(pageStatement),
});

export type PageReading = z.infer<typeof pageReading>;
