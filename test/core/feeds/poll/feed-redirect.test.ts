import { describe, expect, test } from "vitest";
import { addressToAsk, redirectAfter } from "../../../../core/feeds/poll/feed-redirect.ts";

const FEED = "https://www.harbour.example/rss";
const OUTLET = { domains: ["harbour.example"], feed: FEED };
const MOVED = "https://feeds.harbour.example/all.xml";

describe("a feed that is redirected", () => {
  test("is requested at its new address after three polls in a row", () => {
    const one = redirectAfter(null, FEED, MOVED);
    const two = redirectAfter(one, FEED, MOVED);
    const three = redirectAfter(two, FEED, MOVED);
    expect([one, two, three].map((redirect) => addressToAsk(OUTLET, redirect))).toEqual([
      FEED,
      FEED,
      MOVED,
    ]);
  });

  test("stays at its new address while that answers", () => {
    const moved = { address: MOVED, polls: 3 };
    expect(redirectAfter(moved, FEED, MOVED)).toEqual(moved);
  });

  test("starts counting again when it leads to another address", () => {
    const elsewhere = "https://harbour.example/feed";
    expect(redirectAfter({ address: MOVED, polls: 3 }, FEED, elsewhere)).toEqual({
      address: elsewhere,
      polls: 1,
    });
  });

  test("counts as not redirected when it leads to its own address in another spelling", () => {
    expect(redirectAfter({ address: MOVED, polls: 2 }, FEED, FEED)).toBeNull();
    expect(redirectAfter(null, "https://WWW.harbour.example:443/rss#top", FEED)).toBeNull();
  });
});

describe("an address that is requested directly", () => {
  const asked = (address: string, outlet = OUTLET) => addressToAsk(outlet, { address, polls: 3 });

  test.each(["https://harbour.example/x", "https://a.b.harbour.example/x"])(
    "may be on the outlet's site: %s",
    (address) => expect(asked(address)).toBe(address),
  );

  test("may be on the feed's own host", () => {
    const outlet = { domains: ["harbour.example"], feed: "https://feeds.example/harbour" };
    expect(asked("https://feeds.example/harbour.xml", outlet)).toBe(
      "https://feeds.example/harbour.xml",
    );
  });

  test.each([
    "https://coast.example/x",
    "https://notharbour.example/x",
    "http://harbour.example/x",
    "https://user@harbour.example/x",
    "https://127.0.0.1/x",
    "https://harbour.example.evil.example/x",
    "javascript:alert(1)",
    "",
  ])("may not be %j", (address) => expect(asked(address)).toBe(FEED));

  test("may not be on a private network, whatever the outlet's site", () => {
    const outlet = { domains: ["harbour.local"], feed: FEED };
    expect(asked("https://www.harbour.local/x", outlet)).toBe(FEED);
  });
});
