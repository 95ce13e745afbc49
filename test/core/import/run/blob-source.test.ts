import { beforeEach, describe, expect, test } from "vitest";
import { BlobSource } from "../../../../core/import/run/blob-source.ts";
import { LIMITS } from "../../../../core/import/run/limits.ts";
import { ReadRun } from "../../../../core/import/run/read-run.ts";

const WINDOW = 262_144;
/** 600,000 bytes, each the last digits of its place. */
const BYTES = Uint8Array.from({ length: 600_000 }, (_, i) => i % 251);

/** The parts that were read of the blob. */
let parts: [start: number, end: number][];
let run: ReadRun;
let source: BlobSource;

function blobOf(bytes: Uint8Array<ArrayBuffer>): Blob {
  const blob = new Blob([bytes]);
  const slice = blob.slice.bind(blob);
  blob.slice = (start = 0, end = 0) => {
    parts.push([start, end]);
    return slice(start, end);
  };
  return blob;
}

beforeEach(() => {
  parts = [];
  run = new ReadRun(LIMITS, {});
  source = new BlobSource(blobOf(BYTES), run);
});

describe("parts of a blob", () => {
  test("are read, and the blob has its size", async () => {
    expect(source.size).toBe(600_000);
    expect(await source.readUint8Array(250, 4)).toEqual(Uint8Array.of(250, 0, 1, 2));
  });

  test("that lie within 256 kB of the last one are not read again", async () => {
    await source.readUint8Array(1000, 10);
    expect(await source.readUint8Array(1000 + WINDOW - 2, 2)).toEqual(
      BYTES.slice(1000 + WINDOW - 2, 1000 + WINDOW),
    );
    await source.readUint8Array(1000, WINDOW);
    expect(parts).toEqual([[1000, 1000 + WINDOW]]);
  });

  test("that lie before them, or reach beyond them, are", async () => {
    await source.readUint8Array(1000, 10);
    expect(await source.readUint8Array(999, 2)).toEqual(BYTES.slice(999, 1001));
    expect(await source.readUint8Array(999 + WINDOW - 1, 2)).toEqual(
      BYTES.slice(999 + WINDOW - 1, 999 + WINDOW + 1),
    );
    expect(parts.map(([start]) => start)).toEqual([1000, 999, 999 + WINDOW - 1]);
  });

  test("that are larger are read as a whole", async () => {
    expect(await source.readUint8Array(5, 300_000)).toHaveLength(300_000);
    expect(parts).toEqual([[5, 300_005]]);
  });

  test("are copies: what is done to one is not done to the next", async () => {
    (await source.readUint8Array(7, 1)).fill(0);
    expect(await source.readUint8Array(7, 1)).toEqual(Uint8Array.of(7));
  });
});

test("what was read is counted, and no more bytes than the blob has", async () => {
  run.bytesRead = 5;
  await source.readUint8Array(0, 10);
  expect(run.bytesRead).toBe(5 + WINDOW);
  await source.readUint8Array(599_000, 10);
  expect(run.bytesRead).toBe(5 + WINDOW + 1000);
  await source.readUint8Array(300_000, 10);
  await source.readUint8Array(100_000, 10);
  expect(run.bytesRead).toBe(5 + 600_000);
});

describe("a blob that has changed", () => {
  const CHANGED = {
    message: "changed or could not be read while it was being read",
    scope: "input",
  };

  test.each<[string, () => Promise<ArrayBuffer>]>([
    ["cannot be read", () => Promise.reject(new DOMException("gone", "NotReadableError"))],
    ["has fewer bytes", async () => new ArrayBuffer(2)],
  ])("and %s is a fault, which is kept", async (_, arrayBuffer) => {
    const blob = { size: 9, slice: () => ({ size: 9, arrayBuffer }) } as unknown as Blob;
    const changed = new BlobSource(blob, run);
    expect(changed.fault).toBeNull();
    await expect(changed.readUint8Array(0, 9)).rejects.toMatchObject(CHANGED);
    expect(changed.fault).toMatchObject(CHANGED);
    expect(run.bytesRead).toBe(0);
  });
});

test("nothing is read once the run was stopped", async () => {
  const reason = new Error("stopped");
  const stopped = new ReadRun(LIMITS, { signal: AbortSignal.abort(reason) });
  await expect(new BlobSource(blobOf(BYTES), stopped).readUint8Array(0, 1)).rejects.toBe(reason);
  expect(parts).toEqual([]);
});
