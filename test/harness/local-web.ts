import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A page of the stand-in web. */
export interface Page {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** ms from the request to the answer. */
  readonly delay?: number;
  /** Only so many bytes of the body are sent, and the connection is cut when `at` resolves, by default at once. */
  readonly cut?: { readonly after: number; readonly at?: Promise<unknown> };
}

/** Answers a request for `https://host/path?query`; `undefined` is 404, and "silence" no answer ever. */
export type Site = (url: URL, request: IncomingMessage) => Page | "silence" | undefined;

/** A stand-in web on this machine: a browser that uses its proxy opens real addresses on it. */
export interface LocalWeb {
  /** Port of the proxy on 127.0.0.1. */
  readonly proxyPort: number;
  /** Hosts that were connected to, in order, repeats included. */
  readonly hosts: string[];
  /** Addresses that were requested, in order. */
  readonly requests: string[];
  /** Is another web from now on: earlier connections are closed and nothing is listed. */
  serve(site: Site): void;
  /** From now on https connections to a host lead to another server on this machine, such as nginx. */
  lead(host: string, port: number): void;
  close(): Promise<void>;
}

/**
 * Starts a proxy that leads every host to one server on this machine. Nothing gets out: what `site` does not answer
 * is 404.
 */
export async function startLocalWeb(site: Site): Promise<LocalWeb> {
  const hosts: string[] = [];
  const requests: string[] = [];
  const ports = new Map<string, number>();
  let served = site;
  const serve = (scheme: string) => (request: IncomingMessage, response: ServerResponse) => {
    const target = request.url ?? "/";
    const url = URL.parse(
      /^http/.test(target) ? target : `${scheme}://${request.headers.host}${target}`,
    );
    if (url === null) {
      response.writeHead(400).end();
      return;
    }
    requests.push(url.href);
    const page = served(url, request);
    if (page === "silence") return;
    response.writeHead(page?.status ?? (page === undefined ? 404 : 200), {
      "content-type": "text/html; charset=utf-8",
      ...(page?.cut !== undefined && { "content-length": Buffer.byteLength(page.body) }),
      ...page?.headers,
    });
    const end = () => {
      if (page?.cut === undefined) response.end(page?.body ?? "");
      else void sendStart(response, page.body, page.cut);
    };
    if (page?.delay === undefined) end();
    else setTimeout(end, page.delay);
  };
  const secure = createTlsServer(selfSignedCertificate(), serve("https"));
  const proxy = createServer((request, response) => {
    hosts.push(request.headers.host ?? "");
    serve("http")(request, response);
  });
  const sockets = new Set<Socket>();
  for (const server of [secure, proxy])
    server.on("connection", (socket: Socket) => {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
      socket.on("error", () => socket.destroy());
    });
  const closeConnections = () => {
    for (const socket of sockets) socket.destroy();
  };
  const securePort = await listen(secure);
  proxy.on("connect", (request, client) => {
    const host = (request.url ?? "").replace(/:\d+$/, "");
    hosts.push(host);
    const upstream = connect(ports.get(host) ?? securePort, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      client.pipe(upstream).pipe(client);
    });
    upstream.on("error", () => client.destroy());
    client.on("error", () => upstream.destroy());
  });
  const proxyPort = await listen(proxy);
  return {
    proxyPort,
    hosts,
    requests,
    serve(next) {
      closeConnections();
      served = next;
      ports.clear();
      for (const list of [hosts, requests]) list.length = 0;
    },
    lead: (host, port) => void ports.set(host, port),
    async close() {
      closeConnections();
      await Promise.all([secure, proxy].map((server) => new Promise((done) => server.close(done))));
    },
  };
}

/** Sends the start of a body and then cuts the connection. */
async function sendStart(
  response: ServerResponse,
  body: Page["body"],
  { after, at }: NonNullable<Page["cut"]>,
): Promise<void> {
  response.flushHeaders();
  const start = Buffer.from(body).subarray(0, after);
  if (start.length > 0) await new Promise((sent) => response.write(start, sent));
  await at;
  response.destroy();
}

function listen(server: {
  listen(port: number, host: string, done: () => void): unknown;
  address(): AddressInfo | string | null;
}): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

/** A self-signed certificate; the drivers are told to accept it. */
export function selfSignedCertificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), "local-web-"));
  try {
    const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
    const subject = ["-subj", "/CN=stand-in", "-days", "2"];
    const out = ["-keyout", key, "-out", cert];
    execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", ...subject, ...out], {
      stdio: "ignore",
    });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
