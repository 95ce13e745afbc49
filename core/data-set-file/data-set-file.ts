import type { OutletDirectory } from "../data-set/data-set.ts";
import { outletDirectory } from "../data-set/data-set.ts";
import { checksum } from "../hash.ts";
import { DamagedBlockError, unsealBytes } from "../segment/block-codec.ts";
import { inflateJson } from "../segment/deflate.ts";
import { type BlockPlace, FORMAT_VERSION, MAX_BLOCK_BYTES } from "../segment/format.ts";
import {
  nullIfDamaged,
  type ReadSource,
  type ScannedBlock,
  scanSource,
} from "../segment/scan-source.ts";
import { placeOfDocuments } from "../segment/source-block.ts";
import { STORY_FORMAT_VERSION } from "../story-index/format.ts";
import { BlockDirectory, endOfBlocks } from "./block-directory.ts";
import {
  type FileBlockName,
  type FileDirectory,
  fileDirectory,
  HEADER_BYTES,
  LAYOUT_VERSION,
  MAGIC,
  OUTLETS_BLOCK,
} from "./layout.ts";
import { decodeTrailer, sizeByTrailer, TRAILER_BYTES } from "./trailer.ts";

/**
 * Why a file cannot be opened: it is no data set file, its layout is newer than this code knows, or it is incomplete or
 * not as it was written.
 */
export type DataSetFileFault = "not-a-data-set-file" | "newer-layout" | "damaged";

export class UnreadableDataSetFileError extends Error {
  readonly fault: DataSetFileFault;
  constructor(fault: DataSetFileFault) {
    super(`the data set file cannot be read: ${fault}`);
    this.fault = fault;
  }
}

/** Bytes between two blocks that are rather read with them than passed over by a second read. */
const MAX_GAP = 16_384;
/** The most bytes of a directory, packed and unpacked. A million articles take 200 kB. */
const MAX_DIRECTORY_BYTES = 16_777_216;
/** The most bytes that are read at once for several blocks. */
const MAX_JOINED_READ = 1_048_576;

/** The blocks of a data set file, by name. Keeps only the directory. */
export class DataSetFile {
  /** Whether it has an index, and a story index, in the formats that this code reads. */
  readonly hasSegment: boolean;
  readonly hasStories: boolean;
  /** Bytes. */
  readonly size: number;
  /** Bytes of the largest block after the source. */
  readonly largestBlock: number;
  readonly #readRange: ReadSource;
  readonly #sourceEnd: number;
  readonly #blocks: BlockDirectory;

  private constructor(readRange: ReadSource, size: number, directory: FileDirectory) {
    this.#readRange = readRange;
    this.#sourceEnd = directory.sourceEnd;
    this.#blocks = new BlockDirectory(directory);
    this.hasSegment = directory.segment === FORMAT_VERSION;
    this.hasStories = this.hasSegment && directory.stories === STORY_FORMAT_VERSION;
    this.size = size;
    this.largestBlock = directory.runs.reduce(
      (largest, [, , lengths]) => lengths.reduce((a, b) => Math.max(a, b), largest),
      0,
    );
  }

  /**
   * Opens a file with two reads, at its start and at its end, and one for the directory.
   *
   * @param readRange reads its bytes from `start` to `end`
   * @param size bytes
   * @throws UnreadableDataSetFileError
   */
  static async open(readRange: ReadSource, size: number): Promise<DataSetFile> {
    if (size < HEADER_BYTES + TRAILER_BYTES)
      throw new UnreadableDataSetFileError("not-a-data-set-file");
    const [header, trailer] = await Promise.all([
      readRange(0, HEADER_BYTES),
      readRange(size - TRAILER_BYTES, size),
    ]);
    if (header.length < HEADER_BYTES || MAGIC.some((byte, i) => header[i] !== byte))
      throw new UnreadableDataSetFileError("not-a-data-set-file");
    const version = new DataView(header.buffer, header.byteOffset).getUint32(MAGIC.length);
    if (version > LAYOUT_VERSION) throw new UnreadableDataSetFileError("newer-layout");
    const place = decodeTrailer(trailer);
    if (place === null || sizeByTrailer(trailer) !== size || place.length > MAX_DIRECTORY_BYTES)
      throw new UnreadableDataSetFileError("damaged");
    const bytes = await readRange(place.start, place.start + place.length);
    if (bytes.length !== place.length || checksum(bytes) !== place.checksum)
      throw new UnreadableDataSetFileError("damaged");
    const directory = await decodeDirectory(bytes);
    if (directory === null || endOfBlocks(directory) !== place.start)
      throw new UnreadableDataSetFileError("damaged");
    return new DataSetFile(readRange, size, directory);
  }

