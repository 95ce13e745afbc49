/** A text of a feed: markup (HTML), or plain text in which `<` is only a character. */
export interface FeedText {
  readonly text: string;
  readonly isMarkup: boolean;
}

/** A feed as its format has it: what each format calls differently under one name, nothing checked yet. */
export interface Feed {
  readonly title: FeedText | null;
  /** Address of the site it is of, as it is written; empty where it does not say. */
  readonly site: string;
  readonly language: string;
  /** How long it asks to be left alone (`ttl`, `sy:updatePeriod`), ms; `null` where it does not say. */
  readonly period: number | null;
  /** In the feed's order, bounded. */
  readonly items: readonly FeedItem[];
}

/** An item of a feed. Of lists the first that can be used counts. */
export interface FeedItem {
  readonly id: string;
  readonly titles: readonly FeedText[];
  readonly excerpts: readonly FeedText[];
  /** Addresses of its page, which may be relative to `base`. */
  readonly links: readonly string[];
  /** `xml:base`, outermost first, each relative to the one before. */
  readonly base: readonly string[];
  /** When it was published, as it is written; then when it was changed. */
  readonly times: readonly string[];
  readonly topics: readonly string[];
  readonly images: readonly string[];
  readonly isVideo: boolean;
}

/** Items that are parsed of one feed: far more than are taken, since not all have the newest first. */
export const MAX_ITEMS_PARSED = 5000;
