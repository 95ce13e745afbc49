import { expect, test } from "vitest";
import { readRecord } from "../../../core/record/read-record.ts";

function read(webUrl: string) {
  const value = {
    title: "A",
    webUrl,
    type: "article",
    provider: { name: "A", domain: "a.example" },
  };
  const { record, problems } = readRecord(value, { file: "x", lineOf: () => null });
  return [record?.webUrl, ...problems.map(({ severity, message }) => `${severity}: ${message}`)];
}

test.each([
  ["https://a.example/x\\?id=1", "https://a.example/x?id=1"],
  ["https://a.example/x?a\\=1\\&b=2", "https://a.example/x?a=1&b=2"],
  [" https://a.example/x\\\\?id=1 ", "https://a.example/x?id=1"],
])("a stray backslash is taken out of %s", (address, mended) => {
  expect(read(address)).toEqual([mended, "repaired: stray backslash"]);
});

test("a backslash elsewhere is the publisher's", () => {
  expect(read("https://a.example/x\\y")).toEqual(["https://a.example/x\\y"]);
});

test("an address that is none without it is dropped", () => {
  expect(read("javascript:\\?")).toEqual([
    undefined,
    "dropped: expected an http or https address",
    "rejected: expected an http or https address in webUrl or originalUrl",
  ]);
});
