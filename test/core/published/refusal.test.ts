import { expect, test } from "vitest";
import { refusal } from "../../../core/published/refusal.ts";

test.each([
  { code: "no-address" },
  { code: "not-https" },
  { code: "private-address" },
  { code: "redirected", host: "b.example" },
  { code: "manifest-too-large" },
  { code: "web-page" },
  { code: "not-json" },
  { code: "not-a-manifest", field: "files.0.name" },
  { code: "format-too-new", format: 2 },
  { code: "too-many-files", files: 10_001 },
  { code: "bad-file-name", name: "../x" },
  { code: "bad-signature" },
  { code: "other-key", pinned: "21fe", found: "31df" },
  { code: "lower-version", inUse: 7, found: 6 },
  { code: "version-reused", version: 7 },
  { code: "expired", expires: "2026-12-01T00:00:00Z" },
  { code: "nothing-chosen" },
  { code: "file-too-large", name: "a", declared: 1 },
  { code: "file-too-small", name: "a", declared: 2, found: 1 },
  { code: "other-hash", name: "a" },
  { code: "not-a-data-set", name: "a" },
])("$code is read from a message with all that it says", (parts) => {
  expect(refusal.parse(parts)).toEqual(parts);
});

test.each([
  { code: "redirected" },
  { code: "not-a-manifest" },
  { code: "format-too-new", format: "2" },
  { code: "other-key", pinned: "21fe" },
  { code: "file-too-small", name: "a", declared: 2 },
  { code: "another" },
  {},
])("%j is none", (parts) => {
  expect(refusal.safeParse(parts).success).toBe(false);
});
