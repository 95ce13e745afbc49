import type { TextBlock } from "../text/decode-text.ts";

/** A text file that is being read. */
export interface TextFile {
  readonly path: string;
  readonly blocks: AsyncIterable<TextBlock>;
  /** Whether it is in a folder or an archive with other files. Such a file may be something else than data. */
  readonly isAmongOthers: boolean;
}
