import * as z from "zod/mini";
import { MAX_ADDRESS_LENGTH } from "../url/http-url.ts";

/** What a page says its own address is, the best source first. */
export const addressClaims = z
  .array(
    z.object({
      source: z.enum(["canonical", "og:url", "json-ld"]),
      url: z.string().check(z.maxLength(MAX_ADDRESS_LENGTH)),
    }),
  )
  .check(z.maxLength(4));

export type AddressClaim = z.infer<typeof addressClaims>[number];
