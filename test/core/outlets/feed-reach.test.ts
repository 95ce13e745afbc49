import { describe, expect, test } from "vitest";
import { isWithinReach, sourcesWithinReach } from "../../../core/outlets/feed-reach.ts";

const domains = ["tribune.example"];
const SITE = ["https://tribune.example", "https://*.tribune.example"];

describe("an outlet's feed may connect", () => {
  test.each([
    ["to its site", "https://www.tribune.example/rss", SITE],
    ["to the feed's host elsewhere", "https://host.example/t", [...SITE, "https://host.example"]],
    ["to its site where the feed has no address", "no address", SITE],
    [
      "to the feed's own port",
      "https://tribune.example:8443/rss",
      [...SITE, "https://tribune.example:8443"],
    ],
  ])("%s", (_, feed, sources) => {
    expect(sourcesWithinReach({ domains, feed })).toEqual(sources);
  });
});

test("an outlet's feed may connect to all its sites", () => {
  const outlet = { domains: [...domains, "tribune.test"], feed: "https://tribune.test/rss" };
  expect(sourcesWithinReach(outlet)).toEqual([
    ...SITE,
    "https://tribune.test",
    "https://*.tribune.test",
  ]);
  expect(isWithinReach(outlet, "https://www.tribune.example/moved")).toBe(true);
});

describe("within reach of a feed at host.example:8443", () => {
  const outlet = { domains, feed: "https://host.example:8443/t" };

  test.each([
    "https://tribune.example/a",
    "https://feeds.tribune.example/a",
    "https://host.example:8443/other",
  ])("is %s", (address) => {
    expect(isWithinReach(outlet, address)).toBe(true);
  });

  test.each([
    "http://tribune.example/a",
    "https://host.example/t",
    "https://www.host.example:8443/t",
    "https://tribune.example:444/a",
    "https://nottribune.example/a",
    "https://192.168.1.1/admin",
    "no address",
  ])("is not %s", (address) => {
    expect(isWithinReach(outlet, address)).toBe(false);
  });
});
