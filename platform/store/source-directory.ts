import type { OutletDirectory } from "../../core/data-set/data-set.ts";
import { DamagedBlockError } from "../../core/segment/block-codec.ts";
import type { SourceStore } from "./source-store.ts";

/**
 * Outlets and sites of a source; `null` when they are missing or damaged. Only work on a data set
 * needs them, not a look-up.
 */
export async function readDirectory(
  sources: SourceStore,
  source: string,
): Promise<OutletDirectory | null> {
  try {
    return (await (await sources.open(source))?.outlets()) ?? null;
  } catch (error) {
    if (error instanceof DamagedBlockError) return null;
    throw error;
  }
}
