import { expect, test } from "vitest";
import { isSameOutlet, outletOfArticle } from "../../../core/outlets/outlet-identity.ts";

const COURIER = { name: "The Courier", domains: ["courier.example", "courier.test"] };

test.each([
  ["on the main domain", COURIER, "The Courier", "courier.example", true],
  ["on another one", COURIER, "The Courier", "courier.test", true],
  ["on a domain of another outlet", COURIER, "The Courier", "gazette.example", false],
  ["under another name", COURIER, "The Gazette", "courier.example", false],
  [
    "on a domain that only the list knows",
    { name: "BBC", domains: ["bbc.com"] },
    "BBC",
    "bbc.co.uk",
    true,
  ],
])("an article %s: is of the outlet?", (_, outlet, name, domain, isSame) => {
  expect(isSameOutlet(outlet, outletOfArticle({ name, domain }))).toBe(isSame);
});
