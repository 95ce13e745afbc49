import { describe, expect, test } from "vitest";
import { encodeBlock } from "../../../core/segment/block-codec.ts";
import { readDirectory } from "../../../platform/store/source-directory.ts";
import { MANIFEST } from "../../fixtures/records.ts";
import { MemorySources } from "../../fixtures/source-stores.ts";

const DIRECTORY = {
  info: { ...MANIFEST, version: "1", from: null, to: null, records: 0 },
  sites: [["www.mine.example", "mine.example"]],
  outlets: [["mine.example", "Mine"]],
  patterns: ["*://*.mine.example/*"],
};

/** Sources whose directories are all these bytes. */
class Sources extends MemorySources {
  readonly #bytes: Uint8Array<ArrayBuffer> | null;

  constructor(bytes: Uint8Array<ArrayBuffer> | null) {
    super();
    this.#bytes = bytes;
  }

  override async directory(): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.#bytes;
  }
}

describe("the directory of a source", () => {
  test("is read as it was written", async () => {
    const sources = new Sources(encodeBlock(DIRECTORY));
    expect(await readDirectory(sources, "s1")).toEqual(DIRECTORY);
  });

  test.each([
    ["missing", null],
    ["cut off", encodeBlock(DIRECTORY).slice(0, 40)],
    ["of another shape", encodeBlock({ ...DIRECTORY, sites: "none" })],
  ])("is missing when it is %s", async (_what, bytes) => {
    expect(await readDirectory(new Sources(bytes), "s1")).toBeNull();
  });

  test("that is not JSON under a correct checksum is an error of our own, and thrown", async () => {
    const bytes = encodeBlock(undefined);
    await expect(readDirectory(new Sources(bytes), "s1")).rejects.toThrow(SyntaxError);
  });
});
