import { expect, test } from "vitest";
import { registrableDomain } from "../../../core/url/registrable-domain.ts";

test.each([
  ["futurism.com", "futurism.com"],
  ["www.futurism.com", "futurism.com"],
  ["news.bbc.co.uk", "bbc.co.uk"],
  ["a.github.io", "a.github.io"],
  ["docs.a.github.io", "a.github.io"],
  ["github.io", "github.io"],
  ["bob.substack.com", "bob.substack.com"],
  ["www.bob.substack.com", "bob.substack.com"],
  ["blog.bob.wordpress.com", "bob.wordpress.com"],
  ["bob.medium.com", "bob.medium.com"],
  ["substack.com", "substack.com"],
  ["www.substack.com", "substack.com"],
  ["co.uk", "co.uk"],
  ["127.0.0.1", "127.0.0.1"],
  ["[::1]", "[::1]"],
  ["localhost", "localhost"],
  ["xn--bcher-kva.example", "xn--bcher-kva.example"],
])("%s belongs to %s", (host, site) => {
  expect(registrableDomain(host)).toBe(site);
});
