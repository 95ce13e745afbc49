import { expect, test } from "vitest";
import { keyFingerprint } from "../../../core/published/key-fingerprint.ts";
import { KEY, OTHER_KEY } from "../../fixtures/published.ts";

test("the fingerprint of a key is the start of its SHA-256, in groups to read aloud", async () => {
  expect(await keyFingerprint(crypto.subtle, KEY.publicKey)).toBe(
    "21fe 31df a154 a261 626b f854 046f d227",
  );
  expect(await keyFingerprint(crypto.subtle, OTHER_KEY.publicKey)).not.toBe(
    await keyFingerprint(crypto.subtle, KEY.publicKey),
  );
});
