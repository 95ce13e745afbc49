import { describe, expect, test } from "vitest";
import {
  answerRefusal,
  fileAddress,
  manifestShownAt,
  readManifestAddress,
} from "../../../core/published/published-address.ts";

describe("the address of a manifest", () => {
  test.each([
    ["as it is", "https://data.example/news.manifest.json?v=1"],
    ["without its scheme", "data.example/news.manifest.json?v=1"],
    ["with a fragment", " https://data.example/news.manifest.json?v=1#top"],
  ])("is taken %s", (_, typed) => {
    expect(readManifestAddress(typed)).toEqual({
      address: "https://data.example/news.manifest.json?v=1",
    });
  });

  test.each([
    ["data.example", "https://data.example/manifest.json"],
    ["https://data.example/news/", "https://data.example/news/manifest.json"],
  ])("of a folder is that of the file in it: %s", (typed, address) => {
    expect(readManifestAddress(typed)).toEqual({ address });
  });

  test.each([
    ["not an address", "no-address"],
    ["https://me:secret@data.example/manifest.json", "no-address"],
    ["http://data.example/manifest.json", "not-https"],
    ["https://192.168.0.7/manifest.json", "private-address"],
    ["https://[::1]/manifest.json", "private-address"],
    ["https://intranet/manifest.json", "private-address"],
  ])("is refused: %s", (typed, code) => {
    expect(readManifestAddress(typed)).toEqual({ refusal: { code } });
  });
});

test.each([
  ["https://data.example/manifest.json", "https://data.example/manifest.json"],
  [
    "https://data.example/news.manifest.json?v=1#top",
    "https://data.example/news.manifest.json?v=1",
  ],
  ["https://data.example/web-manifest.json", "https://data.example/web-manifest.json"],
  ["https://data.example/mymanifest.json", null],
  ["https://data.example/manifest.json/x", null],
  ["https://data.example/?manifest.json", null],
  ["http://data.example/manifest.json", null],
  ["about:blank", null],
  ["", null],
])("the page %s can be offered as %s", (page, address) => {
  expect(manifestShownAt(page)).toBe(address);
});

test("a file is in the folder “files” beside its manifest", () => {
  const name = `${"a".repeat(64)}.dataset`;
  expect(fileAddress("https://data.example/news/manifest.json?v=2", name)).toBe(
    `https://data.example/news/files/${name}`,
  );
});

describe("an answer", () => {
  const asked = "https://data.example/manifest.json";

  test("may be redirected within its host", () => {
    expect(answerRefusal(asked, "https://data.example/2/manifest.json")).toBeNull();
  });

  test.each([
    ["another host", "https://cdn.example/manifest.json", "cdn.example"],
    ["a subdomain", "https://www.data.example/manifest.json", "www.data.example"],
    ["another port", "https://data.example:8443/manifest.json", "data.example:8443"],
    ["no encryption", "http://data.example/manifest.json", "data.example"],
    ["nowhere", "", ""],
  ])("may not be redirected to %s", (_, answered, host) => {
    expect(answerRefusal(asked, answered)).toEqual({ code: "redirected", host });
  });
});
