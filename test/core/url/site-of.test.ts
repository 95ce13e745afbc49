import { expect, test } from "vitest";
import { siteOf } from "../../../core/url/site-of.ts";

test.each([
  ["www.gazette.example", "gazette.example"],
  ["news.bbc.co.uk", "bbc.co.uk"],
  ["docs.a.github.io", "a.github.io"],
  ["www.gov.uk", "www.gov.uk"],
])("%s is part of %s", (host, site) => {
  expect(siteOf(host)).toBe(site);
});

test.each(["co.uk", "com.au", "github.io", "kobe.jp"])("%s is no site", (host) => {
  expect(siteOf(host)).toBeNull();
});
