import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { FeedAnswer, FeedRequest } from "../../../../core/feeds/read/feed-answer.ts";
import { readFeed } from "../../../../core/feeds/read/read-feed.ts";
import { fetchFeed } from "../../../../platform/feeds/reader/fetch-feed.ts";
import { UNIT_TEST, WAIT } from "../../../timeouts.ts";

export const NOW = Date.UTC(2026, 10, 23, 9);
export const ADDRESS = "https://www.tribune.example/feed.xml";
export const FEED = `<rss version="2.0"><channel><title>T</title><item><title>Harbour</title>
<link>https://tribune.example/h</link></item></channel></rss>`;

/** What the server does with a request. */
export type Serve = (request: IncomingMessage, response: ServerResponse) => void;
let serve: Serve;
let port = 0;
/** What the server saw since the test began. */
export const seen = { requests: [] as IncomingMessage[], cutOff: 0 };
const sockets = new Set<Socket>();
const server = createServer((request, response) => {
  seen.requests.push(request);
  response.on("close", () => {
    if (!response.writableFinished) seen.cutOff++;
  });
  serve(request, response);
});
// A request on a connection that the server is about to close fails: on a slow machine the usual 5 s pass in a test.
server.keepAliveTimeout = UNIT_TEST;

/** Runs the server while the tests of a file do. */
export function useFeedServer(): void {
  beforeAll(async () => {
    server.on("connection", (socket) => sockets.add(socket));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    port = (server.address() as AddressInfo).port;
  });
  beforeEach(() => {
    seen.requests = [];
    seen.cutOff = 0;
  });
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
}

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

/** Asks for the Tribune's feed while the server does this. */
export function ask(
  handler: Serve,
  request: Partial<FeedRequest> = {},
  { signal = new AbortController().signal, timeout = WAIT }: Options = {},
): Promise<FeedAnswer> {
  serve = handler;
  return fetchFeed(
    {
      address: ADDRESS,
      etag: null,
      lastModified: null,
      outlet: { name: "T", domains: ["tribune.example"] },
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

export const answer =
  (status: number, headers: Record<string, string> = {}, body: string | Uint8Array = ""): Serve =>
  (_, response) => {
    response.writeHead(status, headers).end(body);
  };
