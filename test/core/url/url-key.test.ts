import { describe, expect, test } from "vitest";
import { MAX_ADDRESS_LENGTH } from "../../../core/url/http-url.ts";
import { addressKey, addressMatcher, urlIdentity, urlKey } from "../../../core/url/url-key.ts";

describe("all forms of the seed record's page give one key", () => {
  test.each([
    "https://futurism.com/ukraine-facial-recognition-russian-photos",
    "http://futurism.com/ukraine-facial-recognition-russian-photos",
    "https://www.futurism.com/ukraine-facial-recognition-russian-photos/",
    "https://futurism.com/ukraine-facial-recognition-russian-photos/amp",
    "https://futurism.com/ukraine-facial-recognition-russian-photos/amp/",
    "https://futurism.com/ukraine-facial-recognition-russian-photos?amp=1",
    "https://futurism-com.cdn.ampproject.org/c/s/futurism.com/ukraine-facial-recognition-russian-photos/amp",
    "https://www.google.com/amp/s/futurism.com/ukraine-facial-recognition-russian-photos/amp",
    "https://web.archive.org/web/20220416000000/https://futurism.com/ukraine-facial-recognition-russian-photos",
    "https://futurism.com/ukraine-facial-recognition-russian-photos?utm_source=a&utm_medium=b#comments",
    "https://futurism.com:443/ukraine%2Dfacial-recognition-russian-photos",
  ])("%s", (address) => {
    expect(urlKey(address)).toBe("futurism.com/ukraine-facial-recognition-russian-photos");
  });
});

describe("forms of the seed's related pages give their keys", () => {
  test.each([
    [
      "https://www.businessinsider.com/ukraine-sending-photos-of-dead-russian-soldiers-home-moms-2022-4?amp",
      "businessinsider.com/ukraine-sending-photos-of-dead-russian-soldiers-home-moms-2022-4",
    ],
    [
      "https://www-washingtonexaminer-com.cdn.ampproject.org/c/s/www.washingtonexaminer.com/news/ukraine-uses-facial-recognition-software-to-identify-dead-russian-soldiers?_amp=true",
      "washingtonexaminer.com/news/ukraine-uses-facial-recognition-software-to-identify-dead-russian-soldiers",
    ],
    [
      "https://www.wsj.com/articles/ukrainians-use-drones-facial-recognition-software-as-they-investigate-alleged-war-crimes-11649767154?mod=hp_lead_pos5",
      "wsj.com/articles/ukrainians-use-drones-facial-recognition-software-as-they-investigate-alleged-war-crimes-11649767154",
    ],
  ])("%s", (address, key) => {
    expect(urlKey(address)).toBe(key);
  });
});

describe("an identity", () => {
  test.each([
    ["https://www.a.com/x", { key: "a.com/x", host: "a.com", rendition: "page" }],
    ["https://www.a.com/x/amp?utm_source=y", { key: "a.com/x", host: "a.com", rendition: "amp" }],
    ["https://amp.a.com/x", { key: "a.com/x", host: "a.com", rendition: "amp" }],
    ["https://ramp.a.com/x", { key: "ramp.a.com/x", host: "ramp.a.com", rendition: "page" }],
    ["https://a.com/x?id=1", { key: "a.com/x?id=1", host: "a.com", rendition: "page" }],
    ["https://a.com/x?outputType=amp", { key: "a.com/x", host: "a.com", rendition: "amp" }],
    [
      "https://a-com.cdn.ampproject.org/c/s/a.com/x/amp",
      { key: "a.com/x", host: "a.com", rendition: "amp-cache" },
    ],
    [
      "https://www.google.com/amp/s/a.com/x/amp",
      { key: "a.com/x", host: "a.com", rendition: "amp-viewer" },
    ],
    [
      "https://web.archive.org/web/2022/http://a.com:80/x",
      { key: "a.com/x", host: "a.com", rendition: "web-archive" },
    ],
    [
      "https://web.archive.org/web/2022/https://a-com.cdn.ampproject.org/c/s/a.com/x",
      { key: "a.com/x", host: "a.com", rendition: "web-archive" },
    ],
    [
      "https://m.economictimes.com/news/1.cms",
      {
        key: "economictimes.indiatimes.com/news/1.cms",
        host: "economictimes.indiatimes.com",
        rendition: "page",
      },
    ],
    [
      "https://bücher.example/",
      { key: "xn--bcher-kva.example", host: "xn--bcher-kva.example", rendition: "page" },
    ],
    ["https://a.com:8080/x", { key: "a.com:8080/x", host: "a.com", rendition: "page" }],
  ])("of %s has key, publisher's host and rendition", (address, identity) => {
    expect(urlIdentity(address)).toEqual(identity);
  });

  test("of a text that is not a web address is null", () => {
    expect(urlIdentity("about:blank")).toBeNull();
    expect(urlKey("about:blank")).toBeNull();
  });
});

describe("a wrapper with tracking parameters of its own is removed too", () => {
  test.each([
    "https://web.archive.org//web/2022/http://a.com/x",
    "https://web.archive.org./web/2022/http://a.com/x",
    "https://www.web.archive.org/web/2022/http:///a.com/x",
    "https://a-com.cdn.ampproject.org/amp/c/s/a.com/x",
    "https://a-com.cdn.ampproject.org/lite/c/s/a.com/x",
  ])("%s", (address) => {
    expect(urlKey(address)).toBe("a.com/x");
  });
});

