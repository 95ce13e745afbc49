import * as z from "zod/mini";
import { MAX_DOMAINS } from "../outlets/subscription.ts";
import { hostName } from "../record/article-record.ts";
import { MAX_SEARCH_LENGTH } from "./search-limits.ts";

/** What the user searches for, and which articles count. */
export const searchQuestion = z.strictObject({
  text: z.string().check(z.maxLength(MAX_SEARCH_LENGTH)),
  /** Registrable domains of the outlet; `null` for all outlets. */
  domains: z.nullable(z.array(hostName).check(z.maxLength(MAX_DOMAINS))),
  /** Primary language subtag; `null` for all. */
  language: z.nullable(z.string().check(z.regex(/^[a-z]{2,3}$/))),
  /** Published at this time or later, and before this one, ms since 1970; `null` for any. */
  from: z.nullable(z.number()),
  to: z.nullable(z.number()),
  /** All articles, those that are rated, and those in the upper third of their data set. */
  quality: z.enum(["any", "rated", "upper"]),
});
export type SearchQuestion = z.infer<typeof searchQuestion>;
