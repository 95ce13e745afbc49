import { afterEach, beforeEach, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { createFeedReader } from "../../../../platform/feeds/reader/create-feed-reader.ts";
import { failedWith } from "../../../../platform/feeds/reader/feed-reader-protocol.ts";
import { addOutlets, changeThese } from "../../../../platform/storage/subscriptions-store.ts";
import { waitUntil } from "../../../wait-until.ts";

const outlet = (name: string) => ({
  name,
  domains: [`${name}.example`],
  feed: `https://${name}.example/rss`,
  country: "",
  language: "",
});

/** What each page was told. */
let told: unknown[];
const ports: MessagePort[] = [];
beforeEach(() => {
  told = [];
  vi.stubGlobal("chrome", {
    offscreen: { createDocument: async () => {}, closeDocument: async () => {} },
  });
  const url = "chrome-extension://abc/feed-reader.html";
  const postMessage = (data: unknown, given: readonly MessagePort[]) => {
    told.push(data);
    ports.push(...given);
  };
  vi.stubGlobal("clients", { matchAll: async () => [{ url, postMessage }] });
});
afterEach(() => {
  vi.unstubAllGlobals();
  for (const port of ports.splice(0)) port.close();
});

test("feeds are read from the sites of picked outlets that the user has allowed, and no others", async () => {
  const names = ["allowed", "forbidden", "removed"];
  const [, , removed] = await addOutlets(names.map(outlet), 0, () => crypto.randomUUID());
  await changeThese([removed?.id ?? ""], (one) => ({ ...one, removedAt: 1 }));
  const contains = async ({ origins }: { origins: string[] }) =>
    !origins.includes("*://*.forbidden.example/*");
  // What WXT's in-memory browser lacks.
  Object.assign(browser, { permissions: { contains } });
  const reader = createFeedReader();
  const stop = new AbortController();
  const request = {
    ...{ address: "https://allowed.example/rss", etag: null, lastModified: null },
    ...{ outlet: outlet("allowed"), now: 0, oldest: 0 },
  };
  const answer = reader.read(request, stop.signal);
  await waitUntil(() => expect(told).not.toEqual([]));
  expect(told).toEqual([{ sources: ["https://allowed.example", "https://*.allowed.example"] }]);
  stop.abort();
  expect(await answer).toEqual(failedWith("internal"));
  await reader.close();
});