describe("spelling that the URL standard or a server folds does not count", () => {
  test.each([
    ["an unreserved character in escapes", "https://a.com/%7Ejoe/%41", "a.com/~joe/A"],
    ["capitals in escapes", "https://a.com/caf%c3%a9", "a.com/caf%C3%A9"],
    ["text outside ASCII", "https://a.com/café", "a.com/caf%C3%A9"],
    ["a stray percent sign", "https://a.com/100%", "a.com/100%25"],
    ["half an escape", "https://a.com/100%4", "a.com/100%254"],
    ["dot segments", "https://a.com/x/../y/./z", "a.com/y/z"],
    ["a backslash", "https://a.com\\x\\y", "a.com/x/y"],
    ["order of parameters", "https://a.com/x?b=2&a=1", "a.com/x?a=1&b=2"],
    ["an empty parameter", "https://a.com/x?&a=1&=&", "a.com/x?a=1"],
    ["a parameter without value", "https://a.com/x?a", "a.com/x?a="],
    ["a lone question mark", "https://a.com/x?", "a.com/x"],
    ["the root's slash", "https://a.com/", "a.com"],
    ["either default port", "http://a.com:443/x", "a.com/x"],
  ])("%s", (_, address, key) => {
    expect(urlKey(address)).toBe(key);
  });
});

describe("spelling that may name another article counts", () => {
  test.each([
    ["case of the path", "https://a.com/X", "a.com/X"],
    ["an escaped slash", "https://a.com/x%2Fy", "a.com/x%2Fy"],
    ["an escaped question mark", "https://a.com/x%3Fid=1", "a.com/x%3Fid=1"],
    ["an escaped ampersand", "https://a.com/x?id=1%262", "a.com/x?id=1%262"],
    ["a value without a name", "https://a.com/x?=1", "a.com/x?=1"],
    ["a parameter given twice", "https://a.com/x?id=1&id=2", "a.com/x?id=1&id=2"],
    ["another port", "https://a.com:8080/x", "a.com:8080/x"],
    [
      "a port under a host's own rule",
      "https://law360.com:81/articles/1/x",
      "law360.com:81/articles/1/x",
    ],
  ])("%s", (_, address, key) => {
    expect(urlKey(address)).toBe(key);
  });
});

describe("an over-long key is null", () => {
  const longest = MAX_ADDRESS_LENGTH - "https://".length;

  test("the longest is kept", () => {
    const key = "a.com/".padEnd(longest, "x");
    expect(urlKey(`https://${key}`)).toBe(key);
  });

  test("one that is longer by the letter that http lacks is not", () => {
    const key = "a.com/".padEnd(longest + 1, "x");
    expect(urlKey(`http://${key}`)).toBeNull();
  });

  test.each([
    ["text outside ASCII", `https://a.com/${"é".repeat(1000)}`],
    ["stray percent signs", `https://a.com/${"%".repeat(2000)}`],
    ["parameters without value", `https://a.com/?${"a&".repeat(2000)}`],
  ])("%s grows past the limit", (_, address) => {
    expect(address.length).toBeLessThan(MAX_ADDRESS_LENGTH);
    expect(urlKey(address)).toBeNull();
  });
});

describe("addresses are compared", () => {
  test("by the key of their article, or as they are where they have none", () => {
    expect(addressKey("https://www.a.com/x/amp?utm_source=y")).toBe("a.com/x");
    expect(addressKey("mailto:a@a.com")).toBe("mailto:a@a.com");
  });

  test("with all of some addresses", () => {
    const isKnown = addressMatcher(["https://a.com/x?utm_source=y", "https://b.com/1"]);
    expect(isKnown("https://amp.a.com/x")).toBe(true);
    expect(isKnown("https://b.com/1/")).toBe(true);
    expect(isKnown("https://b.com/2")).toBe(false);
    expect(addressMatcher([])("https://a.com/x")).toBe(false);
  });
});

describe("characters that were escaped by mistake", () => {
  test.each([
    ["https://a.com/x.html%3famp", "a.com/x"],
    ["https://a.com/x%3FoutputType=amp&utm_source=b", "a.com/x"],
    ["https://www.google.com/amp/s/a.com/x.html%3famp", "a.com/x"],
    ["https://a.com/x?id=5&amp;utm_source=feed&amp;utm_medium=rss", "a.com/x?id=5"],
    ["https://a.com/x?a=1&amp;b=2", "a.com/x?a=1&b=2"],
  ])("are read as they were meant: %s", (address, key) => {
    expect(urlKey(address)).toBe(key);
  });
  test.each([
    ["https://a.com/who-is-it%3F", "a.com/who-is-it%3F"],
    ["https://a.com/x%3Fid=5", "a.com/x%3Fid=5"],
    ["https://a.com/x%3Famp?id=5", "a.com/x%3Famp?id=5"],
  ])("stay where they may name the article: %s", (address, key) => {
    expect(urlKey(address)).toBe(key);
  });
});
