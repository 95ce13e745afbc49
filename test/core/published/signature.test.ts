import { describe, expect, test } from "vitest";
import { toBase64 } from "../../../core/published/base64.ts";
import { isSigned, signedBytes } from "../../../core/published/signature.ts";
import { aManifest, KEY, OTHER_KEY } from "../../fixtures/published.ts";

const { subtle } = crypto;

/** WebCrypto as Chrome had it before 137. */
const WITHOUT_ED25519: SubtleCrypto = {
  ...subtle,
  importKey: () =>
    Promise.reject(new DOMException("Unrecognized algorithm name", "NotSupportedError")),
};

function hex(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, "hex"));
}

describe.each([
  ["WebCrypto", subtle],
  ["the library that stands in for it", WITHOUT_ED25519],
])("a signature, verified by %s", (_, crypto) => {
  const manifest = aManifest();
  const bytes = signedBytes(manifest);

  test.each([
    [
      "test 1",
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
      "",
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ],
    [
      "test 3",
      "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
      "af82",
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ],
  ])("is right as RFC 8032, 7.1 has it: %s", async (_, key, message, signature) => {
    const signed = { key: toBase64(hex(key)), signature: toBase64(hex(signature)) };
    expect(await isSigned(crypto, signed, hex(message))).toBe(true);
    expect(await isSigned(crypto, signed, hex(`${message}00`))).toBe(false);
  });

  test("is right over all of a manifest", async () => {
    expect(await isSigned(crypto, manifest, bytes)).toBe(true);
  });

  test("is wrong with another key", async () => {
    expect(await isSigned(crypto, { ...manifest, key: OTHER_KEY.publicKey }, bytes)).toBe(false);
  });

  test("is wrong with a key that is no point of the curve", async () => {
    const key = toBase64(hex(`02${"00".repeat(31)}`));
    expect(await isSigned(crypto, { ...manifest, key }, bytes)).toBe(false);
  });

  test("is wrong over a changed version", async () => {
    const changed = signedBytes({ ...manifest, version: 8 });
    expect(await isSigned(crypto, manifest, changed)).toBe(false);
  });

  test("is wrong when its own second half is too large", async () => {
    const signature = Buffer.from(manifest.signature, "base64");
    signature.fill(0xff, 32);
    const forged = { key: KEY.publicKey, signature: signature.toString("base64") };
    expect(await isSigned(crypto, forged, bytes)).toBe(false);
  });
});

describe("what is signed", () => {
  test("starts with its purpose and leaves out the signature alone", () => {
    const bytes = signedBytes({ version: 2, signature: "x", later: ["a"] });
    expect(new TextDecoder().decode(bytes)).toBe(
      'second-source manifest 1\n{"later":["a"],"version":2}',
    );
  });

  test("does not depend on how the file is written", () => {
    const manifest = aManifest();
    const reordered = Object.fromEntries(Object.entries(manifest).reverse());
    expect(signedBytes(reordered)).toEqual(signedBytes(manifest));
  });
});
