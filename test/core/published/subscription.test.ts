import { expect, test } from "vitest";
import { publishedSubscription, publisherPattern } from "../../../core/published/subscription.ts";
import { aManifest } from "../../fixtures/published.ts";

const { key, version, signature } = aManifest();
const SUBSCRIPTION = {
  id: "00000000-0000-4000-8000-000000000001",
  address: "https://data.example/manifest.json",
  name: "Harbour News",
  pinned: { key, version, signature },
  choice: { languages: ["en"], days: 7 },
  access: "sites",
  every: 60,
  isEnabled: true,
  isPaused: false,
  addedAt: 1,
  removedAt: null,
};

test("a stored subscription is read as it was written", () => {
  expect(publishedSubscription.parse(SUBSCRIPTION)).toEqual(SUBSCRIPTION);
});

test.each([
  { id: "a" },
  { address: "http://data.example/manifest.json" },
  { address: "https://data.example/".padEnd(4097, "x") },
  { name: "" },
  { pinned: { key, version } },
  { pinned: { key, version: 0, signature } },
  { choice: { languages: null, days: 0 } },
  { choice: { languages: "en", days: null } },
  { access: "none" },
  { every: 61 },
  { isEnabled: 1 },
  { addedAt: null },
  { removedAt: "now" },
])("one with %.40j cannot be read", (changes) => {
  expect(publishedSubscription.safeParse({ ...SUBSCRIPTION, ...changes }).success).toBe(false);
});

test("access is asked for the one host of the address", () => {
  expect(publisherPattern("https://data.example:8443/news/manifest.json?v=1")).toBe(
    "https://data.example/*",
  );
});
