import { expect, test } from "vitest";
import { addressClaims } from "../../../core/page/address-claims.ts";
import { claimsFromMarkup } from "../../../core/page/claims-from-markup.ts";
import { pageMarkup } from "../../fixtures/page-markup.ts";

test("a page claims its canonical address, that of Open Graph and that of JSON-LD, in this order", () => {
  const markup = pageMarkup({
    canonical: "https://a.example/canonical",
    metas: { "og:url": "https://a.example/open-graph" },
  });
  const main = { url: "https://a.example/json-ld", mainEntityOfPage: "https://a.example/page" };
  const claims = claimsFromMarkup(markup, main);
  expect(claims).toEqual([
    { source: "canonical", url: "https://a.example/canonical" },
    { source: "og:url", url: "https://a.example/open-graph" },
    { source: "json-ld", url: "https://a.example/json-ld" },
  ]);
  expect(addressClaims.safeParse(claims).success).toBe(true);
});

test("a page without these claims nothing", () => {
  expect(claimsFromMarkup(pageMarkup(), {})).toEqual([]);
});

test("an address is made absolute with the base of the document", () => {
  const markup = pageMarkup({ base: "https://b.example/news/", canonical: "bridge?id=1" });
  expect(claimsFromMarkup(markup, {})).toEqual([
    { source: "canonical", url: "https://b.example/news/bridge?id=1" },
  ]);
});

test("what cannot be parsed is left out", () => {
  expect(claimsFromMarkup(pageMarkup({ canonical: "https://" }), {})).toEqual([]);
});

test("an address of 4,096 characters is the longest", () => {
  const longest = "https://a.example/".padEnd(4096, "x");
  const [claim] = claimsFromMarkup(pageMarkup({ canonical: longest }), {});
  expect(claim).toEqual({ source: "canonical", url: longest });
  expect(claimsFromMarkup(pageMarkup({ canonical: `${longest}x` }), {})).toEqual([]);
});

test("a message with five claims, or with one that is too long, is refused", () => {
  const claim = { source: "canonical", url: "https://a.example/" };
  expect(addressClaims.safeParse(Array(4).fill(claim)).success).toBe(true);
  expect(addressClaims.safeParse(Array(5).fill(claim)).success).toBe(false);
  const tooLong = { ...claim, url: "https://a.example/".padEnd(4097, "x") };
  expect(addressClaims.safeParse([tooLong]).success).toBe(false);
});
