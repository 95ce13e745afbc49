import { createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import { signedBytes } from "../../../core/published/signature.ts";

/** A publisher's Ed25519 key, with which it signs its manifests. */
export interface PublisherKey {
  /** 32 bytes in base64. */
  readonly publicKey: string;
  /** The manifest with its key and signature. */
  sign<Manifest extends object>(manifest: Manifest): Manifest & { key: string; signature: string };
}

/**
 * @param pem a private key, PKCS #8 in PEM, as `openssl genpkey -algorithm ed25519` makes it
 * @throws Error when it is something else
 */
export function publisherKey(pem: string | KeyObject): PublisherKey {
  const privateKey = typeof pem === "string" ? createPrivateKey(pem) : pem;
  if (privateKey.asymmetricKeyType !== "ed25519") throw new Error("not an Ed25519 key");
  const { x = "" } = createPublicKey(privateKey).export({ format: "jwk" });
  const publicKey = Buffer.from(x, "base64url").toString("base64");
  return {
    publicKey,
    sign(manifest) {
      const unsigned = { ...manifest, key: publicKey };
      const signature = sign(null, signedBytes(unsigned), privateKey).toString("base64");
      return { ...unsigned, signature };
    },
  };
}
