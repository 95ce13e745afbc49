import { expect, test } from "vitest";
import { publishedOrAddressDate } from "../../../../core/story/words/address-date.ts";

const NOON = Date.UTC(2014, 2, 10, 12);

test.each([
  "https://a.example/2014/03/10/bridge-closes",
  "https://a.example/2014/mar/10/bridge-closes",
  "https://a.example/news/2014-03-10/bridge",
  "https://a.example/story-20140310,0,1312750.story",
  "https://a.example/2014/3/10/bridge",
])("%s contains a day", (url) => {
  expect(publishedOrAddressDate(null, url)).toBe(NOON);
});

test.each([
  "https://a.example/bridge-closes",
  "https://a.example/id/2014031099",
  "https://a.example/2014/02/31/bridge",
  "https://a.example/2014/03/bridge-closes",
  "",
])("%s contains none", (url) => {
  expect(publishedOrAddressDate(null, url)).toBeNull();
});

test("a stated time takes precedence", () => {
  const given = Date.UTC(2014, 8, 13);
  expect(publishedOrAddressDate(given, "https://a.example/2014/03/10/bridge-closes")).toBe(given);
});
