import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPublished } from "../../../core/published/read-published.ts";
import { aFile, aManifest, asBytes, KEY, OTHER_KEY, unsigned } from "../../fixtures/published.ts";
import { sampleOf } from "../../sample.ts";

const { subtle } = crypto;

function read(bytes: Uint8Array) {
  return readPublished(bytes, subtle);
}

/** A manifest that its publisher signed, with anything in it. */
function signedWith(changes: object): Uint8Array {
  return asBytes(KEY.sign({ ...unsigned(), ...changes }));
}

function filesWith(changes: object) {
  return { files: [{ ...aFile("a"), ...changes }] };
}

describe("a manifest", () => {
  test("is read as its publisher wrote it", async () => {
    const manifest = aManifest();
    expect(await read(asBytes(manifest))).toEqual({ manifest });
  });

  test("is read however the file is indented, and with a byte order mark", async () => {
    const manifest = aManifest();
    const text = `\ufeff${JSON.stringify(manifest, null, 2)}\n`;
    expect(await read(new TextEncoder().encode(text))).toEqual({ manifest });
  });

  test("may have fields that are not known here, which the signature covers", async () => {
    const signed = KEY.sign({ ...unsigned(), contact: { mail: "a@data.example" }, ratio: 0.5 });
    expect(await read(asBytes(signed))).toHaveProperty("manifest");
    expect(await read(asBytes({ ...signed, ratio: 0.6 }))).toEqual({
      refusal: { code: "bad-signature" },
    });
  });

  test("has texts of one line, without overrides of direction", async () => {
    const answer = await read(
      signedWith({
        name: "News\u202eswen\n of  the harbour ",
        licence: "free\u0000",
        outlets: [{ site: "harbour.example", name: "Har\u2066bour", articles: 1 }],
      }),
    );
    expect(answer).toMatchObject({
      manifest: {
        name: "Newsswen of the harbour",
        licence: "free",
        outlets: [{ name: "Harbour" }],
      },
    });
  });

  test("may have ten thousand files", async () => {
    const files = Array.from({ length: 10_000 }, (_, i) => {
      const sha256 = i.toString(16).padStart(64, "0");
      return aFile("a", { sha256, name: `${sha256}.dataset`, language: "en" });
    });
    const bytes = asBytes(aManifest({ files }));
    expect(bytes.length).toBeLessThan(4_000_000);
    expect(await read(bytes)).toMatchObject({ manifest: { files } });
  });
});

describe("a signature is refused", () => {
  test.each([
    ["of another key", { ...aManifest(), key: OTHER_KEY.publicKey }],
    ["of another manifest", { ...aManifest(), signature: aManifest({ version: 8 }).signature }],
    ["after a file was swapped", { ...aManifest(), files: [aFile("c")] }],
    ["after a field was added", { ...aManifest(), more: 1 }],
    [
      "after a prototype was added",
      JSON.parse(`{"__proto__":{},${JSON.stringify(aManifest()).slice(1)}`),
    ],
  ])("%s", async (_, manifest) => {
    expect(await read(asBytes(manifest))).toEqual({ refusal: { code: "bad-signature" } });
  });
});

describe("what a server sends is refused", () => {
  test("when it is a web page", async () => {
    const page = new TextEncoder().encode("\r\n <!doctype html><title>Log in</title>");
    expect(await read(page)).toEqual({ refusal: { code: "web-page" } });
  });

  test.each([
    ["nothing", ""],
    ["text", "not found"],
    ["JSON that is cut off", JSON.stringify(aManifest()).slice(0, -2)],
    ["a number that is too large for JSON", '{"files":[1e999]}'],
    ["half of a character", '{"name":"\\ud800"}'],
  ])("when it is %s", async (_, text) => {
    expect(await read(new TextEncoder().encode(text))).toEqual({ refusal: { code: "not-json" } });
  });

  test("when it is not UTF-8", async () => {
    expect(await read(new Uint8Array([0x22, 0xff, 0x22]))).toEqual({
      refusal: { code: "not-json" },
    });
  });

  test("when it has ten megabytes", async () => {
    expect(await read(new Uint8Array(10_000_000))).toEqual({
      refusal: { code: "manifest-too-large" },
    });
  });

  test.each([
    ["a list", "[]"],
    ["a text", '"manifest"'],
    ["null", "null"],
    ["nested a million times", "[".repeat(1_000_000)],
    ["nested in objects", `${'{"a":'.repeat(100)}1${"}".repeat(100)}`],
  ])("when it is %s", async (_, text) => {
    expect(await read(new TextEncoder().encode(text))).toEqual({
      refusal: { code: "not-a-manifest", field: "" },
    });
  });

  test("when it is the manifest of an imported data set", async () => {
    const { id, name, description, licence, source } = unsigned();
    expect(await read(asBytes({ id, name, description, licence, source }))).toEqual({
      refusal: { code: "not-a-manifest", field: "format" },
    });
  });

  test.each([
    ["name", "when its name is a space without width", { name: "\u200b" }],
    ["expires", "when it expires before it is published", { expires: "2026-11-30T03:59:59Z" }],
    ["expires", "when it expires as it is published", { expires: "2026-11-30T04:00:00Z" }],
  ])("for its %s %s", async (field, _, changes) => {
    expect(await read(asBytes(aManifest(changes)))).toEqual({
      refusal: { code: "not-a-manifest", field },
    });
  });

  test("when its fields are in a prototype", async () => {
    const text = `{"__proto__":${JSON.stringify(aManifest())}}`;
    expect(await read(new TextEncoder().encode(text))).toMatchObject({
      refusal: { code: "not-a-manifest" },
    });
  });

  test("when its format is of a later time", async () => {
    expect(await read(asBytes({ format: 2, files: "elsewhere" }))).toEqual({
      refusal: { code: "format-too-new", format: 2 },
    });
  });

  test("when it has a million files", async () => {
    const bytes = asBytes({ format: 1, files: new Array(1_000_000).fill(0) });
    expect(await read(bytes)).toEqual({ refusal: { code: "too-many-files", files: 1_000_000 } });
  });
});

