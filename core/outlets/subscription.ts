import * as z from "zod/mini";
import { hostName, MAX_NAME_LENGTH } from "../record/article-record.ts";
import { MAX_ADDRESS_LENGTH } from "../url/http-url.ts";

/** The poll intervals to choose from, minutes: from a quarter of an hour to a day. */
export const POLL_EVERY = [15, 30, 60, 180, 360, 1440] as const;
/** The interval until the user chooses another one, minutes. */
export const DEFAULT_POLL_EVERY = 30;
/** Most outlets that can be added. */
export const MAX_OUTLETS = 1000;
/** Most domains of one outlet. */
export const MAX_DOMAINS = 8;

/** What is known of an outlet and its feed before the feed is polled. */
export const outletEntry = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(MAX_NAME_LENGTH)),
  /** Registrable domains of its sites, the main one first; only articles on these sites are accepted. */
  domains: z.array(hostName).check(z.minLength(1), z.maxLength(MAX_DOMAINS)),
  /** Address of the feed, https. */
  feed: z.string().check(z.maxLength(MAX_ADDRESS_LENGTH), z.startsWith("https://")),
  /** ISO 3166-1 alpha-2, upper case; empty when unknown. */
  country: z.string().check(z.regex(/^(?:[A-Z]{2})?$/)),
  /** BCP 47; empty when unknown. */
  language: z.string().check(z.regex(/^(?:[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)?$/)),
});

/** Minutes, one of `POLL_EVERY`. */
const pollEvery = z.union(POLL_EVERY.map((minutes) => z.literal(minutes)));

/** An outlet to add, and how to poll it where that is known. */
export const wantedOutlet = z.object({
  ...outletEntry.shape,
  every: z.optional(pollEvery),
  isPaused: z.optional(z.boolean()),
});

/** An outlet that the user added. */
export const outletSubscription = z.object({
  ...outletEntry.shape,
  id: z.uuid(),
  every: pollEvery,
  isPaused: z.boolean(),
  /** ms since 1970. */
  addedAt: z.number(),
  /** When the user removed it, ms since 1970; for a while the removal can be undone. `null` when it was not removed. */
  removedAt: z.nullable(z.number()),
});

export type OutletEntry = z.infer<typeof outletEntry>;
export type WantedOutlet = z.infer<typeof wantedOutlet>;
export type OutletSubscription = z.infer<typeof outletSubscription>;