  /** The bytes of a block; `undefined` when there is no such block. A source block is found by its place alone. */
  async read(name: FileBlockName): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const place = this.#placeOf(name);
    return place === null ? undefined : this.#readPlace(place);
  }

  /** Several blocks, in the order of their names. Blocks that lie close to each other are read at once. */
  async readAll(names: readonly FileBlockName[]): Promise<(Uint8Array<ArrayBuffer> | undefined)[]> {
    const places = names.map((name) => this.#placeOf(name));
    const found = new Map<BlockPlace, Uint8Array<ArrayBuffer>>();
    const inOrder = places.filter((place) => place !== null).sort((a, b) => a.start - b.start);
    await Promise.all(
      joined(inOrder).map(async (group) => {
        const start = group[0]?.start ?? 0;
        const bytes = await this.#readRange(start, endOf(group.at(-1)));
        for (const place of group)
          found.set(place, bytes.subarray(place.start - start, endOf(place) - start));
      }),
    );
    return places.map((place) => (place === null ? undefined : found.get(place)));
  }

  /**
   * What the data set is, and its outlets.
   *
   * @throws DamagedBlockError
   */
  async outlets(): Promise<OutletDirectory> {
    const bytes = (await this.read(OUTLETS_BLOCK)) ?? new Uint8Array();
    return await decodeOutlets(bytes);
  }

  /** All source blocks from byte `from` on, with their records. */
  scan(from = HEADER_BYTES): AsyncGenerator<ScannedBlock> {
    return scanSource(this.#readRange, this.#sourceEnd, from);
  }

  #placeOf(name: FileBlockName): BlockPlace | null {
    const source = placeOfDocuments(name);
    if (source === null) return this.#blocks.placeOf(name);
    const isInSource = source.start >= HEADER_BYTES && endOf(source) <= this.#sourceEnd;
    return isInSource && source.length <= MAX_BLOCK_BYTES ? source : null;
  }

  #readPlace(place: BlockPlace): Promise<Uint8Array<ArrayBuffer>> {
    return this.#readRange(place.start, endOf(place));
  }
}

/** `null` when it is damaged. */
async function decodeDirectory(bytes: Uint8Array<ArrayBuffer>): Promise<FileDirectory | null> {
  const content = await inflateJson("directory", bytes, MAX_DIRECTORY_BYTES).catch(nullIfDamaged);
  return fileDirectory.safeParse(content).data ?? null;
}

async function decodeOutlets(bytes: Uint8Array<ArrayBuffer>): Promise<OutletDirectory> {
  const packed = unsealBytes(OUTLETS_BLOCK, bytes);
  const outlets = outletDirectory.safeParse(
    await inflateJson(OUTLETS_BLOCK, packed, MAX_BLOCK_BYTES),
  );
  if (!outlets.success) throw new DamagedBlockError(OUTLETS_BLOCK);
  return outlets.data;
}

function joined(places: readonly BlockPlace[]): BlockPlace[][] {
  const groups: BlockPlace[][] = [];
  for (const place of places) {
    const group = groups.at(-1);
    const isClose =
      group !== undefined &&
      place.start - endOf(group.at(-1)) <= MAX_GAP &&
      endOf(place) - (group[0]?.start ?? 0) <= MAX_JOINED_READ;
    if (isClose) group.push(place);
    else groups.push([place]);
  }
  return groups;
}

function endOf(place: BlockPlace | undefined): number {
  return place === undefined ? 0 : place.start + place.length;
}
