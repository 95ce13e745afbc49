/** A text of a feed: HTML, or plain text in which `<` is an ordinary character. */
export interface FeedText {
  readonly text: string;
  readonly isMarkup: boolean;
}

export function markup(text: string): FeedText {
  return { text, isMarkup: true };
}

export function plain(text: string): FeedText {
  return { text, isMarkup: false };
}

/** A feed with the same fields for all formats; nothing is checked yet. */
export interface Feed {
  readonly title: FeedText | null;
  /** Address of the feed's website as it is written; empty when there is none. */
  readonly site: string;
  readonly language: string;
  /** Least time between two polls that the feed states (`ttl`, `sy:updatePeriod`), ms; `null` when it states none. */
  readonly period: number | null;
  /** In the order of the feed, bounded in number. */
  readonly items: readonly FeedItem[];
}

/** An item of a feed. Of each list the first usable entry is taken. */
export interface FeedItem {
  readonly id: string;
  readonly titles: readonly FeedText[];
  readonly excerpts: readonly FeedText[];
  /** Addresses of its page, absolute or relative to `base`. */
  readonly links: readonly string[];
  /** Values of `xml:base`, the outermost first, each relative to the one before. */
  readonly base: readonly string[];
  /** Publication times as they are written, then times of changes. */
  readonly times: readonly string[];
  readonly topics: readonly string[];
  readonly images: readonly string[];
  readonly isVideo: boolean;
  /** Its own language as it is written; empty where it states none. */
  readonly language: string;
  /** Words for its kind, as `dc:type` has them. */
  readonly kinds: readonly string[];
  /** Names of its authors. */
  readonly authors: readonly string[];
  /** Whether it says that reading it takes a subscription. */
  readonly isPaid: boolean;
}

/** Most items parsed of one feed. These are far more than are kept, since not all feeds have the newest first. */
export const MAX_ITEMS_PARSED = 5000;
