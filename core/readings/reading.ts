import * as z from "zod/mini";
import { hostName, MAX_NAME_LENGTH, MAX_TITLE_LENGTH } from "../record/article-record.ts";
import { MAX_ADDRESS_LENGTH } from "../url/http-url.ts";
import { addressKey, addressMatcher } from "../url/url-key.ts";

/** Most readings that are kept; beyond that the oldest are forgotten. */
export const MAX_READINGS = 1000;
/** Most articles of its story by which a reading is found to be of the same story as another. */
export const MAX_STORY_NUMBERS = 16;

/** That the user opened an article. */
export const reading = z.object({
  url: z.string().check(z.maxLength(MAX_ADDRESS_LENGTH), z.regex(/^https?:\/\//)),
  title: z.string().check(z.maxLength(MAX_TITLE_LENGTH)),
  /** Name and domain of the outlet. */
  outlet: z.string().check(z.maxLength(MAX_NAME_LENGTH)),
  domain: hostName,
  /** When it was opened last, ms since 1970. */
  at: z.number(),
  /** Hashes of the URL keys of the article and of others of its story: readings that share one are of one story. */
  story: z.array(z.int()).check(z.maxLength(MAX_STORY_NUMBERS)),
  /** Whether another outlet was known to have the story. */
  hasOthers: z.boolean(),
});
export type Reading = z.infer<typeof reading>;

/**
 * The readings with others after them, each article once, in order of time.
 *
 * @param added where an article is in both, the later reading stays
 */
export function withReadings(
  readings: readonly Reading[],
  added: readonly Reading[],
): readonly Reading[] {
  const byKey = new Map<string, Reading>();
  for (const one of [...readings, ...added].sort((a, b) => a.at - b.at)) {
    const key = addressKey(one.url);
    byKey.delete(key);
    byKey.set(key, one);
  }
  return [...byKey.values()].slice(-MAX_READINGS);
}

/** The readings without those of some articles. */
export function withoutReadings(
  readings: readonly Reading[],
  urls: readonly string[],
): readonly Reading[] {
  const isForgotten = addressMatcher(urls);
  return readings.filter(({ url }) => !isForgotten(url));
}

/** Those of some addresses whose articles were read. */
export function readAmong(readings: readonly Reading[], urls: readonly string[]): string[] {
  return urls.filter(addressMatcher(readings.map(({ url }) => url)));
}
