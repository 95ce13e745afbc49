import { generateKeyPairSync } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { keyFingerprint } from "../../../core/published/key-fingerprint.ts";
import { UsageError } from "../input/usage-error.ts";
import { type PublisherKey, publisherKey } from "./publisher-key.ts";

/** Where a key is kept unless the command says otherwise. */
export const KEY_FILE = "publisher-key.pem";

/**
 * `dataset key`: makes a publisher's key, unless the file has one, and prints its fingerprint.
 *
 * @throws UsageError when the file is something else, or cannot be written
 */
export async function makeKey(path = KEY_FILE): Promise<number> {
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync("ed25519");
    const pem = privateKey.export({ type: "pkcs8", format: "pem" });
    try {
      // For the owner alone; "wx" writes over nothing.
      writeFileSync(path, pem, { mode: 0o600, flag: "wx" });
    } catch (error) {
      throw new UsageError(`${path} cannot be written: ${String(error)}`);
    }
    console.log(
      `${path} written. Keep it secret, and keep a copy: subscribers accept no other key.`,
    );
  }
  const { publicKey } = readKey(path);
  console.log(`fingerprint: ${await keyFingerprint(crypto.subtle, publicKey)}`);
  return 0;
}

/** @throws UsageError when the file is not there or holds no Ed25519 key */
export function readKey(path = KEY_FILE): PublisherKey {
  if (!existsSync(path))
    throw new UsageError(`${path} does not exist. Make a key with: npm run dataset -- key ${path}`);
  try {
    return publisherKey(readFileSync(path, "utf8"));
  } catch {
    throw new UsageError(`${path} is not an Ed25519 private key in PEM.`);
  }
}
