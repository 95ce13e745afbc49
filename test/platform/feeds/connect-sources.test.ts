import { expect, test } from "vitest";
import { connectSources } from "../../../platform/feeds/open-feed-reader-page.ts";

test.each([
  [["*://*.tribune.example/*"], ["https://*.tribune.example", "https://tribune.example"]],
  [["https://feeds.example/*", "https://feeds.example/a/*"], ["https://feeds.example"]],
  [["*://*/*"], ["https:"]],
  [["<all_urls>"], ["https:"]],
  [["http://plain.example/*", "file:///*"], []],
  [[], []],
])("match patterns %j let the page connect to %j", (patterns, sources) => {
  expect(connectSources(patterns)).toEqual(sources);
});
