import * as z from "zod/mini";
import { MAX_ADDRESS_LENGTH } from "../url/http-url.ts";
import { type Correction, Corrections, MAX_CORRECTION_TITLE } from "./corrections.ts";

const key = z.string().check(z.minLength(1), z.maxLength(MAX_ADDRESS_LENGTH));
const title = z.string().check(z.maxLength(MAX_CORRECTION_TITLE));

/** A correction as it is stored and as it is sent between the parts of the extension. */
export const correctionSchema = z.strictObject({
  page: key,
  article: key,
  pageTitle: title,
  articleTitle: title,
  at: z.number().check(z.minimum(0), z.maximum(8.64e15)),
});

/** Reads stored corrections of unknown shape. Entries that cannot be read are left out. */
export function parseCorrections(stored: unknown): Corrections {
  const entries: readonly unknown[] = Array.isArray(stored) ? stored : [];
  return new Corrections(
    entries.flatMap((entry): readonly Correction[] => {
      const { data } = correctionSchema.safeParse(entry);
      return data === undefined || data.page === data.article ? [] : [data];
    }),
  );
}
