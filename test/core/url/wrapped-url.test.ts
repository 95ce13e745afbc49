import { describe, expect, test } from "vitest";
import { canWrap, unwrap } from "../../../core/url/wrapped-url.ts";

function unwrapped(address: string) {
  const inner = unwrap(new URL(address));
  return inner === null ? null : { wrapper: inner.wrapper, href: inner.url.href };
}

describe("an AMP cache", () => {
  test.each([
    "https://example-com.cdn.ampproject.org/c/s/example.com/x",
    "https://example-com.cdn.ampproject.org/v/s/example.com/x",
    "https://example-com.cdn.ampproject.org/wp/s/example.com/x",
    "https://cdn.ampproject.org/c/s/example.com/x",
    "https://example-com.cdn.ampproject.net/c/s/example.com/x",
    "https://example-com.bing-amp.com/c/s/example.com/x",
    "https://example-com.amp.cloudflare.com/c/s/example.com/x",
    "https://example-com.cdn.ampproject.org/c/example.com/x",
  ])("%s holds the publisher's address", (address) => {
    expect(unwrapped(address)).toEqual({ wrapper: "amp-cache", href: "https://example.com/x" });
  });

  test.each([
    ["another host with the name in it", "https://cdn.ampproject.org.evil.example/c/s/a.com/x"],
    ["another host that ends alike", "https://evilcdn.ampproject.org/c/s/a.com/x"],
    ["the project's own site", "https://www.ampproject.org/c/s/a.com/x"],
    ["its runtime", "https://cdn.ampproject.org/v0.js"],
    ["a deeper path", "https://a-com.cdn.ampproject.org/x/c/s/a.com/x"],
    ["no host in the path", "https://a-com.cdn.ampproject.org/c/s/about/x"],
    ["credentials in the path", "https://a-com.cdn.ampproject.org/c/s/me@a.com/x"],
  ])("is not %s", (_, address) => {
    expect(unwrapped(address)).toBeNull();
  });
});

test.each([
  ["a-com.cdn.ampproject.org", true],
  ["www.google.com", true],
  ["web.archive.org", true],
  ["archive.ph", true],
  ["www-a-com.translate.goog", true],
  ["via.hypothes.is", true],
  ["www.ampproject.org", false],
  ["example.com", false],
])("%s may serve articles of others: %s", (host, expected) => {
  expect(canWrap(host)).toBe(expected);
});

describe("an AMP viewer", () => {
  test.each([
    "https://www.google.com/amp/s/example.com/x",
    "https://google.com/amp/example.com/x",
    "https://www.google.co.uk/amp/s/example.com/x",
    "https://www.google.com.au/amp/s/example.com/x",
    "https://www.google.de/amp/s/example.com/x",
  ])("%s holds the publisher's address", (address) => {
    expect(unwrapped(address)).toEqual({ wrapper: "amp-viewer", href: "https://example.com/x" });
  });

  test.each([
    ["another host with the name in it", "https://google.com.evil.example/amp/s/a.com/x"],
    ["another host that ends alike", "https://notgoogle.com/amp/s/a.com/x"],
    ["another top-level domain", "https://google.example/amp/s/a.com/x"],
    ["a search", "https://www.google.com/search?q=a.com/x"],
    ["a deeper path", "https://www.google.com/x/amp/s/a.com/x"],
    ["a page about AMP", "https://www.google.com/amp/about"],
  ])("is not %s", (_, address) => {
    expect(unwrapped(address)).toBeNull();
  });
});

describe("a web archive", () => {
  test.each([
    "https://web.archive.org/web/20220415170400/https://example.com/x",
    "https://web.archive.org/web/20220415170400id_/https://example.com/x",
    "https://web.archive.org/web/2022/http://example.com/x",
    "https://web.archive.org/web/2022/http:/example.com/x",
    "https://web.archive.org/web/2022/example.com/x",
    "http://web.archive.org/web/2022/https://example.com/x",
    "https://web.archive.org/web/https://example.com/x",
    "https://archive.ph/2024.05.01-120000/https://example.com/x",
    "https://archive.today/20240501120000/http://example.com/x",
    "https://archive.is/newest/https://example.com/x",
    "https://archive.vn/o/AbC12/https://example.com/x",
    "https://archive.fo/https://example.com/x",
  ])("%s holds the publisher's address", (address) => {
    expect(unwrapped(address)).toEqual({ wrapper: "web-archive", href: "https://example.com/x" });
  });

  test.each([
    ["another host with the name in it", "https://web.archive.org.evil.example/web/2022/a.com/x"],
    ["another host that ends alike", "https://myweb.archive.org/web/2022/https://a.com/x"],
    ["the archive's library", "https://archive.org/web/2022/https://a.com/x"],
    ["its calendar", "https://web.archive.org/web/2022*/https://a.com/x"],
    ["a deeper path", "https://web.archive.org/x/web/2022/https://a.com/x"],
    ["a file of its own", "https://web.archive.org/static/a.com/x"],
    ["an address of another scheme", "https://web.archive.org/web/2022/ftp://a.com/x"],
    ["a short name of archive.today", "https://archive.ph/AbC12"],
    ["a site with the same start", "https://archive.example/2022/https://a.com/x"],
  ])("is not %s", (_, address) => {
    expect(unwrapped(address)).toBeNull();
  });
});

describe("a proxy", () => {
  test.each([
    [
      "https://www-example-com.translate.goog/x?_x_tr_sl=fr&_x_tr_tl=en",
      "https://www.example.com/x",
    ],
    ["https://my--paper-co-uk.translate.goog/x?id=7&_x_tr_sl=fr", "https://my-paper.co.uk/x?id=7"],
    ["https://via.hypothes.is/https://example.com/x?id=7", "https://example.com/x?id=7"],
    ["https://via.hypothes.is/example.com/x", "https://example.com/x"],
  ])("%s holds the publisher's address", (address, href) => {
    expect(unwrapped(address)).toEqual({ wrapper: "proxy", href });
  });

  test.each([
    ["another host that ends alike", "https://www-a-com.nottranslate.goog/x"],
    ["a host below it", "https://x.www-a-com.translate.goog/x"],
    ["the service's own page", "https://via.hypothes.is/about"],
    ["the translator", "https://translate.google.com/?sl=fr"],
  ])("is not %s", (_, address) => {
    expect(unwrapped(address)).toBeNull();
  });
});

test("the query belongs to the publisher's address", () => {
  expect(unwrapped("https://a-com.cdn.ampproject.org/c/s/a.com/x?id=1&amp")).toEqual({
    wrapper: "amp-cache",
    href: "https://a.com/x?id=1&amp",
  });
});

test("one wrapper is removed at a time", () => {
  const address = "https://web.archive.org/web/2022/https://a-com.cdn.ampproject.org/c/s/a.com/x";
  expect(unwrapped(address)).toEqual({
    wrapper: "web-archive",
    href: "https://a-com.cdn.ampproject.org/c/s/a.com/x",
  });
});
