import { expect, test } from "vitest";
import { publishedOrAddressDate } from "../../../../core/story/words/address-date.ts";

const NOON = Date.UTC(2014, 2, 10, 12);

test.each([
  "https://a.example/2014/03/10/bridge-closes",
  "https://a.example/2014/mar/10/bridge-closes",
  "https://a.example/news/2014-03-10/bridge",
  "https://a.example/story-20140310,0,1312750.story",
  "https://a.example/2014/3/10/bridge",
  "https://a.example/2014/March/10/bridge",
  "https://a.example/2014mar10/bridge",
  "https://a.example/x2014-3-10.html",
])("%s contains a day", (url) => {
  expect(publishedOrAddressDate(null, url)).toBe(NOON);
});

test.each([
  ["/2014/01/01/", 0, 1],
  ["/2014/jan/5/a", 0, 5],
  ["/2014/february/28/", 1, 28],
  ["/2014/apr/09/", 3, 9],
  ["/2014-5-7-a", 4, 7],
  ["/2014/10/12/", 9, 12],
  ["/2014/11/29/", 10, 29],
  ["/2014/12/31/", 11, 31],
  ["/20141230/", 11, 30],
  ["/1914/12/30/../../../2014/12/30/", 11, 30],
])("%s is a day of month %i", (path, month, day) => {
  expect(publishedOrAddressDate(null, `https://a.example${path}`)).toBe(
    Date.UTC(2014, month, day, 12),
  );
});

test.each([
  "https://a.example/2014/13/10/",
  "https://a.example/2014/00/10/",
  "https://a.example/2014/10/32/",
  "https://a.example/2014/10/00/",
  "https://a.example/2014/10-12/",
  "https://a.example/2014/10/123/",
  "https://a.example/12014/10/12/",
  "https://a.example/1814/10/12/",
  "https://a.example/2014/juneteenths/10/",
  "https://a.example/?2014/10/12",
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
