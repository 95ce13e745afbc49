import { expect, test } from "vitest";
import { addressWords } from "../../../../core/story/words/address-words.ts";

test.each([
  [
    "https://a.example/news/harbour-bridge-closes-for-a-year.html",
    ["harbour", "bridge", "closes", "for", "a", "year"],
  ],
  ["https://a.example/2014/03/bridge_to_close-1439688", ["bridge", "to", "close"]],
  [
    "https://a.example/article/us-bridge-harbour-idUSBREA290WU20140310",
    ["us", "bridge", "harbour"],
  ],
  [
    "https://a.example/%D0%BC%D0%BE%D1%81%D1%82-%D0%B7%D0%B0%D0%BA%D1%80%D1%8B%D1%82-%D0%B4%D0%BE",
    ["most", "zakryt", "do"],
  ],
  ["https://a.example/bridge-closed-in-2014-storm", ["bridge", "closed", "in", "2014", "storm"]],
])("reads %s", (url, words) => {
  expect(addressWords(url)).toEqual(words);
});

test.each([
  "https://a.example/",
  "https://a.example/id/101483879",
  "https://a.example/x/%E0%A4%A",
  "no address",
])("finds none in %s", (url) => {
  expect(addressWords(url)).toEqual([]);
});
