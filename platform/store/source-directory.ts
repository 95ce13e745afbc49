import { type OutletDirectory, outletDirectory } from "../../core/data-set/data-set.ts";
import { DamagedBlockError, decodeBlock } from "../../core/segment/block-codec.ts";
import { DIRECTORY_FILE, type SourceStore } from "./source-store.ts";

/**
 * Outlets and sites of a source; `null` when they are missing or damaged. Only work on a data set
 * needs them, not a look-up.
 */
export async function readDirectory(
  sources: SourceStore,
  source: string,
): Promise<OutletDirectory | null> {
  const bytes = await sources.directory(source);
  if (bytes === null) return null;
  try {
    return outletDirectory.safeParse(decodeBlock<unknown>(DIRECTORY_FILE, bytes)).data ?? null;
  } catch (error) {
    if (error instanceof DamagedBlockError) return null;
    throw error;
  }
}
