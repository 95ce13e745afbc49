import * as z from "zod/mini";
import { SPANS } from "./spans.ts";

/** Some of the user's outlets, of which a story may have none: one, or those of a country or a language. */
export const outletGroup = z.strictObject({
  kind: z.enum(["outlet", "country", "language"]),
  /** A name; ISO 3166-1; a primary language subtag. */
  value: z.string().check(z.minLength(1), z.maxLength(200)),
});
export type OutletGroup = z.infer<typeof outletGroup>;

/** Which stories are shown, and in which order. */
export const storyChoice = z.strictObject({
  span: z.enum(SPANS),
  /** Stories of two outlets or more, of one, those with a headline that was changed, or those that the user follows. */
  section: z.enum(["shared", "single", "changed", "following"]),
  /** Only stories that none of these outlets has; `null` for all. */
  without: z.nullable(outletGroup),
  /** Whether stories are shown that only outlets have which the user hides. */
  withHidden: z.optional(z.boolean()),
  /** By the number of independent originals, or by the latest article. */
  order: z.enum(["originals", "latest"]),
});
export type StoryChoice = z.infer<typeof storyChoice>;
