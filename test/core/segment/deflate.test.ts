import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { DamagedBlockError } from "../../../core/segment/block-codec.ts";
import { deflate, deflateJson, inflate, inflateJson } from "../../../core/segment/deflate.ts";

const LONG = new Uint8Array(300_000).map((_, i) => (i * i) % 251);

test.each([
  ["no bytes", new Uint8Array()],
  ["few bytes", Uint8Array.of(1, 2, 3)],
  ["so many bytes that they come in pieces", LONG],
])("%s come back as they were", async (_, bytes) => {
  expect(await inflate("x", await deflate(bytes), 1_000_000)).toEqual(bytes);
});

test("what is compressed is raw deflate", async () => {
  const bytes = new Uint8Array(deflateRawSync(Uint8Array.of(1, 2, 3)));
  expect([...(await inflate("x", bytes, 3))]).toEqual([1, 2, 3]);
});

describe("bytes are damaged", () => {
  test("that unpack to more than the limit", async () => {
    const packed = await deflate(LONG);
    expect((await inflate("x", packed, 300_000)).length).toBe(300_000);
    await expect(inflate("docs/3", packed, 299_999)).rejects.toThrow(
      new DamagedBlockError("docs/3"),
    );
  });

  test("that are no deflate, or cut off", async () => {
    await expect(inflate("x", Uint8Array.of(255, 255), 9)).rejects.toThrow(DamagedBlockError);
    const packed = await deflate(LONG);
    await expect(inflate("x", packed.slice(0, 100), 1_000_000)).rejects.toThrow(DamagedBlockError);
  });

  test("that are no JSON", async () => {
    const packed = await deflate(new TextEncoder().encode("{"));
    await expect(inflateJson("latest/0", packed, 9)).rejects.toThrow("block latest/0 is damaged");
  });
});

test("a value comes back as it was", async () => {
  const value = { a: [1, null, "é 😀"] };
  expect(await inflateJson("x", await deflateJson(value), 100)).toEqual(value);
});

describe("what is unpacked", () => {
  const packed = (length: number) => new Uint8Array(deflateRawSync(new Uint8Array(length)));

  test("may have as many bytes as the limit, and no more", async () => {
    expect((await inflate("x", packed(1000), 1000)).length).toBe(1000);
    await expect(inflate("x", packed(1001), 1000)).rejects.toThrow(DamagedBlockError);
  });

  test("ends as soon as it is too long", async () => {
    const bomb = packed(100_000_000);
    expect(bomb.length).toBeLessThan(100_000);
    await expect(inflate("bomb", bomb, 1_000_000)).rejects.toMatchObject({ block: "bomb" });
  });

  test.each([
    ["cut off", packed(1000).slice(0, -1)],
    ["followed by more", Uint8Array.from([...packed(1000), 0])],
    ["something else", Uint8Array.of(255, 255)],
    ["nothing", new Uint8Array()],
  ])("is damaged when it is %s", async (_, content) => {
    await expect(inflate("x", content, 1000)).rejects.toThrow(DamagedBlockError);
  });
});
