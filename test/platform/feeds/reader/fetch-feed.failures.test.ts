import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readBody } from "../../../../platform/feeds/reader/read-body.ts";
import { answer, ask, FEED, type Serve, seen, useFeedServer } from "./feed-server.ts";

useFeedServer();

describe("a failure is reported:", () => {
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

  test("when to poll again", async () => {
    expect(await ask(answer(429, { "retry-after": "120" }))).toMatchObject({ retryAfter: 120_000 });
    const date = { "retry-after": "Mon, 23 Nov 2026 10:00:00 GMT" };
    expect(await ask(answer(503, date))).toMatchObject({ retryAfter: 3_600_000 });
  });

  test("a web page, which is not read to its end", async () => {
    const page: Serve = (_, response) => {
      response.writeHead(200).write(`<!doctype html><title>Log in</title>${" ".repeat(1000)}`);
    };
    expect(await ask(page)).toMatchObject({ failure: "web-page", status: 200 });
    await expect.poll(() => seen.cutOff).toBe(1);
  });

  test("a document that is not a feed", async () => {
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

  test("a server that does not answer", async () => {
    expect(await ask(() => undefined, {}, { timeout: 200 })).toMatchObject({ failure: "timeout" });
    await expect.poll(() => seen.cutOff).toBe(1);
  });

  test("a server that sends a byte at a time", async () => {
    const drip: Serve = (_, response) => {
      const timer = setInterval(() => response.write("<"), 20);
      response.on("close", () => clearInterval(timer));
    };
    expect(await ask(drip, {}, { timeout: 3000 })).toMatchObject({
      failure: "timeout",
      status: 200,
    });
    await expect.poll(() => seen.cutOff).toBe(1);
  });

  test("a request that is aborted", async () => {
    const signal = AbortSignal.timeout(100);
    expect(await ask(() => undefined, {}, { signal })).toMatchObject({ failure: "unreachable" });
    await expect.poll(() => seen.cutOff).toBe(1);
  });
});

describe("at most five megabytes of a body are read,", () => {
  test("whatever its header says", async () => {
    const endless: Serve = (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(" ".repeat(65_536)));
      };
      response.on("drain", more);
      more();
    };
    expect(await ask(endless)).toMatchObject({ failure: "too-large", status: 200 });
    await expect.poll(() => seen.cutOff).toBe(1);
  });

  test("and nothing when its header says more", async () => {
    const large: Serve = (_, response) => {
      response.writeHead(200, { "content-length": "6000000" }).write(" ");
    };
    expect(await ask(large)).toMatchObject({ failure: "too-large" });
    await expect.poll(() => seen.cutOff).toBe(1);
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

  test("and exactly five megabytes are", async () => {
    const feed = FEED.replace("<item>", `${" ".repeat(4_900_000)}<item>`);
    expect(await ask(answer(200, {}, feed))).toMatchObject({ kind: "items", articles: [{}] });
    const read = (bytes: number) => readBody(new Response(new Uint8Array(bytes)));
    expect(await read(5_000_000)).toHaveLength(5_000_000);
    expect(await read(5_000_001)).toBe("too-large");
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
    expect(seen.requests).toEqual([]);
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

  test("is reported", async () => {
    expect(await ask(to("feeds.tribune.example"))).toMatchObject({
      kind: "items",
      address: "https://feeds.tribune.example/new.xml",
    });
  });

  test("to another site is not read", async () => {
    expect(await ask(to("www.herald.example"))).toMatchObject({ failure: "unreachable" });
  });

  test.each(["plain.example", "printer.local", "10.0.0.1"])("to %s is not read", async (host) => {
    expect(await ask(to(host))).toMatchObject({ failure: "forbidden-address" });
  });
});
