import { expect, test } from "vitest";
import { fromBase64, toBase64 } from "../../../core/published/base64.ts";

test.each([
  ["", []],
  ["AAEC/f7/", [0, 1, 2, 253, 254, 255]],
  ["aGk=", [104, 105]],
])("%j is the bytes %j", (text, bytes) => {
  expect([...fromBase64(text)]).toEqual(bytes);
  expect(toBase64(Uint8Array.from(bytes))).toBe(text);
});
