import type { FailedAnswer } from "../../core/feeds/poll/poll-outcome.ts";
import { freshFor, retryAfter } from "../../core/feeds/read/freshness.ts";
import { answerRefusal } from "../../core/published/published-address.ts";
import type { Refusal } from "../../core/published/refusal.ts";
import { publicAddress } from "../../core/url/public-address.ts";
import { statusFailure } from "../feeds/reader/status-failure.ts";

/** A request must bring so many bytes in each such time, ms: one that only drips is given up. */
const LEAST_BYTES = 15_000;
const LEAST_BYTES_EVERY_MS = 30_000;
/** Longest validator that is kept: it is sent back with each request. */
const MAX_VALIDATOR_LENGTH = 1000;

/** What fetching depends on. */
export interface FetchDeps {
  fetch(address: string, init: RequestInit): Promise<Response>;
  now(): number;
  /** By default `LEAST_BYTES_EVERY_MS`. */
  readonly leastBytesEvery?: number;
}

export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Why there is no manifest: the answer is refused, or there was none. */
export type NothingTaken = { readonly kind: "refused"; readonly refusal: Refusal } | FailedAnswer;

/** The result of a request for a manifest. */
export type ManifestAnswer =
  | (Validators & {
      readonly kind: "manifest";
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly freshFor: number | null;
    })
  | { readonly kind: "not-modified"; readonly freshFor: number | null }
  | NothingTaken;

/**
 * Asks for a manifest. The request carries nothing about the user: no cookies, no referrer. No redirect is followed:
 * the user gave permission for one host, and a server elsewhere is not to learn of the request.
 *
 * @param most bytes that are read at most, and one more
 */
export async function fetchManifest(
  address: string,
  { etag, lastModified }: Validators,
  most: number,
  signal: AbortSignal,
  deps: FetchDeps,
): Promise<ManifestAnswer> {
  const headers = new Headers({ accept: "application/json" });
  if (etag !== null) headers.set("if-none-match", etag);
  if (lastModified !== null) headers.set("if-modified-since", lastModified);
  return withResponse(address, headers, signal, deps, async (response, chunks) => {
    const header = (name: string) => response.headers.get(name);
    const fresh = freshFor(header, deps.now());
    if (response.status === 304 && (etag !== null || lastModified !== null))
      return { kind: "not-modified", freshFor: fresh };
    if (response.status !== 200) return failed(response, deps.now());
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    for await (const chunk of chunks) {
      parts.push(chunk);
      size += chunk.length;
      if (size > most) break;
    }
    return {
      kind: "manifest",
      bytes: new Uint8Array(await new Blob(parts).arrayBuffer()),
      freshFor: fresh,
      etag: validator(header("etag")),
      lastModified: validator(header("last-modified")),
    };
  });
}

/** Receives the bytes of a file as they arrive. */
export interface FileTaker {
  /** Bytes that are there, and the validator of the answer that they are from. */
  readonly from: number;
  readonly etag: string | null;
  /** The answer begins with byte `from`: 0 when the server sends the whole file. */
  begin(from: number, etag: string | null): Promise<void>;
  /** @returns `false` when no more is wanted */
  take(bytes: Uint8Array<ArrayBuffer>): Promise<boolean>;
}

/**
 * Fetches a file, from the byte on that is missing where the server can.
 *
 * @returns `whole` when the server has sent all that it has, or enough
 * @throws what `taker` throws
 */
export async function fetchFile(
  address: string,
  taker: FileTaker,
  signal: AbortSignal,
  deps: FetchDeps,
): Promise<{ readonly kind: "whole" } | NothingTaken> {
  const headers = new Headers({ accept: "*/*" });
  if (taker.from > 0) {
    headers.set("range", `bytes=${taker.from}-`);
    if (taker.etag !== null) headers.set("if-range", taker.etag);
  }
  return withResponse(address, headers, signal, deps, async (response, chunks) => {
    const { status } = response;
    const isRest = status === 206 && startOfRange(response) === taker.from;
    if (!isRest && status !== 200) return failed(response, deps.now());
    if (/\bhtml\b/i.test(response.headers.get("content-type") ?? ""))
      return { kind: "refused", refusal: { code: "web-page" } };
    const from = isRest ? taker.from : 0;
    await taker.begin(from, strongEtag(response));
    let isFirst = from === 0;
    for await (const chunk of chunks) {
      if (isFirst && isWebPage(chunk)) return { kind: "refused", refusal: { code: "web-page" } };
      isFirst = false;
      if (!(await taker.take(chunk))) break;
    }
    return { kind: "whole" };
  });
}

