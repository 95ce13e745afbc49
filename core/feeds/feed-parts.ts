import type { FeedText } from "./feed.ts";

/** Those that are there. */
export function defined<Value>(values: readonly (Value | undefined)[]): Value[] {
  return values.filter((value) => value !== undefined);
}

export function markup(text: string): FeedText {
  return { text, isMarkup: true };
}

export function plain(text: string): FeedText {
  return { text, isMarkup: false };
}
