import type { IncomingHttpHeaders } from "node:http";
import type { Page as BrowserPage } from "puppeteer-core";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { FeedAnswer } from "../../../core/feeds/read/feed-answer.ts";
import { useBrowser } from "../session.ts";

const FEED = "https://www.futurism.com/feed";
/** As if the user had allowed all sites. */
const ANYWHERE = ["https:"];
const SITE = ["https://*.futurism.com", "https://futurism.com"];
/** An author's address for which the parser's patterns need hours. */
const ENDLESS = `http://${"a.".repeat(2_000_000)} (x)`;

let requests: { readonly url: string; readonly headers: IncomingHttpHeaders }[] = [];

function rss(item: string): string {
  return `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "https://www.futurism.com/entity">]>
<rss version="2.0"><channel><title>Futurism</title><item><title>Harbour reopens &x;</title>
<link>https://futurism.com/harbour</link>${item}</item></channel></rss>`;
}

const session = useBrowser((url, request) => {
  if (url.hostname.endsWith("futurism.com") || url.hostname.endsWith(".example"))
    requests.push({ url: url.href, headers: request.headers });
  const to = url.searchParams.get("to");
  if (to !== null) return { status: 302, headers: { location: to }, body: "" };
  const headers = {
    "content-type": "text/plain",
    etag: '"v1"',
    "set-cookie": "reader=1; SameSite=None; Secure; Max-Age=1000",
    "cache-control": "max-age=600",
  };
  if (request.headers["if-none-match"] === '"v1"') return { status: 304, headers, body: "" };
  return { headers, body: rss(url.pathname === "/endless" ? `<author>${ENDLESS}</author>` : "") };
});

let options: BrowserPage;
beforeAll(async () => {
  options = (await session.browser.openExtensionPage("options.html")).page;
});
beforeEach(() => {
  requests = [];
});

/** Asks the page that reads feeds, as the background does in Firefox; answers come in the order of the addresses. */
function ask(
  addresses: readonly string[],
  sources: readonly string[] = SITE,
  etag: string | null = null,
): Promise<FeedAnswer[]> {
  return options.evaluate(
    async (addresses, sources, etag) => {
      const frame = document.createElement("iframe");
      frame.src = "/feed-reader.html";
      const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
      document.body.append(frame);
      await loaded;
      const { port1, port2 } = new MessageChannel();
      frame.contentWindow?.postMessage({ sources }, location.origin, [port2]);
      const answers = await Promise.all(
        addresses.map(
          (address, id) =>
            new Promise<FeedAnswer>((resolve) => {
              port1.addEventListener(
                "message",
                ({ data }) => data.id === id && resolve(data.answer),
              );
              const outlet = { name: "Futurism", domains: ["futurism.com"] };
              const now = Date.now();
              const request = { address, etag, lastModified: null, outlet, now, oldest: 0 };
              port1.postMessage({ type: "read", id, request });
              port1.start();
            }),
        ),
      );
      frame.remove();
      return answers;
    },
    addresses,
    sources,
    etag,
  );
}

describe("a feed", () => {
  test("becomes articles", async () => {
    expect(await ask([FEED])).toMatchObject([
      {
        kind: "items",
        articles: [{ key: "futurism.com/harbour", record: { title: "Harbour reopens &x;" } }],
        etag: '"v1"',
        freshFor: 600_000,
        address: FEED,
        title: "Futurism",
      },
    ]);
  });

  test("may be at another port", async () => {
    const feed = "https://www.futurism.com:8443/feed";
    expect(await ask([feed], ["https://www.futurism.com:8443"])).toMatchObject([
      { kind: "items", address: feed },
    ]);
  });

  test("is requested without data about the user", async () => {
    await ask([FEED]);
    await ask([FEED]);
    expect(requests.map(({ url }) => url)).toEqual([FEED, FEED]);
    for (const { headers } of requests) {
      expect(headers.accept).toMatch(/^application\/rss\+xml,/);
      expect(headers).not.toHaveProperty("cookie");
      expect(headers).not.toHaveProperty("referer");
      expect(headers).not.toHaveProperty("origin");
      expect(JSON.stringify(headers)).not.toContain("-extension:");
    }
  });

  test("has not changed", async () => {
    expect(await ask([FEED], SITE, '"v1"')).toMatchObject([{ kind: "not-modified" }]);
  });

  test("that blocks the parser is abandoned, and others are read", async () => {
    const answers = await ask([FEED, "https://www.futurism.com/endless", `${FEED}/2`]);
    const outcomes = answers.map((answer) => ("failure" in answer ? answer.failure : answer.kind));
    // Firefox sometimes gives up the parser's pattern by itself, for want of memory for its steps back.
    expect(outcomes).toEqual(["items", expect.stringMatching(/^(?:timeout|not-a-feed)$/), "items"]);
  });
});

describe("no connection is made", () => {
  const redirect = (to: string) => `${FEED}?to=${encodeURIComponent(to)}`;

  test.each([
    ["without encryption, after a redirect", "http://www.futurism.com/feed", ANYWHERE],
    [
      "to a site that was not allowed, after a redirect",
      "https://www.elsewhere.example/feed",
      SITE,
    ],
  ])("%s", async (_, to, sources) => {
    expect(await ask([redirect(to)], sources)).toMatchObject([{ failure: "unreachable" }]);
    expect(requests.map(({ url }) => url)).toEqual([redirect(to)]);
  });

  test("without encryption, whatever a page's policy allows", async () => {
    await ask([redirect("http://www.futurism.com/feed")], ["http:", "https:"]);
    // Firefox asks for the second address, too, but with encryption.
    expect(new Set(requests.map(({ url }) => new URL(url).protocol))).toEqual(new Set(["https:"]));
  });

  test("to a site that was not allowed", async () => {
    expect(await ask(["https://www.elsewhere.example/feed"])).toMatchObject([
      { failure: "unreachable" },
    ]);
    expect(requests).toEqual([]);
  });

  test("except after a redirect within the site", async () => {
    expect(await ask([redirect("https://feeds.futurism.com/new")])).toMatchObject([
      { kind: "items", address: "https://feeds.futurism.com/new" },
    ]);
  });
});
