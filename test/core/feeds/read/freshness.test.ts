import { describe, expect, test } from "vitest";
import { HOUR } from "../../../../core/durations.ts";
import { freshFor, longerWait, retryAfter } from "../../../../core/feeds/read/freshness.ts";

const NOW = Date.UTC(2026, 10, 23, 9);
const of = (headers: Record<string, string>) => (name: string) => headers[name] ?? null;

describe("a response is fresh", () => {
  test.each([
    ["for max-age", { "cache-control": "public, max-age=3600" }, HOUR],
    ["for max-age in quotes", { "cache-control": 'Max-Age="3600"' }, HOUR],
    ["less its age", { "cache-control": "max-age=3600", age: "600" }, HOUR * (5 / 6)],
    [
      "up to its expiry by the server's clock",
      {
        date: "Mon, 23 Nov 2026 08:00:00 GMT",
        expires: "Mon, 23 Nov 2026 09:00:00 GMT",
      },
      HOUR,
    ],
    ["up to its expiry by ours", { expires: "Mon, 23 Nov 2026 10:00:00 GMT" }, HOUR],
    [
      "by max-age before its expiry",
      {
        "cache-control": "max-age=3600",
        expires: "Tue, 24 Nov 2026 09:00:00 GMT",
      },
      HOUR,
    ],
    ["a day at most", { "cache-control": "max-age=99999999999" }, 24 * HOUR],
  ])("%s", (_, headers, expected) => {
    expect(freshFor(of(headers), NOW)).toBe(expected);
  });

  test.each([
    ["says nothing", {}],
    ["says no-cache", { "cache-control": "no-cache, max-age=3600" }],
    ["says no-store", { "cache-control": "no-store" }],
    ["is old already", { "cache-control": "max-age=60", age: "600" }],
    ["has expired", { expires: "0" }],
    ["says nonsense", { "cache-control": "max-age=soon", expires: "never", age: "old" }],
  ])("for an unknown time when it %s", (_, headers) => {
    expect(freshFor(of(headers), NOW)).toBeNull();
  });
});

test("of two waits the longer one counts, at most a day", () => {
  expect(longerWait(1, 2)).toBe(2);
  expect(longerWait(null, 2)).toBe(2);
  expect(longerWait(null, null)).toBeNull();
  expect(longerWait(30 * 24 * HOUR, null)).toBe(24 * HOUR);
});

describe("the time until the next request", () => {
  test.each([
    ["so many seconds", "120", 120_000],
    ["so many seconds, with blanks", " 120 ", 120_000],
    ["until a time", "Mon, 23 Nov 2026 10:00:00 GMT", HOUR],
    ["a week at most", "99999999999", 7 * 24 * HOUR],
  ])("%s", (_, header, expected) => {
    expect(retryAfter(of({ "retry-after": header }), NOW)).toBe(expected);
  });

  test("not at all without the header", () => {
    expect(retryAfter(of({}), NOW)).toBeNull();
  });

  test.each(["", "soon", "-5", "0", "Mon, 23 Nov 2026 08:00:00 GMT"])(
    "not at all: %s",
    (header) => {
      expect(retryAfter(of({ "retry-after": header }), NOW)).toBeNull();
    },
  );
});
