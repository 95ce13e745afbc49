import * as z from "zod/mini";
import { siteAccess } from "../data-set/data-set.ts";
import { MAX_DATA_SET_NAME } from "../data-set/data-set-name.ts";
import { POLL_EVERY } from "../outlets/subscription.ts";
import { MAX_ADDRESS_LENGTH } from "../url/http-url.ts";
import { partitionChoice } from "./mirror-plan.ts";
import { publishedManifest } from "./published-manifest.ts";

/** The interval until the user chooses another one, minutes. */
export const DEFAULT_CHECK_EVERY = 60;
/** The most published data sets that can be subscribed to. */
export const MAX_PUBLISHED = 100;

const { key, version, signature } = publishedManifest.shape;

/** The manifest that the user was shown and has agreed to: its key is pinned, and nothing older is taken. */
export const pinnedManifest = z.object({ key, version, signature });

/** A published data set that the user subscribed to: what the user chose, and nothing about the files on the device. */
export const publishedSubscription = z.object({
  id: z.uuid(),
  /** Address of the manifest, as `readManifestAddress` gives it. */
  address: z.string().check(z.maxLength(MAX_ADDRESS_LENGTH), z.startsWith("https://")),
  /** The publisher's name for it, unless the user gave another one. */
  name: z.string().check(z.minLength(1), z.maxLength(MAX_DATA_SET_NAME)),
  pinned: pinnedManifest,
  choice: partitionChoice,
  access: siteAccess,
  /** Minutes between two checks of the manifest. */
  every: z.union(POLL_EVERY.map((minutes) => z.literal(minutes))),
  isEnabled: z.boolean(),
  isPaused: z.boolean(),
  /** ms since 1970. */
  addedAt: z.number(),
  /** When the user removed it; for a while that can be undone. */
  removedAt: z.nullable(z.number()),
});
export type PublishedSubscription = z.infer<typeof publishedSubscription>;

/** The match pattern of the one host that a subscription fetches from. */
export function publisherPattern(address: string): string {
  return `https://${new URL(address).hostname}/*`;
}
