import type { FeedFailure } from "../../../../core/feeds/read/feed-answer.ts";

/** What an article is expected to have; `null` for an absent field. */
export interface ExpectedArticle {
  readonly title?: string;
  readonly webUrl?: string;
  readonly publishedDateTime?: string | null;
}

/** A hand-written feed with a fault, and how it should be read. */
export interface OddFeed {
  readonly what: string;
  /** A function if it is large. */
  readonly feed: string | Uint8Array | (() => string);
  /** The `Content-Type` header that the server sends with it; none if absent. */
  readonly contentType?: string;
  /** Its articles, the newest first, or how it fails. */
  readonly expected: readonly ExpectedArticle[] | FeedFailure;
}

/** The outlet of the feeds, their address, and the time at which they are read. */
export const ODD_OUTLET = { name: "The Tribune", domains: ["tribune.example"] };
export const ODD_ADDRESS = "https://feeds.tribune.example/all/rss.xml";
export const ODD_NOW = Date.UTC(2026, 10, 23, 9);

/** RSS 2.0 with these items. */
export function rss(items: string, prolog = '<?xml version="1.0" encoding="UTF-8"?>'): string {
  return `${prolog}<rss version="2.0"><channel><title>The Tribune</title>${items}</channel></rss>`;
}

/** An item of such a feed; it gets a title and an address if it has none. */
export function item(parts: string): string {
  const title = parts.includes("<title") ? "" : "<title>Harbour reopens</title>";
  const link = parts.includes("<link") ? "" : "<link>https://tribune.example/harbour</link>";
  return `<item>${title}${link}${parts}</item>`;
}

/** Joins texts in ASCII or Latin-1 and single bytes. */
export function bytes(...parts: readonly (string | number)[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === "number" ? [part] : Array.from(part, (one) => one.charCodeAt(0)),
    ),
  );
}
