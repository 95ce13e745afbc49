import * as z from "zod/mini";
import type { OutletIdentity } from "../../outlets/outlet-identity.ts";
import type { ArticleRecord } from "../../record/article-record.ts";

/** A request to read one feed once. */
export interface FeedRequest {
  readonly address: string;
  /** Validators of the last answer (RFC 9110, 8.8); `null` when it had none. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The outlet of the feed. Only articles on its sites are accepted, and all get its name. */
  readonly outlet: OutletIdentity;
  /** ms since 1970. Items older than `oldest` are left out. */
  readonly now: number;
  readonly oldest: number;
}

/** An item as an article. */
export interface FeedArticle {
  /** Its URL key. */
  readonly key: string;
  /** Hash of its content apart from its time; another value means that the item has changed. */
  readonly hash: string;
  /** Its `publishedDateTime` is the item's own; absent when the item has none or one in the future. */
  readonly record: ArticleRecord;
  /** The item's own time was in the future. */
  readonly isFutureDated?: true;
}

/** How many items were left out, by reason. */
export interface LeftOut {
  /** Items whose address is on no site of the outlet's. */
  readonly otherSite: number;
  /** Items without a title or a usable address. */
  readonly unusable: number;
  /** Items older than `oldest`, or beyond the number that is read of one feed. */
  readonly old: number;
}

/** Why a poll failed. */
export const feedFailure = z.enum([
  /** The browser does not let the extension onto the feed's site. */
  "no-permission",
  /** No connection: unknown host, connection refused, certificate error, or a redirect to a site the extension has no permission for. */
  "unreachable",
  /** The answer was not complete in time. */
  "timeout",
  /** More bytes, after decompression, than are read of a feed. */
  "too-large",
  /** 410: the outlet has given the feed up. */
  "gone",
  /** 404 */
  "not-found",
  /** 401, 402, 403, 451 */
  "refused",
  /** 429 */
  "too-often",
  /** 5xx */
  "server-error",
  /** Any other status. */
  "odd-answer",
  /** A web page, such as that of a captive portal, a login or the outlet itself. */
  "web-page",
  /** Neither RSS, Atom, JSON Feed nor a news sitemap, or too broken to read. */
  "not-a-feed",
  /** A feed without any item on the outlet's sites. */
  "other-site",
  /** The address is not https or is in a private network. */
  "forbidden-address",
  /** A fault of the extension. */
  "internal",
]);
export type FeedFailure = z.infer<typeof feedFailure>;

/** The outcome of a poll. */
export type FeedAnswer =
  | {
      readonly kind: "items";
      /** The newest first. */
      readonly articles: readonly FeedArticle[];
      readonly leftOut: LeftOut;
      readonly etag: string | null;
      readonly lastModified: string | null;
      /** How long the answer is fresh by its headers (`Cache-Control`, `Expires`), ms; `null` when they do not say. */
      readonly freshFor: number | null;
      /** Least time between two polls that the feed states (`ttl`, `sy:updatePeriod`), ms; `null` when it states none. */
      readonly period: number | null;
      /** Address of the response, after redirects. */
      readonly address: string;
      /** The feed's own title; empty when it has none. */
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
      /** HTTP status; `null` when there was no response. */
      readonly status: number | null;
      /** `Retry-After`, ms. */
      readonly retryAfter: number | null;
    };
