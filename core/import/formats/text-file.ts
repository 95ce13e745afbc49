import type { ReadEvent } from "../run/read-event.ts";
import type { TextBlock } from "../text/decode-text.ts";

/** The events of reading a file. Throws `ReadFault` where the file cannot be read any further. */
export type Events = AsyncGenerator<ReadEvent, void, undefined>;

/** A text file that is being read. */
export interface TextFile {
  readonly path: string;
  readonly blocks: AsyncIterable<TextBlock>;
  /** Whether it is in a folder or an archive with other files. Such a file may be something else than data. */
  readonly isAmongOthers: boolean;
}
