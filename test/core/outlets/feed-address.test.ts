import { describe, expect, test } from "vitest";
import { readFeedAddress } from "../../../core/outlets/feed-address.ts";

describe("the address of a feed", () => {
  test.each([
    ["as it is", "https://a.example/feed?x=1"],
    ["with blanks around it", "  https://a.example/feed?x=1 "],
    ["without a scheme", "a.example/feed?x=1"],
    ["with the scheme of feed readers", "feed://a.example/feed?x=1"],
    ["with that scheme before its own", "feed:https://a.example/feed?x=1"],
    ["with a fragment", "https://a.example/feed?x=1#top"],
  ])("is accepted %s", (_, typed) => {
    expect(readFeedAddress(typed)).toEqual({ feed: "https://a.example/feed?x=1" });
  });

  test.each([
    "",
    "   ",
    "https://",
    "no address",
    "javascript:alert(1)",
    "ftp://a.example/feed",
    "https://me:secret@a.example/feed",
    "https://*.example/feed",
  ])("is not “%s”", (typed) => {
    expect(readFeedAddress(typed)).toEqual({ fault: "no-address" });
  });

  test("has to be https", () => {
    expect(readFeedAddress("http://a.example/feed")).toEqual({ fault: "not-https" });
  });

  test.each([
    "https://localhost/feed",
    "https://router/feed",
    "https://127.0.0.1/feed",
    "https://0x7f.1/feed",
    "https://2130706433/feed",
    "https://192.168.1.2/feed",
    "https://[::1]/feed",
    "https://[::ffff:7f00:1]/feed",
    "https://nas.local/feed",
    "https://a.localhost/feed",
    "https://wiki.internal./feed",
    "https://box.home.arpa/feed",
  ])("is not one of a private network: %s", (typed) => {
    expect(readFeedAddress(typed)).toEqual({ fault: "private" });
  });
});
