import { describe, expect, test } from "vitest";
import { blobChunks } from "../../../../core/import/run/blob-chunks.ts";

const CHANGED = {
  message: "changed or could not be read while it was being read",
  scope: "input",
};

/** A blob that says it has so many bytes, and gives these chunks. */
function blobOf(size: number, stream: ReadableStream<Uint8Array>): Blob {
  return { size, stream: () => stream } as Blob;
}

function streamOf(...chunks: readonly string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });
}

/** The chunks as text, and the sizes that were reported. */
async function read(blob: Blob, signal?: AbortSignal) {
  const chunks: string[] = [];
  const sizes: number[] = [];
  for await (const chunk of blobChunks(blob, signal, (bytes) => void sizes.push(bytes)))
    chunks.push(new TextDecoder().decode(chunk));
  return { chunks, sizes };
}

describe("the chunks of a blob", () => {
  test("are read in order, and the size of each is reported", async () => {
    expect(await read(blobOf(5, streamOf("abc", "de")))).toEqual({
      chunks: ["abc", "de"],
      sizes: [3, 2],
    });
    expect(await read(new Blob([]))).toEqual({ chunks: [], sizes: [] });
  });

  test.each([4, 6])("are rejected at their end where the blob said %i bytes", async (size) => {
    await expect(read(blobOf(size, streamOf("abc", "de")))).rejects.toMatchObject(CHANGED);
  });

  test("are rejected where the blob can be read no more", async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull: () => Promise.reject(new DOMException("gone", "NotReadableError")),
    });
    await expect(read(blobOf(5, broken))).rejects.toMatchObject(CHANGED);
  });

  test("are released where they are not read to the end", async () => {
    let isReleased = false;
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(Uint8Array.of(1)),
      cancel() {
        isReleased = true;
      },
    });
    for await (const _ of blobChunks(blobOf(9, stream), undefined, () => {})) break;
    expect(isReleased).toBe(true);
  });
});

describe("a read that is aborted", () => {
  test("before it begins reads nothing", async () => {
    const reason = new Error("stopped");
    let isRead = false;
    const blob = { size: 1, stream: () => (isRead = true) } as unknown as Blob;
    await expect(read(blob, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(isRead).toBe(false);
  });

  test("while it waits ends at once, with the reason", async () => {
    const reason = new Error("stopped");
    const stop = new AbortController();
    const waiting = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => {}) });
    const reading = read(blobOf(5, waiting), stop.signal);
    await new Promise((resolve) => setTimeout(resolve));
    stop.abort(reason);
    await expect(reading).rejects.toBe(reason);
  });

  test("between two chunks gives none of the second", async () => {
    const reason = new Error("stopped");
    const stop = new AbortController();
    const chunks = blobChunks(blobOf(2, streamOf("a", "b")), stop.signal, () => {});
    expect((await chunks.next()).value).toEqual(Uint8Array.of(97));
    stop.abort(reason);
    await expect(chunks.next()).rejects.toBe(reason);
  });
});
