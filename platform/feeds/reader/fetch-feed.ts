import type { FeedAnswer, FeedFailure, FeedRequest } from "../../../core/feeds/read/feed-answer.ts";
import { freshFor, retryAfter } from "../../../core/feeds/read/freshness.ts";
import { isWithinReach } from "../../../core/outlets/feed-reach.ts";
import { publicAddress } from "../../../core/url/public-address.ts";
import type { FeedParser } from "./feed-parser.ts";
import { failedWith } from "./feed-reader-protocol.ts";
import { readBody } from "./read-body.ts";
import { statusFailure } from "./status-failure.ts";

/** Longest time from the request to the body's last byte, ms. */
const TIMEOUT_MS = 20_000;
/** Longest validator that is kept: it is sent back with each request. */
const MAX_VALIDATOR_LENGTH = 1000;
const ACCEPT =
  "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5";

/** What a request for a feed depends on; tests pass their own. */
export interface FetchDeps extends FeedParser {
  readonly fetch?: (address: string, init: RequestInit) => Promise<Response>;
  /** Longest time from the request to the body's last byte, ms. */
  readonly timeout?: number;
}

/**
 * Asks for a feed once and has what comes parsed. The request carries nothing about the user: no cookies, no
 * referrer, nothing from the browser's cache. Every failure of the server's is an answer.
 *
 * Redirects are followed by the browser. The page's Content Security Policy blocks those to http or to a site of no
 * outlet. An answer from another outlet's site is rejected.
 */
export async function fetchFeed(
  request: FeedRequest,
  signal: AbortSignal,
  { parse, fetch = globalThis.fetch.bind(globalThis), timeout = TIMEOUT_MS }: FetchDeps,
): Promise<FeedAnswer> {
  if (!isAllowed(request.address)) return failedWith("forbidden-address");
  const deadline = AbortSignal.timeout(timeout);
  const broken = () => (deadline.aborted ? "timeout" : "unreachable");
  const response = await fetch(request.address, {
    headers: headersOf(request),
    signal: AbortSignal.any([signal, deadline]),
    cache: "no-store",
    credentials: "omit",
    referrerPolicy: "no-referrer",
  }).catch(() => null);
  if (response === null) return failedWith(broken());
  const { status, headers } = response;
  const header = (name: string) => headers.get(name);
  // A response that no network gave has no address.
  const address = response.url === "" ? request.address : response.url;
  const fresh = freshFor(header, request.now);
  const isKnown = request.etag !== null || request.lastModified !== null;
  const refusal = refusalOf(request, address);
  if (status === 304 && isKnown && refusal === null)
    return { kind: "not-modified", freshFor: fresh, address };
  const hasFeed = status === 200 || status === 203;
  const failure = refusal ?? (hasFeed ? null : statusFailure(status));
  const body = failure ?? (await readBody(response).catch(broken));
  if (typeof body === "string") {
    void response.body?.cancel().catch(() => undefined);
    return failedWith(body, status, retryAfter(header, request.now));
  }
  const contentType = header("content-type") ?? "";
  const content = await parse({ bytes: body, contentType, address, request });
  if (typeof content === "string") return failedWith(content, status);
  return {
    kind: "items",
    ...content,
    freshFor: fresh,
    etag: validator(header("etag")),
    lastModified: validator(header("last-modified")),
    address,
  };
}

/** Why an answer is rejected because of the address that redirects led to; `null` if it is accepted. */
function refusalOf({ address, outlet }: FeedRequest, led: string): FeedFailure | null {
  if (!isAllowed(led)) return "forbidden-address";
  return isWithinReach({ domains: outlet.domains, feed: address }, led) ? null : "unreachable";
}

function isAllowed(address: string): boolean {
  return publicAddress(address)?.protocol === "https:";
}

function headersOf({ etag, lastModified }: FeedRequest): Headers {
  const headers = new Headers({ accept: ACCEPT });
  if (etag !== null) headers.set("if-none-match", etag);
  if (lastModified !== null) headers.set("if-modified-since", lastModified);
  return headers;
}

function validator(value: string | null): string | null {
  return value !== null && value.length <= MAX_VALIDATOR_LENGTH ? value : null;
}
