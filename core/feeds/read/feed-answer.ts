import type { ArticleRecord } from "../../record/article-record.ts";

/** What the feed worker is asked: one feed, once. */
export interface FeedRequest {
  readonly address: string;
  /** Validators of the last answer; `null` where there were none. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The outlet in whose name, and on whose site alone, the feed may give articles. */
  readonly outlet: { readonly name: string; readonly domain: string };
  /** ms since 1970. Items from before `oldest` are left out. */
  readonly now: number;
  readonly oldest: number;
}

/** An item as an article. */
export interface FeedArticle {
  /** Its URL key. */
  readonly key: string;
  /** Of what it says besides its time: another value means that the item has changed. */
  readonly hash: string;
  /** Its `publishedDateTime` is the item's own, unless that is missing or in the future: then it is absent. */
  readonly record: ArticleRecord;
  /** The item's own time was in the future. */
  readonly isFutureDated?: true;
}

/** Why items were left out, and how many. */
export interface LeftOut {
  /** Their address is on another site than the outlet's. */
  readonly otherSite: number;
  /** Without title or usable address. */
  readonly unusable: number;
  /** From before `oldest`, or beyond the number that is taken of one feed. */
  readonly old: number;
}

/** Why a poll came to nothing. */
export type FeedFailure =
  /** The browser does not let the extension onto the feed's site. */
  | "no-permission"
  /** No connection: no such host, refused, a certificate error, a redirect to where the extension may not go. */
  | "unreachable"
  /** Not whole within the time there is. */
  | "timeout"
  /** More than is read of a feed, after decompression. */
  | "too-large"
  /** 410: the outlet has given it up. */
  | "gone"
  /** 404 */
  | "not-found"
  /** 401, 402, 403, 451 */
  | "refused"
  /** 429 */
  | "too-often"
  /** 5xx */
  | "server-error"
  /** Any other status. */
  | "odd-answer"
  /** A web page: of a captive portal, a log-in, or the outlet's own. */
  | "web-page"
  /** Neither RSS, Atom, JSON Feed nor a news sitemap, or too broken to read. */
  | "not-a-feed"
  /** A feed of which nearly every item is on another site than the outlet's. */
  | "other-site"
  /** An address that is not https, or of a private network. */
  | "forbidden-address"
  /** The fault is ours. */
  | "internal";

export type FeedAnswer =
  | {
      readonly kind: "items";
      /** The newest first. */
      readonly articles: readonly FeedArticle[];
      readonly leftOut: LeftOut;
      readonly etag: string | null;
      readonly lastModified: string | null;
      /** How long the answer is fresh (`Cache-Control`, `Expires`), ms; `null` where it does not say. */
      readonly freshFor: number | null;
      /** How long the feed asks to be left alone (`ttl`, `sy:updatePeriod`), ms; `null` where it does not say. */
      readonly period: number | null;
      /** Where redirects led. */
      readonly address: string;
      /** As the feed calls itself; empty where it does not. */
      readonly title: string;
      readonly language: string;
    }
  | {
      readonly kind: "not-modified";
      readonly freshFor: number | null;
      readonly address: string;
    }
  | {
      readonly kind: "failed";
      readonly failure: FeedFailure;
      /** HTTP status; `null` where there was no answer. */
      readonly status: number | null;
      /** `Retry-After`, ms. */
      readonly retryAfter: number | null;
    };
