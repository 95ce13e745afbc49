import type { OutletDirectory } from "../../core/data-set/data-set.ts";
import type { DataSetFile } from "../../core/data-set-file/data-set-file.ts";
import {
  DamagedBlockError,
  decodeBlock,
  encodeBlock,
  sealBytes,
  unsealBytes,
} from "../../core/segment/block-codec.ts";
import { SegmentBuilder } from "../../core/segment/build-segment.ts";
import { deflate, inflate } from "../../core/segment/deflate.ts";
import { EntryTable } from "../../core/segment/entry-table.ts";
import { MAX_BLOCK_BYTES, type ReadBlock } from "../../core/segment/format.ts";
import { readableRecords } from "../../core/segment/scan-source.ts";
import type { StoredBlock } from "../store/block-store.ts";
import type { Generation } from "../store/generation.ts";

/** Records between two checkpoints: about a quarter of a second. */
const RECORDS_TO_CHECKPOINT = 8000;

/** What a build has done so far, kept in the same transaction as the entries it stands for. */
interface Checkpoint {
  /** Where in the source to continue, bytes; at its start by default. */
  readonly offset?: number | undefined;
  readonly entries: number;
  readonly records: number;
}

/** What a build needs. */
export interface SourceBuild {
  readonly blocks: Generation;
  readonly source: DataSetFile;
  readonly directory: OutletDirectory;
  readonly signal: AbortSignal;
  /** Lets other work run now and then. */
  pause(): Promise<void>;
  onProgress(records: number): void;
}

/** What a build made. */
export interface BuiltIndex {
  /** Bytes of all blocks. */
  readonly bytes: number;
  readonly records: number;
}

/**
 * Builds the segment of a kept source, without committing it. A build that was stopped continues from its last
 * checkpoint. Damaged blocks of the source are skipped.
 *
 * @throws TooManyEntriesError, QuotaExceededError, AbortError
 */
export async function buildFromSource(build: SourceBuild): Promise<BuiltIndex> {
  const { blocks, source, directory, signal, pause, onProgress } = build;
  const start = await restore(blocks);
  const builder = new SegmentBuilder(directory, start.entries);
  let { offset, records } = start.checkpoint;
  let saved: Checkpoint = start.checkpoint;
  const save = async () => {
    const work: StoredBlock[] = [];
    for (const { number, bytes } of builder.entries.chunksFrom(saved.entries))
      work.push({ name: `entries/${number}`, bytes: sealBytes(await deflate(bytes)) });
    saved = { offset, records, entries: builder.entries.size };
    work.push({ name: "checkpoint", bytes: encodeBlock(saved) });
    await blocks.write(work);
  };
  for await (const block of source.scan(offset)) {
    signal.throwIfAborted();
    builder.add(block);
    offset = block.start + block.length;
    records += readableRecords(block).length;
    onProgress(records);
    if (records - saved.records >= RECORDS_TO_CHECKPOINT) await save();
    await pause();
  }
  await save();
  const readAgain: ReadBlock = async (name) => {
    signal.throwIfAborted();
    // Reporting progress also keeps the background awake.
    onProgress(records);
    await pause();
    return source.read(name);
  };
  for await (const block of builder.finish(readAgain)) {
    signal.throwIfAborted();
    onProgress(records);
    await blocks.add(block);
    await pause();
  }
  await blocks.flush();
  return { bytes: blocks.bytes, records };
}

/** Records that a build had done at its last checkpoint; 0 when it starts from the beginning. */
export async function recordsDone(blocks: Generation): Promise<number> {
  return (await readCheckpoint(blocks))?.records ?? 0;
}

/** `null` where there is none, or a damaged one. */
async function readCheckpoint(blocks: Generation): Promise<Checkpoint | null> {
  const kept = await blocks.read("checkpoint");
  if (kept === undefined) return null;
  try {
    return decodeBlock<Checkpoint>("checkpoint", kept);
  } catch (error) {
    if (error instanceof DamagedBlockError) return null;
    throw error;
  }
}

/** What an earlier run of the same build kept, or the start. */
async function restore(
  blocks: Generation,
): Promise<{ checkpoint: Checkpoint; entries: EntryTable }> {
  const fromStart = {
    checkpoint: { offset: undefined, entries: 0, records: 0 },
    entries: new EntryTable(),
  };
  const checkpoint = await readCheckpoint(blocks);
  if (checkpoint === null) return fromStart;
  try {
    const chunks: Uint8Array[] = [];
    for (let number = 0; number < EntryTable.chunksOf(checkpoint.entries); number++) {
      const name = `entries/${number}` as const;
      const chunk = await blocks.read(name);
      if (chunk === undefined) return fromStart;
      chunks.push(await inflate(name, unsealBytes(name, chunk), MAX_BLOCK_BYTES));
    }
    const entries = EntryTable.restore(chunks, checkpoint.entries);
    return entries === null ? fromStart : { checkpoint, entries };
  } catch (error) {
    if (error instanceof DamagedBlockError) return fromStart;
    throw error;
  }
}
