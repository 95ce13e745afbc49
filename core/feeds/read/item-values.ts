import type { FeedText } from "./feed.ts";

/** Those that are there. */
export function defined<Value>(values: readonly (Value | undefined)[]): Value[] {
  return values.filter((value) => value !== undefined);
}

/**
 * The ids of an item that are addresses: what is none would be taken for a relative one, and make up a page
 * that there is not.
 */
export function addressIds(...ids: readonly (string | undefined)[]): string[] {
  return defined(ids).filter((id) => /^\s*https?:/i.test(id));
}

export function markup(text: string): FeedText {
  return { text, isMarkup: true };
}

export function plain(text: string): FeedText {
  return { text, isMarkup: false };
}
