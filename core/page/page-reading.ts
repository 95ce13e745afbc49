import * as z from "zod/mini";
import { addressClaims } from "./page-addresses.ts";
import { pageStatement } from "./page-statement.ts";

/** What is told of a page: besides what it says its address is, of articles what they say. */
export const pageReading = z.object({
  claims: addressClaims,
  /** `null` for a page that is not an article: nothing of its text leaves it. */
  statement: z.nullable(pageStatement),
});

export type PageReading = z.infer<typeof pageReading>;
