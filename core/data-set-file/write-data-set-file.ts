import type { DataSetInfo, DataSetManifest } from "../data-set/data-set.ts";
import { DataSetIntake } from "../data-set/intake.ts";
import type { ArticleRecord } from "../record/article-record.ts";
import { decodeBlock } from "../segment/block-codec.ts";
import { SegmentBuilder } from "../segment/build-segment.ts";
import type { ReadBlock, SegmentMeta } from "../segment/format.ts";
import { type ReadSource, scanSource } from "../segment/scan-source.ts";
import { placeOfDocuments } from "../segment/source-block.ts";
import type { CountryNames } from "../story/words/country-names.ts";
import { buildStoryIndex } from "../story-index/build-story-index.ts";
import type { SpillStore } from "../story-index/spill.ts";
import { DataSetFileWriter, type FileSink } from "./data-set-file-writer.ts";
import { HEADER_BYTES } from "./layout.ts";

/** A file that is being written, whose beginning is read again for the indexes. */
export interface DataSetFileStorage extends FileSink {
  /** Reads bytes that were written, from `start` to `end`. */
  readonly read: ReadSource;
}

/** What a data set file is written from. */
export interface DataSetFileContent {
  readonly manifest: DataSetManifest;
  /** Of several records of the same page the first counts. */
  readonly records: AsyncIterable<ArticleRecord> | Iterable<ArticleRecord>;
  /** Registrable domain of a host (`registrableDomain`). */
  siteOf(host: string): string;
  readonly countries: CountryNames;
  /** Holds what the story index is built from, while it is built. */
  readonly spill: SpillStore;
  /** Called often, and waited for, with the step and the share of it that is done, from 0 to 1 (unknown while it reads). */
  onProgress?(step: "records" | "index" | "stories", share: number | null): Promise<void> | void;
}

/** What is in a data set file that was written. */
export interface DataSetFileFacts {
  readonly info: DataSetInfo;
  /** Distinct articles, those that are only named as related included, and the outlets that they are from. */
  readonly articles: number;
  readonly outlets: number;
  /** Records that were left out, because an earlier one is of the same page. */
  readonly duplicates: number;
  /** Match patterns of the pages on which the content script may run. */
  readonly patterns: readonly string[];
  /** Of the whole file, and of its records. */
  readonly bytes: number;
  readonly sourceBytes: number;
}

/**
 * Writes a whole data set file, with both indexes. The same content gives the same bytes.
 *
 * @throws TooManyEntriesError
 */
export async function writeDataSetFile(
  storage: DataSetFileStorage,
  { manifest, records, siteOf, countries, spill, onProgress }: DataSetFileContent,
): Promise<DataSetFileFacts> {
  const writer = new DataSetFileWriter(storage);
  const intake = new DataSetIntake(siteOf);
  for await (const record of records) {
    const json = JSON.stringify(record);
    if (intake.add(record, json) === "added") await writer.addRecord(record, json);
    await onProgress?.("records", null);
  }
  const directory = intake.directory(manifest);
  await writer.endSource(directory);
  const { sourceEnd } = writer;
  const total = Math.max(1, directory.info.records);

  // The index that every look-up reads is last, beside the directory.
  const stories = buildStoryIndex({
    version: directory.info.version,
    scan: () => scanSource(storage.read, sourceEnd, HEADER_BYTES),
    spill,
    countries,
    onProgress: async (share) => onProgress?.("stories", share),
  });
  for await (const block of stories) await writer.addBlock(block);

  const builder = new SegmentBuilder(directory);
  let done = 0;
  for await (const block of scanSource(storage.read, sourceEnd, HEADER_BYTES)) {
    builder.add(block);
    done += block.records?.length ?? 0;
    await onProgress?.("index", done / total);
  }
  const readAgain: ReadBlock = async (name) => {
    const place = placeOfDocuments(name);
    return place === null ? undefined : storage.read(place.start, place.start + place.length);
  };
  let meta: SegmentMeta | null = null;
  for await (const block of builder.finish(readAgain)) {
    if (block.name === "meta") meta = decodeBlock<SegmentMeta>(block.name, block.bytes);
    await writer.addBlock(block);
  }

  await writer.close();
  return {
    info: directory.info,
    articles: meta?.articles ?? 0,
    outlets: meta?.outlets ?? 0,
    duplicates: intake.summary().duplicates,
    patterns: directory.patterns,
    bytes: writer.bytes,
    sourceBytes: sourceEnd - HEADER_BYTES,
  };
}
