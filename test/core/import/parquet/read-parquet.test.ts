import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readParquet } from "../../../../core/import/parquet/read-parquet.ts";
import { LIMITS } from "../../../../core/import/run/limits.ts";
import { ReadRun } from "../../../../core/import/run/read-run.ts";
import { parquetFile } from "../../../fixtures/parquet/parquet-file.ts";

const content = readFileSync(parquetFile("row-groups"));
const GIVEN = { path: "a", isAmongOthers: false, isInArchive: false, isInGzip: false };

/** Reads a file to its end, and gives how many of its bytes count as read from the user's files. */
async function bytesRead(place: Parameters<typeof readParquet>[1]): Promise<number> {
  const run = new ReadRun(LIMITS, {});
  for await (const _ of readParquet(new Blob([content]), place, run));
  return run.bytesRead;
}

describe("the bytes of a Parquet file count as read", () => {
  test("each once, although some are read twice", async () => {
    expect(await bytesRead(GIVEN)).toBe(content.length);
  });

  test("unless it was unpacked: then those of the packed file do", async () => {
    expect(await bytesRead({ ...GIVEN, isInArchive: true })).toBe(0);
    expect(await bytesRead({ ...GIVEN, isInGzip: true })).toBe(0);
  });
});

test.each([1, 2, 3])("a run that is stopped at its read %i is no fault of the file", async (at) => {
  const stop = new AbortController();
  const blob = new Blob([content]);
  const slice = blob.slice.bind(blob);
  let reads = 0;
  blob.slice = (start, end) => {
    if (++reads === at) stop.abort();
    return slice(start, end);
  };
  const run = new ReadRun(LIMITS, { signal: stop.signal });
  const reading = async () => {
    for await (const _ of readParquet(blob, GIVEN, run));
  };
  await expect(reading()).rejects.toMatchObject({ name: "AbortError" });
  expect(reads).toBe(at);
});
