import { Reader } from "@zip.js/zip.js/lib/zip-core.js";
import { CHANGED, ReadFault } from "../text/read-fault.ts";
import type { ReadRun } from "./read-run.ts";

/** The number of bytes that are read at once. A small file takes several reads, most of them near each other. */
const WINDOW = 256 * 1024;

/** Reads parts of a blob for zip.js, and keeps the fault when that fails. */
export class BlobSource extends Reader<Blob> {
  fault: ReadFault | null = null;
  readonly #blob: Blob;
  readonly #run: ReadRun;
  #window: Uint8Array = new Uint8Array(0);
  #start = 0;
  #read = 0;

  constructor(blob: Blob, run: ReadRun) {
    super(blob);
    this.#blob = blob;
    this.#run = run;
    this.size = blob.size;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const isInWindow = index >= this.#start && index + length <= this.#start + this.#window.length;
    if (!isInWindow) {
      this.#window = await this.#bytes(index, Math.max(length, WINDOW));
      this.#start = index;
    }
    return new Uint8Array(this.#window.subarray(index - this.#start, index - this.#start + length));
  }

  async #bytes(index: number, length: number): Promise<Uint8Array> {
    this.#run.signal?.throwIfAborted();
    const part = this.#blob.slice(index, index + length);
    const bytes = await part.arrayBuffer().catch(() => null);
    if (bytes === null || bytes.byteLength !== part.size) {
      this.fault = new ReadFault(CHANGED, "input");
      throw this.fault;
    }
    // Some parts are read twice, so no more bytes are counted than the file has.
    const counted = Math.min(part.size, this.#blob.size - this.#read);
    this.#read += counted;
    this.#run.bytesRead += counted;
    return new Uint8Array(bytes);
  }
}