/** Whether a body begins as a web page does, whatever its server calls it. */
function isWebPage(start: Uint8Array): boolean {
  return /^\s*<(!doctype html|html)\b/i.test(new TextDecoder().decode(start.subarray(0, 200)));
}

type Chunks = AsyncIterable<Uint8Array<ArrayBuffer>>;

async function withResponse<Answer>(
  address: string,
  headers: Headers,
  signal: AbortSignal,
  deps: FetchDeps,
  use: (response: Response, chunks: Chunks) => Promise<Answer | NothingTaken>,
): Promise<Answer | NothingTaken> {
  if (publicAddress(address)?.protocol !== "https:")
    return { kind: "refused", refusal: { code: "private-address" } };
  const guard = new DripGuard(deps.leastBytesEvery ?? LEAST_BYTES_EVERY_MS);
  const ended = AbortSignal.any([signal, guard.signal]);
  try {
    const response = await network(
      deps.fetch(address, {
        headers,
        signal: ended,
        cache: "no-store",
        credentials: "omit",
        referrerPolicy: "no-referrer",
        redirect: "manual",
      }),
    );
    try {
      const refusal = redirectRefusal(address, response);
      if (refusal !== null) return { kind: "refused", refusal };
      return await use(response, chunksOf(response, guard));
    } finally {
      void response.body?.cancel().catch(() => undefined);
    }
  } catch (error) {
    // The caller's own wish, not the server's doing.
    signal.throwIfAborted();
    if (!(error instanceof NetworkError)) throw error;
    const failure = guard.signal.aborted ? "timeout" : "unreachable";
    return { kind: "failed", failure, status: null, retryAfter: null };
  } finally {
    guard.end();
  }
}

/**
 * A redirect, of which the browser does not say where it leads, or an answer from another address than the requested
 * one.
 */
function redirectRefusal(address: string, { type, status, url }: Response): Refusal | null {
  const isRedirect = type === "opaqueredirect" || (status >= 300 && status < 400 && status !== 304);
  if (isRedirect) return { code: "redirected", host: "" };
  // A response that no network gave has no address.
  return url === "" ? null : answerRefusal(address, url);
}

/** The connection failed, or was cut or given up. */
class NetworkError extends Error {}

async function network<Value>(promise: Promise<Value>): Promise<Value> {
  try {
    return await promise;
  } catch (error) {
    throw new NetworkError("no answer", { cause: error });
  }
}

async function* chunksOf(response: Response, guard: DripGuard): Chunks {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  for (;;) {
    const { done, value } = await network(reader.read());
    if (done) return;
    guard.count(value.length);
    yield value as Uint8Array<ArrayBuffer>;
  }
}

/** Aborts its signal when too few bytes come in a time. */
class DripGuard {
  readonly #stop = new AbortController();
  readonly #timer: ReturnType<typeof setInterval>;
  #bytes = 0;

  constructor(every: number) {
    this.#timer = setInterval(() => {
      if (this.#bytes < LEAST_BYTES) this.#stop.abort();
      this.#bytes = 0;
    }, every);
  }

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  count(bytes: number): void {
    this.#bytes += bytes;
  }

  end(): void {
    clearInterval(this.#timer);
  }
}

function failed(response: Response, now: number): FailedAnswer {
  const wait = retryAfter((name) => response.headers.get(name), now);
  return {
    kind: "failed",
    failure: statusFailure(response.status),
    status: response.status,
    retryAfter: wait,
  };
}

/** Where a partial answer begins: `bytes 100-199/200` → 100. */
function startOfRange({ headers }: Response): number | null {
  const start = /^bytes (\d+)-/.exec(headers.get("content-range") ?? "")?.[1];
  return start === undefined ? null : Number(start);
}

/** Only a strong validator may be asked for a range by (RFC 9110, 13.1.5). */
function strongEtag({ headers }: Response): string | null {
  const etag = validator(headers.get("etag"));
  return etag?.startsWith('"') ? etag : null;
}

function validator(value: string | null): string | null {
  return value !== null && value.length <= MAX_VALIDATOR_LENGTH ? value : null;
}
