import { describe, expect, test } from "vitest";
import { fileRefusal, manifestRefusal } from "../../../core/published/trust.ts";
import { aFile, aManifest, KEY, OTHER_KEY, unsigned } from "../../fixtures/published.ts";

const NOW = Date.parse("2026-12-01T00:00:00Z");
const { subtle } = crypto;
const inUse = aManifest({ version: 7 });

describe("a manifest", () => {
  test("is taken as the first one with any key", async () => {
    expect(await manifestRefusal(OTHER_KEY.sign(unsigned()), null, NOW, subtle)).toBeNull();
  });

  test("is taken after one with a lower version", async () => {
    expect(await manifestRefusal(aManifest({ version: 9 }), inUse, NOW, subtle)).toBeNull();
  });

  test("is taken when it is the one in use", async () => {
    expect(await manifestRefusal(inUse, inUse, NOW, subtle)).toBeNull();
  });

  test("is refused with another key, whatever its version", async () => {
    const other = OTHER_KEY.sign(unsigned({ version: 8 }));
    expect(await manifestRefusal(other, inUse, NOW, subtle)).toEqual({
      code: "other-key",
      pinned: "21fe 31df a154 a261 626b f854 046f d227",
      found: expect.stringMatching(/^[0-9a-f]{4}(?: [0-9a-f]{4}){7}$/),
    });
  });

  test("is refused with a lower version", async () => {
    expect(await manifestRefusal(aManifest({ version: 6 }), inUse, NOW, subtle)).toEqual({
      code: "lower-version",
      inUse: 7,
      found: 6,
    });
  });

  test("is refused when it is another one with the same version", async () => {
    const other = aManifest({ version: 7, files: [] });
    expect(await manifestRefusal(other, inUse, NOW, subtle)).toEqual({
      code: "version-reused",
      version: 7,
    });
  });

  test("is refused from the moment on which it expires", async () => {
    const manifest = aManifest({ expires: "2026-12-01T00:00:00Z" });
    expect(await manifestRefusal(manifest, null, NOW - 1, subtle)).toBeNull();
    expect(await manifestRefusal(manifest, null, NOW, subtle)).toEqual({
      code: "expired",
      expires: "2026-12-01T00:00:00Z",
    });
  });

  test("is told to have another key rather than that it expired", async () => {
    const other = OTHER_KEY.sign(unsigned({ expires: "2026-11-30T05:00:00Z" }));
    const refusal = await manifestRefusal(other, { ...inUse, key: KEY.publicKey }, NOW, subtle);
    expect(refusal?.code).toBe("other-key");
  });
});

describe("a fetched file", () => {
  const file = aFile("a", { bytes: 1000 });

  test("is taken with the bytes and the hash that are declared", () => {
    expect(fileRefusal(file, { bytes: 1000, sha256: "a".repeat(64) })).toBeNull();
  });

  test.each([
    [
      "larger",
      { bytes: 1001, sha256: "a".repeat(64) },
      { code: "file-too-large", name: file.name, declared: 1000 },
    ],
    [
      "smaller",
      { bytes: 12, sha256: "a".repeat(64) },
      { code: "file-too-small", name: file.name, declared: 1000, found: 12 },
    ],
    [
      "of other content",
      { bytes: 1000, sha256: "b".repeat(64) },
      { code: "other-hash", name: file.name },
    ],
  ])("is refused when it is %s", (_, fetched, refusal) => {
    expect(fileRefusal(file, fetched)).toEqual(refusal);
  });
});
