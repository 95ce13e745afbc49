import { createHash } from "node:crypto";
import type { PublishedFile, PublishedManifest } from "../../core/published/published-manifest.ts";
import type { PublishedSubscription } from "../../core/published/subscription.ts";
import type { ArticleRecord } from "../../core/record/article-record.ts";
import { createMirrorFiles, type MirrorFiles } from "../../platform/mirrors/mirror-files.ts";
import { dataSetFileOf } from "../fixtures/data-set-files.ts";
import { MemoryFolder } from "../fixtures/memory-folder.ts";
import { KEY, unsigned } from "../fixtures/published.ts";

export const MANIFEST_ADDRESS = "https://data.example/harbour/manifest.json";

/** The files of mirrors in a folder in memory. */
export function memoryMirrorFiles(root: MemoryFolder = new MemoryFolder()): MirrorFiles {
  return createMirrorFiles(async () => root as unknown as FileSystemDirectoryHandle);
}

/** A published file with its bytes. */
export interface ServedFile {
  readonly file: PublishedFile;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The file of some records of one day, as a publisher makes it. */
export async function publishedDay(
  day: string,
  records: readonly ArticleRecord[],
): Promise<ServedFile> {
  const { bytes, facts } = await dataSetFileOf(records);
  return servedFile(bytes, {
    records: facts.info.records,
    articles: facts.articles,
    outlets: facts.outlets,
    from: `${day}T00:00:00Z`,
    to: `${day}T23:59:00Z`,
    partition: day,
  });
}

/** Any bytes as a file that a manifest names. */
export function servedFile(
  bytes: Uint8Array<ArrayBuffer>,
  facts: Partial<PublishedFile> = {},
): ServedFile {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file: PublishedFile = {
    name: `${sha256}.dataset`,
    sha256,
    bytes: bytes.length,
    format: 1,
    records: 1,
    articles: 1,
    outlets: 1,
    from: null,
    to: null,
    partition: "all",
    language: null,
    ...facts,
  };
  return { file, bytes };
}

/** A response of a server, with its headers by their names in lower case. */
export interface ServedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | null;
}

type Answer = (request: { readonly address: string; readonly headers: Headers }) => Response;

/** Stands in for a publisher's server, as static ones are: validators, ranges, 404 for what is not there. */
export class Publisher {
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
  /** Of all requests: the last part of the address, with the range that was asked for. */
  readonly requests: string[] = [];
  /** What it answers instead, by the last part of the address. */
  readonly instead = new Map<string, Answer>();

  /** Publishes a version with these files, and forgets the files of before. */
  publish(
    served: readonly ServedFile[],
    changes: Parameters<typeof unsigned>[0] = {},
    key = KEY,
  ): PublishedManifest {
    const manifest = key.sign(unsigned({ files: served.map(({ file }) => file), ...changes }));
    this.files.clear();
    for (const { file, bytes } of served) this.files.set(file.name, bytes);
    this.files.set("manifest.json", new TextEncoder().encode(JSON.stringify(manifest)));
    return manifest;
  }

  async fetch(address: string, { headers, signal, ...init }: RequestInit): Promise<Response> {
    signal?.throwIfAborted();
    const sent = new Headers(headers);
    const name = address.split("/").at(-1) ?? "";
    const range = sent.get("range");
    this.requests.push(range === null ? name : `${name} ${range}`);
    if (init.credentials !== "omit" || init.redirect !== "manual")
      throw new TypeError("a request that tells of the user, or follows a redirect");
    const other = this.instead.get(name);
    return abortable(other?.({ address, headers: sent }) ?? this.#response(name, sent), signal);
  }

  /**
   * What it answers to a request for one of its files.
   *
   * @param sent gives a header of the request, by its name in lower case
   */
  answer(name: string, sent: (header: string) => string | null): ServedAnswer {
    const bytes = this.files.get(name);
    if (bytes === undefined) return { status: 404, headers: {}, body: null };
    const etag = `"${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}"`;
    if (sent("if-none-match") === etag) return { status: 304, headers: {}, body: null };
    const start = /^bytes=(\d+)-$/.exec(sent("range") ?? "")?.[1];
    const ifRange = sent("if-range");
    if (start === undefined || (ifRange !== null && ifRange !== etag))
      return { status: 200, headers: { etag }, body: bytes };
    const from = Number(start);
    const range = `bytes ${from}-${bytes.length - 1}/${bytes.length}`;
    return { status: 206, headers: { etag, "content-range": range }, body: bytes.slice(from) };
  }

  #response(name: string, sent: Headers): Response {
    const { body, ...rest } = this.answer(name, (header) => sent.get(header));
    return new Response(body, rest);
  }
}

/** A response whose body ends with an error when its request is aborted, as a browser's does. */
function abortable(response: Response, signal: AbortSignal | null | undefined): Response {
  if (response.body === null || !signal) return response;
  const reader = response.body.getReader();
  const aborted = Promise.withResolvers<never>();
  aborted.promise.catch(() => undefined);
  signal.addEventListener("abort", () => aborted.reject(signal.reason));
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await Promise.race([reader.read(), aborted.promise]);
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  const { status, headers, url } = response;
  return Object.defineProperty(new Response(body, { status, headers }), "url", { value: url });
}

/** A body that breaks off after some bytes. */
export function cutAfter(bytes: Uint8Array<ArrayBuffer>, count: number): Response {
  let isSent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isSent) controller.error(new TypeError("the connection was cut"));
      else controller.enqueue(bytes.slice(0, count));
      isSent = true;
    },
  });
  return new Response(body, { headers: { etag: '"cut"' } });
}

/** A subscription to all of what the publisher has. */
export function aSubscription(
  manifest: PublishedManifest,
  changes: Partial<PublishedSubscription> = {},
): PublishedSubscription {
  const { key, version, signature, name } = manifest;
  return {
    id: "5e0c4b0e-9f0e-4c9b-8d7e-0c5c3b1f2a10",
    address: MANIFEST_ADDRESS,
    name,
    pinned: { key, version, signature },
    choice: { languages: null, days: null },
    access: "sites",
    every: 60,
    isEnabled: true,
    isPaused: false,
    addedAt: Date.UTC(2026, 10, 30),
    removedAt: null,
    ...changes,
  };
}
