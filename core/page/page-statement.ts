import * as z from "zod/mini";
import {
  MAX_DESCRIPTION_LENGTH,
  MAX_HEADLINE_LENGTH,
  MAX_LANGUAGE_LENGTH,
  MAX_OUTLET_LENGTH,
  MAX_SIGN_LENGTH,
  MAX_SIGNS,
  MAX_TIME_LENGTH,
  MAX_TIMES,
} from "./statement-limits.ts";

function text(maxLength: number) {
  return z.string().check(z.maxLength(maxLength));
}

/** What a page says of its article, word for word: bounded in length, but neither repaired nor checked. */
export const pageStatement = z.strictObject({
  headline: text(MAX_HEADLINE_LENGTH),
  description: text(MAX_DESCRIPTION_LENGTH),
  /** Publication times as the page writes them, the best source first. */
  published: z.array(text(MAX_TIME_LENGTH)).check(z.maxLength(MAX_TIMES)),
  language: text(MAX_LANGUAGE_LENGTH),
  outlet: text(MAX_OUTLET_LENGTH),
  type: z.enum(["article", "video"]),
  /** What the page says of its article's kind (`kindSigns`). */
  signs: z.array(text(MAX_SIGN_LENGTH)).check(z.maxLength(MAX_SIGNS)),
});

export type PageStatement = z.infer<typeof pageStatement>;
