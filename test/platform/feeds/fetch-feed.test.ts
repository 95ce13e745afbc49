import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { FeedAnswer, FeedRequest } from "../../../core/feeds/feed-answer.ts";
import { readFeed } from "../../../core/feeds/read-feed.ts";
import { fetchFeed } from "../../../platform/feeds/fetch-feed.ts";

const NOW = Date.UTC(2026, 10, 23, 9);
const ADDRESS = "https://www.tribune.example/feed.xml";
const FEED = `<rss version="2.0"><channel><title>T</title><item><title>Harbour</title>
<link>https://tribune.example/h</link></item></channel></rss>`;

type Serve = (request: IncomingMessage, response: ServerResponse) => void;
let serve: Serve;
let requests: IncomingMessage[] = [];
let cutOff = 0;
let port = 0;
const sockets = new Set<Socket>();
const server = createServer((request, response) => {
  requests.push(request);
  response.on("close", () => {
    if (!response.writableFinished) cutOff++;
  });
  serve(request, response);
});

beforeAll(async () => {
  server.on("connection", (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  requests = [];
  cutOff = 0;
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

/** The server on this machine, under the names of the web. */
async function fetchHere(address: string, init: RequestInit): Promise<Response> {
  const { host, pathname } = new URL(address);
  const response = await fetch(`http://127.0.0.1:${port}/${host}${pathname}`, init);
  const [, where = "", path = ""] = /^\/([^/]+)(.*)$/.exec(new URL(response.url).pathname) ?? [];
  const scheme = response.url.includes("/plain.example/") ? "http" : "https";
  Object.defineProperty(response, "url", { value: `${scheme}://${where}${path}` });
  return response;
}

interface Options {
  readonly signal?: AbortSignal;
  readonly timeout?: number;
}

function ask(
  handler: Serve,
  request: Partial<FeedRequest> = {},
  { signal = new AbortController().signal, timeout = 5000 }: Options = {},
): Promise<FeedAnswer> {
  serve = handler;
  return fetchFeed(
    {
      address: ADDRESS,
      etag: null,
      lastModified: null,
      outlet: { name: "T", domain: "tribune.example" },
      now: NOW,
      oldest: 0,
      ...request,
    },
    signal,
    {
      fetch: fetchHere,
      timeout,
      parse: async ({ bytes, contentType, address, request }) =>
        readFeed(bytes, contentType, address, request),
    },
  );
}

const answer =
  (status: number, headers: Record<string, string> = {}, body: string | Uint8Array = ""): Serve =>
  (_, response) => {
    response.writeHead(status, headers).end(body);
  };

describe("a feed", () => {
  test("is answered with its articles and what it says of itself", async () => {
    const headers = {
      "content-type": "text/xml",
      etag: '"v1"',
      "last-modified": "Mon, 23 Nov 2026 08:00:00 GMT",
      "cache-control": "max-age=600",
    };
    expect(await ask(answer(200, headers, FEED))).toEqual({
      kind: "items",
      articles: [
        {
          key: "tribune.example/h",
          hash: expect.any(String),
          record: {
            title: "Harbour",
            webUrl: "https://tribune.example/h",
            type: "article",
            provider: { name: "T", domain: "tribune.example" },
          },
        },
      ],
      leftOut: { otherSite: 0, unusable: 0, old: 0 },
      etag: '"v1"',
      lastModified: "Mon, 23 Nov 2026 08:00:00 GMT",
      freshFor: 600_000,
      address: ADDRESS,
      title: "T",
      language: "",
    });
  });

  test("is asked for without cookies, referrer or anything kept", async () => {
    let init: RequestInit = {};
    await fetchFeed(
      {
        address: ADDRESS,
        etag: '"v1"',
        lastModified: "Mon, 23 Nov 2026 08:00:00 GMT",
        outlet: { name: "T", domain: "tribune.example" },
        now: NOW,
        oldest: 0,
      },
      new AbortController().signal,
      {
        parse: async () => "internal",
        async fetch(_, given) {
          init = given;
          return new Response();
        },
      },
    );
    expect(init).toMatchObject({
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
    });
    expect(Object.fromEntries(init.headers as Headers)).toEqual({
      accept:
        "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5",
      "if-modified-since": "Mon, 23 Nov 2026 08:00:00 GMT",
      "if-none-match": '"v1"',
    });
  });

  test("has not changed", async () => {
    const known = { etag: '"v1"' };
    expect(await ask(answer(304, { "cache-control": "max-age=60" }), known)).toEqual({
      kind: "not-modified",
      freshFor: 60_000,
      address: ADDRESS,
    });
    expect(requests[0]?.headers["if-none-match"]).toBe('"v1"');
  });

  test("cannot have stayed what was never known", async () => {
    expect(await ask(answer(304))).toMatchObject({ kind: "failed", failure: "odd-answer" });
  });

  test("has no validator that would not fit in a request", async () => {
    const headers = { etag: `"${"x".repeat(2000)}"` };
    expect(await ask(answer(200, headers, FEED))).toMatchObject({ etag: null });
  });

  test("is unpacked where the server packed it", async () => {
    const packed = answer(200, { "content-encoding": "gzip" }, gzipSync(FEED));
    expect(await ask(packed)).toMatchObject({ kind: "items", articles: [{}] });
  });

  test("is unpacked where it is a gzip file itself", async () => {
    const packed = answer(200, { "content-type": "application/gzip" }, gzipSync(FEED));
    expect(await ask(packed)).toMatchObject({ kind: "items", articles: [{}] });
  });
});

describe("a failure is told:", () => {
  test.each([
    [204, "odd-answer"],
    [206, "odd-answer"],
    [400, "odd-answer"],
    [401, "refused"],
    [402, "refused"],
    [403, "refused"],
    [404, "not-found"],
    [410, "gone"],
    [418, "odd-answer"],
    [429, "too-often"],
    [451, "refused"],
    [500, "server-error"],
    [503, "server-error"],
    [599, "server-error"],
  ])("%i", async (status, failure) => {
    expect(await ask(answer(status, {}, status === 204 ? "" : FEED))).toEqual({
      kind: "failed",
      failure,
      status,
      retryAfter: null,
    });
  });

  test("when to come back", async () => {
    expect(await ask(answer(429, { "retry-after": "120" }))).toMatchObject({ retryAfter: 120_000 });
    const date = { "retry-after": "Mon, 23 Nov 2026 10:00:00 GMT" };
    expect(await ask(answer(503, date))).toMatchObject({ retryAfter: 3_600_000 });
  });

  test("a web page, which is not read to its end", async () => {
    const page: Serve = (_, response) => {
      response.writeHead(200).write(`<!doctype html><title>Log in</title>${" ".repeat(1000)}`);
    };
    expect(await ask(page)).toMatchObject({ failure: "web-page", status: 200 });
    await expect.poll(() => cutOff).toBe(1);
  });

  test("what is no feed", async () => {
    expect(await ask(answer(200, {}, "hello"))).toMatchObject({ failure: "not-a-feed" });
    expect(await ask(answer(200))).toMatchObject({ failure: "not-a-feed" });
  });

  test("gzip that is damaged", async () => {
    const damaged = gzipSync(FEED).subarray(0, 60);
    expect(await ask(answer(200, {}, damaged))).toMatchObject({ failure: "not-a-feed" });
  });

  test("a connection that breaks", async () => {
    const broken: Serve = (_, response) => {
      response.writeHead(200, { "content-length": "1000" }).write(FEED.slice(0, 50));
      setTimeout(() => response.destroy(), 20);
    };
    expect(await ask(broken)).toMatchObject({ failure: "unreachable", status: 200 });
    expect(await ask((_, response) => response.destroy())).toEqual({
      kind: "failed",
      failure: "unreachable",
      status: null,
      retryAfter: null,
    });
  });

  test("a server that says nothing", async () => {
    expect(await ask(() => undefined, {}, { timeout: 200 })).toMatchObject({ failure: "timeout" });
    await expect.poll(() => cutOff).toBe(1);
  });

  test("a server that drips a byte at a time", async () => {
    const drip: Serve = (_, response) => {
      const timer = setInterval(() => response.write("<"), 20);
      response.on("close", () => clearInterval(timer));
    };
    expect(await ask(drip, {}, { timeout: 300 })).toMatchObject({
      failure: "timeout",
      status: 200,
    });
    await expect.poll(() => cutOff).toBe(1);
  });

  test("a request that is called off", async () => {
    const signal = AbortSignal.timeout(100);
    expect(await ask(() => undefined, {}, { signal })).toMatchObject({ failure: "unreachable" });
    await expect.poll(() => cutOff).toBe(1);
  });
});

describe("of a body no more is read than five megabytes,", () => {
  test("whatever its header says", async () => {
    const endless: Serve = (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(" ".repeat(65_536)));
      };
      response.on("drain", more);
      more();
    };
    expect(await ask(endless)).toMatchObject({ failure: "too-large", status: 200 });
    await expect.poll(() => cutOff).toBe(1);
  });

  test("and none where its header says more", async () => {
    const large: Serve = (_, response) => {
      response.writeHead(200, { "content-length": "6000000" }).write(" ");
    };
    expect(await ask(large)).toMatchObject({ failure: "too-large" });
    await expect.poll(() => cutOff).toBe(1);
  });

  test("counted unpacked: on the way", async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, " "));
    expect(await ask(answer(200, { "content-encoding": "gzip" }, bomb))).toMatchObject({
      failure: "too-large",
    });
  });

  test("counted unpacked: as a file", async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, " "));
    expect(await ask(answer(200, {}, bomb))).toMatchObject({ failure: "too-large" });
  });

  test("and as many are", async () => {
    const feed = FEED.replace("<item>", `${" ".repeat(4_900_000)}<item>`);
    expect(await ask(answer(200, {}, feed))).toMatchObject({ kind: "items", articles: [{}] });
  });
});

describe("an address is not asked that is", () => {
  test.each([
    "http://www.tribune.example/feed.xml",
    "https://127.0.0.1/feed.xml",
    "https://localhost/feed.xml",
    "https://reader:secret@www.tribune.example/feed.xml",
    "file:///feed.xml",
    "feed.xml",
  ])("%s", async (address) => {
    expect(await ask(answer(200, {}, FEED), { address })).toEqual({
      kind: "failed",
      failure: "forbidden-address",
      status: null,
      retryAfter: null,
    });
    expect(requests).toEqual([]);
  });
});

describe("a redirect", () => {
  const to =
    (host: string): Serve =>
    (request, response) => {
      if (request.url?.startsWith("/www.tribune.example/"))
        response.writeHead(301, { location: `/${host}/new.xml` }).end();
      else response.writeHead(200).end(FEED);
    };

  test("is told", async () => {
    expect(await ask(to("feeds.tribune.example"))).toMatchObject({
      kind: "items",
      address: "https://feeds.tribune.example/new.xml",
    });
  });

  test.each(["plain.example", "printer.local", "10.0.0.1"])("to %s is not read", async (host) => {
    expect(await ask(to(host))).toMatchObject({ failure: "forbidden-address" });
  });
});