describe("a file is refused", () => {
  const hash = "a".repeat(64);

  test.each([
    ["with a path", `../${hash}.dataset`, `"../${hash}.dataset"`],
    ["with a folder", `a/${hash}.dataset`, `"a/${hash}.dataset"`],
    ["with an address", "https://elsewhere.example/x", '"https://elsewhere.example/x"'],
    ["with another ending", `${hash}.zip`, `"${hash}.zip"`],
    ["in upper case", `${"A".repeat(64)}.dataset`, `"${"A".repeat(64)}.dataset"`],
    ["with a line break behind it", `${hash}.dataset\n`, `"${hash}.dataset\\n"`],
    ["of another hash", `${"b".repeat(64)}.dataset`, `"${"b".repeat(64)}.dataset"`],
    ["that is no text", 7, "7"],
    ["that is missing", null, "null"],
  ])("whose name is one %s", async (_, name, shown) => {
    expect(await read(signedWith(filesWith({ name })))).toEqual({
      refusal: { code: "bad-file-name", name: shown },
    });
  });

  test("that is named twice", async () => {
    expect(await read(signedWith({ files: [aFile("a"), aFile("b"), aFile("a")] }))).toEqual({
      refusal: { code: "not-a-manifest", field: "files.2.name" },
    });
  });

  test.each([
    ["bytes", 0],
    ["bytes", -1],
    ["bytes", 1.5],
    ["bytes", 2 ** 53],
    ["bytes", "1000"],
    ["format", 0],
    ["records", -1],
    ["records", 1e300],
    ["articles", null],
    ["outlets", true],
    ["from", "yesterday"],
    ["from", "2026-11-30T00:00:00+01:00"],
    ["to", 1_764_460_800_000],
    ["partition", "../2026"],
    ["partition", ""],
    ["language", "English"],
    ["language", "en-GB"],
  ])("whose %s is %j", async (field, value) => {
    expect(await read(signedWith(filesWith({ [field]: value })))).toEqual({
      refusal: { code: "not-a-manifest", field: `files.0.${field}` },
    });
  });
});

describe("a manifest is refused", () => {
  test.each([
    ["version", 0],
    ["version", 1.5],
    ["version", "7"],
    ["version", 2 ** 53],
    ["format", "1"],
    ["format", 0],
    ["id", "../data"],
    ["id", "Harbour"],
    ["name", ""],
    ["name", "\u202e"],
    ["name", "x".repeat(101)],
    ["licence", 7],
    ["published", "2026-11-30"],
    ["expires", "never"],
    ["files", {}],
    ["outlets", null],
    ["outletCount", -1],
    ["signature", ""],
    ["signature", "A".repeat(88)],
    ["signature", `${"A".repeat(85)}B==`],
    ["key", "not base64!"],
    ["key", "AAAA"],
    ["key", `${"A".repeat(42)}B=`],
    ["key", null],
  ])("whose %s is %j", async (field, value) => {
    expect(await read(asBytes({ ...aManifest(), [field]: value }))).toEqual({
      refusal: { code: "not-a-manifest", field },
    });
  });

  test("with fifty-one outlets by name", async () => {
    const outlet = { site: "harbour.example", name: "Harbour", articles: 1 };
    expect(await read(signedWith({ outlets: new Array(51).fill(outlet) }))).toEqual({
      refusal: { code: "not-a-manifest", field: "outlets" },
    });
  });
});

test("whatever is changed in a manifest, it is refused and nothing is thrown", async () => {
  const text = JSON.stringify(aManifest());
  await fc.assert(
    fc.asyncProperty(
      fc.nat(text.length - 1),
      fc.nat(3),
      fc.string({ maxLength: 5 }),
      async (at, length, inserted) => {
        const changed = text.slice(0, at) + inserted + text.slice(at + length);
        const answer = await read(new TextEncoder().encode(changed));
        const isSame = isEqualJson(changed, text);
        expect("manifest" in answer).toBe(isSame);
      },
    ),
    { numRuns: sampleOf(300, 20_000) },
  );
});

function isEqualJson(one: string, other: string): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(one), JSON.parse(other));
  } catch {
    return false;
  }
}
