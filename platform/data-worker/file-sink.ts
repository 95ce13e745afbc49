/** Small writes are gathered up to so many bytes. */
const BUFFER_BYTES = 262_144;

/** A file of the origin-private file system, written from its start. For workers only. */
export class FileSink {
  readonly #handle: FileSystemSyncAccessHandle;
  #parts: Uint8Array[] = [];
  #buffered = 0;
  #written = 0;

  private constructor(handle: FileSystemSyncAccessHandle) {
    this.#handle = handle;
  }

  static async open(folder: FileSystemDirectoryHandle, name: string): Promise<FileSink> {
    const file = await folder.getFileHandle(name, { create: true });
    const handle = await file.createSyncAccessHandle();
    handle.truncate(0);
    return new FileSink(handle);
  }

  /** @throws QuotaExceededError when the disk is full */
  write(bytes: Uint8Array): void {
    this.#parts.push(bytes);
    this.#buffered += bytes.length;
    if (this.#buffered >= BUFFER_BYTES) this.#flush();
  }

  /** Writes the rest and closes the file; a second call does nothing. */
  close(): void {
    try {
      this.#flush();
    } finally {
      this.#handle.close();
      this.#parts = [];
      this.#buffered = 0;
    }
  }

  #flush(): void {
    for (const part of this.#parts) {
      const count = this.#handle.write(part, { at: this.#written });
      if (count < part.length) throw new DOMException("the disk is full", "QuotaExceededError");
      this.#written += count;
    }
    this.#parts = [];
    this.#buffered = 0;
  }
}
