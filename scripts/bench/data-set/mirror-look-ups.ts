import { mkdtempSync, rmSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import { DataSetFile } from "../../../core/data-set-file/data-set-file.ts";
import { writeDataSetFile } from "../../../core/data-set-file/write-data-set-file.ts";
import { MirrorIndexBuilder } from "../../../core/published/build-mirror-index.ts";
import { type IndexedMirror, IndexedSegment } from "../../../core/published/indexed-segment.ts";
import { MirrorIndex } from "../../../core/published/mirror-index.ts";
import type { ReadSource } from "../../../core/segment/scan-source.ts";
import type { Segment } from "../../../core/segment/segment.ts";
import { SegmentReader } from "../../../core/segment/segment-reader.ts";
import { createMemorySpill } from "../../../core/story-index/spill.ts";
import { registrableDomain } from "../../../core/url/registrable-domain.ts";
import { bundledCountryNames } from "../../country-names/bundled-country-names.ts";
import { type BenchmarkRow, median, rounded } from "../benchmark.ts";
import { articlesOfDays } from "./days-of-articles.ts";

const PER_DAY = 300;
/** Pages behind each median. */
const PAGES = 20;
const MANIFEST = { id: "bench", name: "Bench", description: "", licence: "none", source: "" };
const INFO = { ...MANIFEST, version: "1", from: null, to: null, records: 1 };

/** Files of a mirror on the disk, the newest first, and pages to look up. */
interface FilesOfDays {
  readonly paths: readonly string[];
  readonly known: readonly string[];
  readonly unknown: readonly string[];
  readonly foreign: readonly string[];
}

/** What look-ups in mirrors of some numbers of files cost, each a day, with and without an index over them. */
export async function mirrorLookUpRows(counts: readonly number[]): Promise<BenchmarkRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "second-source-bench-days-"));
  try {
    const rows: BenchmarkRow[] = [];
    for (const count of counts) {
      const files = await writeFiles(folder, count);
      rows.push(await rowOf(files, null));
      rows.push(await rowOf(files, join(folder, `index-${count}`)));
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function writeFiles(folder: string, days: number): Promise<FilesOfDays> {
  const paths: string[] = [];
  const pages: string[] = [];
  for (const [day, articles] of articlesOfDays({ first: 0, days, perDay: PER_DAY })) {
    const path = join(folder, `${days}-${day}`);
    paths.unshift(path);
    pages.push(...articles.map(({ webUrl = "" }) => webUrl));
    const file = await open(path, "w+");
    await writeDataSetFile(
      { write: async (bytes) => void (await file.appendFile(bytes)), read: reader(file) },
      {
        ...{ manifest: MANIFEST, records: articles, siteOf: registrableDomain },
        ...{ countries: bundledCountryNames(), spill: createMemorySpill() },
      },
    );
    await file.close();
  }
  const known = Array.from({ length: PAGES }, (_, i) => pages[(i * 7919) % pages.length] ?? "");
  return {
    ...{ paths, known },
    unknown: known.map((url, i) => `${new URL(url).origin}/not-in-the-data/${i}`),
    foreign: known.map((_, i) => `https://not-in-the-data-${i}.example/`),
  };
}

async function rowOf(files: FilesOfDays, index: string | null): Promise<BenchmarkRow> {
  const start = performance.now();
  if (index !== null) await writeIndex(files.paths, index);
  const seconds = (performance.now() - start) / 1000;
  const cold = await asked(files.known, files.paths, index, true);
  const known = await asked(files.known, files.paths, index);
  const unknown = await asked(files.unknown, files.paths, index);
  const foreign = await asked(files.foreign, files.paths, index);
  return {
    files: files.paths.length,
    index: index === null ? "no" : "yes",
    "made in s ": index === null ? null : rounded(seconds, 2),
    "new worker, ms": rounded(cold.ms, 1),
    "its reads ": cold.reads,
    "known page, ms": rounded(known.ms, 2),
    reads: known.reads,
    "unknown page, ms": rounded(unknown.ms, 2),
    "reads ": unknown.reads,
    "unknown outlet, ms": rounded(foreign.ms, 2),
    "reads  ": foreign.reads,
  };
}

/** Median time and reads of a look-up. @param isCold whether everything is opened again for each page, which is measured too */
async function asked(
  pages: readonly string[],
  paths: readonly string[],
  index: string | null,
  isCold = false,
): Promise<{ readonly ms: number; readonly reads: number }> {
  let mirror = await openMirror(paths, index);
  // Once, so that the code is compiled.
  await findCoverage(mirror.segments, pages[0] ?? "", []);
  const costs: { ms: number; reads: number }[] = [];
  for (const page of pages) {
    const start = performance.now();
    if (isCold) {
      await mirror.close();
      mirror = await openMirror(paths, index);
    } else mirror.reads.count = 0;
    await findCoverage(mirror.segments, page, []);
    costs.push({ ms: performance.now() - start, reads: mirror.reads.count });
  }
  await mirror.close();
  return { ms: median(costs.map(({ ms }) => ms)), reads: median(costs.map(({ reads }) => reads)) };
}

/** Opens a mirror as a worker that has just started: all files without an index, else those that are asked. */
async function openMirror(paths: readonly string[], indexPath: string | null) {
  const reads = { count: 0 };
  const handles: FileHandle[] = [];
  const openFile = async (path: string) => {
    const handle = await open(path);
    handles.push(handle);
    const read = reader(handle);
    const counted: ReadSource = (start, end) => {
      reads.count++;
      return read(start, end);
    };
    return { read: counted, size: (await handle.stat()).size };
  };
  const openSegment = async (path: string) => {
    const { read, size } = await openFile(path);
    const file = await DataSetFile.open(read, size);
    return SegmentReader.open((name) => file.read(name), INFO, null, path);
  };
  const segments: Segment[] = [];
  if (indexPath === null) segments.push(...(await Promise.all(paths.map(openSegment))));
  else {
    const { read, size } = await openFile(indexPath);
    const index = await MirrorIndex.open(read, size);
    if (index === null) throw new Error("the index cannot be read");
    const mirror: IndexedMirror = { index, segments: new Map() };
    for (const [number, indexed] of index.meta.files.entries()) {
      let opening: Promise<SegmentReader> | null = null;
      const segment = new IndexedSegment(mirror, {
        ...{ number, indexed, info: INFO, name: indexed.name, stories: null },
        open: () => {
          opening ??= openSegment(indexed.name);
          return opening;
        },
      });
      mirror.segments.set(number, segment);
      segments.push(segment);
    }
  }
  const close = () => Promise.all(handles.map((handle) => handle.close()));
  return { segments, reads, close };
}

async function writeIndex(paths: readonly string[], to: string): Promise<void> {
  const builder = new MirrorIndexBuilder();
  for (const path of paths) {
    const handle = await open(path);
    const file = await DataSetFile.open(reader(handle), (await handle.stat()).size);
    await builder.add(path, file);
    await handle.close();
  }
  const handle = await open(to, "w");
  await builder.write({ write: async (bytes) => void (await handle.appendFile(bytes)) });
  await handle.close();
}

function reader(file: FileHandle): ReadSource {
  return async (start, end) => {
    const bytes = new Uint8Array(end - start);
    await file.read(bytes, 0, bytes.length, start);
    return bytes;
  };
}
