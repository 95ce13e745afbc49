import { BUNDLED_DATA_FILE } from "../../core/data-set/data-set.ts";
import { openPackagedFile, type PackagedFile } from "./packaged-file.ts";

/** Opens the bundled data set's file in the extension's own package. */
export function openBundledData(): Promise<PackagedFile> {
  return openPackagedFile(async (range) => {
    // Workers have no `runtime.getURL`; for them and for the background a path is one of the package.
    const response = await fetch(`/${BUNDLED_DATA_FILE}`, { headers: { Range: range } });
    return new Uint8Array(await response.arrayBuffer());
  });
}
