import { DAY, SECOND } from "../../durations.ts";

/** Longest freshness and longest `Retry-After` that are respected, ms. */
const MAX_FRESH = DAY;
const MAX_RETRY_AFTER = 7 * DAY;

/** Gives the value of a response's header. */
type HeaderOf = (name: string) => string | null;

/**
 * How long a response is fresh (RFC 9111, 4.2.1), in ms, a day at most; `null` when the headers do not say or forbid
 * caching.
 *
 * @param now ms since 1970; used when the response has no `Date`
 */
export function freshFor(header: HeaderOf, now: number): number | null {
  const control = header("cache-control") ?? "";
  if (/\bno-(?:cache|store)\b/i.test(control)) return null;
  const maxAge = /\bmax-age\s*=\s*"?(\d+)/i.exec(control)?.[1];
  const date = Date.parse(header("date") ?? "");
  const expires = Date.parse(header("expires") ?? "") - (Number.isNaN(date) ? now : date);
  const lifetime = maxAge === undefined ? expires : Number(maxAge) * SECOND;
  const age = Number(header("age") ?? 0) * SECOND;
  const fresh = lifetime - (age > 0 ? age : 0);
  return fresh > 0 ? Math.min(fresh, MAX_FRESH) : null;
}

/** The longer of two waits in ms, a day at most; `null` when there is none. */
export function longerWait(one: number | null, other: number | null): number | null {
  const waits = [one, other].filter((wait) => wait !== null);
  return waits.length === 0 ? null : Math.min(Math.max(...waits), MAX_FRESH);
}

/** `Retry-After` (RFC 9110, 10.2.3) in ms from now, a week at most; `null` when there is none. */
export function retryAfter(header: HeaderOf, now: number): number | null {
  const text = header("retry-after")?.trim() ?? "";
  const wait = /^\d+$/.test(text) ? Number(text) * SECOND : Date.parse(text) - now;
  return wait > 0 ? Math.min(wait, MAX_RETRY_AFTER) : null;
}
