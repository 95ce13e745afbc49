import { DataSetFile } from "../../core/data-set-file/data-set-file.ts";
import { SegmentReader } from "../../core/segment/segment-reader.ts";
import { StoryIndexReader } from "../../core/story-index/story-index-reader.ts";
import { Once } from "../store/once.ts";
import type { PackagedFile } from "./packaged-file.ts";

/** The bundled data set, open. */
export interface OpenBundled {
  readonly segment: SegmentReader;
  /** Bytes of its file. */
  readonly bytes: number;
}

/**
 * The data set that comes with the extension: a file of the package with all its indexes, which is opened and read, and
 * never built or copied.
 */
export class BundledDataSet {
  readonly #openFile: () => Promise<PackagedFile>;
  readonly #open = new Once(() => this.#openOnce());

  constructor(openFile: () => Promise<PackagedFile>) {
    this.#openFile = openFile;
  }

  /**
   * Opens it, once for all calls. A failure is not kept: the next call tries again.
   *
   * @throws UnreadableDataSetFileError, UnreadableSegmentError; TypeError when the file cannot be fetched
   */
  open(): Promise<OpenBundled> {
    return this.#open.get();
  }

  /** The next call opens it again. */
  forget(): void {
    this.#open.forget();
  }

  async #openOnce(): Promise<OpenBundled> {
    const { size, read } = await this.#openFile();
    const file = await DataSetFile.open(read, size);
    const stories = file.hasStories
      ? new StoryIndexReader("bundled", (names) => file.readAll(names))
      : null;
    const segment = await SegmentReader.open((name) => file.read(name), undefined, stories);
    return { segment, bytes: size };
  }
}
