import { DataSetFile } from "../../../core/data-set-file/data-set-file.ts";
import { MirrorIndexBuilder } from "../../../core/published/build-mirror-index.ts";
import { type IndexedMirror, IndexedSegment } from "../../../core/published/indexed-segment.ts";
import { MirrorIndex } from "../../../core/published/mirror-index.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { SegmentReader } from "../../../core/segment/segment-reader.ts";
import { dataSetFileOf } from "../../fixtures/data-set-files.ts";
import { MANIFEST } from "../../fixtures/records.ts";
import { joined } from "../../fixtures/source-stores.ts";

const INFO = { ...MANIFEST, version: "1", from: null, to: null, records: 1 };

/** A mirror in memory: its files as segments with and without the index, and what was asked of the files. */
export interface MirrorInMemory {
  readonly segments: readonly IndexedSegment[];
  readonly plain: readonly SegmentReader[];
  /** Numbers of the files that were opened. */
  readonly opened: Set<number>;
  /** What is read as the index. */
  readonly indexBytes: Uint8Array<ArrayBuffer>;
  readonly mirror: IndexedMirror;
}

/**
 * Makes a mirror of files with these records.
 *
 * @param maxAddresses that its index may have
 */
export async function mirrorOf(
  parts: readonly (readonly ArticleRecord[])[],
  maxAddresses?: number,
): Promise<MirrorInMemory> {
  const builder = new MirrorIndexBuilder(maxAddresses);
  const plain: SegmentReader[] = [];
  for (const [i, records] of parts.entries()) {
    const { bytes } = await dataSetFileOf(records);
    const file = await DataSetFile.open(
      async (start, end) => bytes.slice(start, end),
      bytes.length,
    );
    await builder.add(`${i}.dataset`, file);
    plain.push(await SegmentReader.open((name) => file.read(name), INFO, null, `file ${i}`));
  }
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  await builder.write({ write: (bytes) => void chunks.push(bytes) });
  const indexBytes = joined(chunks);
  const index = await MirrorIndex.open(
    async (start, end) => indexBytes.slice(start, end),
    indexBytes.length,
  );
  if (index === null) throw new Error("the index cannot be read");
  const opened = new Set<number>();
  const mirror = { index, segments: new Map<number, IndexedSegment>() };
  for (const [number, indexed] of index.meta.files.entries()) {
    const segment = new IndexedSegment(mirror, {
      ...{ number, indexed, info: INFO, name: `file ${number}`, stories: null },
      async open() {
        opened.add(number);
        const reader = plain[number];
        if (reader === undefined) throw new Error(`no file ${number}`);
        return reader;
      },
    });
    mirror.segments.set(number, segment);
  }
  return {
    segments: [...mirror.segments.values()],
    plain,
    opened,
    indexBytes,
    mirror,
  };
}
