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
])("a stray backslash is removed from %s", (address, mended) => {
  expect(read(address)).toEqual([mended, "repaired: stray backslash"]);
});

test("a backslash elsewhere is the publisher's", () => {
  expect(read("https://a.example/x\\y")).toEqual(["https://a.example/x\\y"]);
});

test("an address that is invalid without it is dropped", () => {
  expect(read("javascript:\\?")).toEqual([
    undefined,
    "dropped: expected an http or https address",
    "rejected: expected an http or https address in webUrl or originalUrl",
  ]);
});

test.each([
  ["https://user:pw@a.example/1", "an address without name and password in it"],
  ["http://8.8.8.8/a", "an address with a host name such as example.com"],
  ["https://localhost/a", "an address with a host name such as example.com"],
  [`https://a.example/${"x".repeat(5000)}`, "an address of at most 4096 characters"],
  ["ftp://a.example/1", "an http or https address"],
])("%.30s… is refused for what it is", (address, expected) => {
  expect(read(address)[1]).toBe(`dropped: expected ${expected}`);
});

test("the dot that ends a full host name is not part of the outlet's", () => {
  const value = { title: "A", webUrl: "https://www.tr.example./1", type: "article" };
  const { record } = readRecord(value, { file: "x", lineOf: () => null });
  expect(record?.provider).toEqual({ name: "tr.example", domain: "tr.example" });
});

test("an address whose host cannot be an outlet's is refused", () => {
  const value = { title: "A", webUrl: "https://-a.example/1", type: "article" };
  const { problems } = readRecord(value, { file: "x", lineOf: () => null });
  expect(problems.map(({ message, found }) => `${message}, found ${found}`)).toEqual([
    'expected a host name in the address, found "-a.example"',
    "expected an outlet with name and domain, found nothing",
  ]);
});

test("a report does not contain a password", () => {
  const value = { title: "A", webUrl: "https://user:pw@a.example/1", type: "article" };
  const { problems } = readRecord(value, { file: "x", lineOf: () => null });
  expect(problems.map(({ found }) => found)).toContain('"https://…@a.example/1"');
  expect(JSON.stringify(problems)).not.toContain("pw");
});
