import { open, rm } from "node:fs/promises";
import { writeDataSetFile } from "../../../core/data-set-file/write-data-set-file.ts";
import { registrableDomain } from "../../../core/url/registrable-domain.ts";
import { bundledCountryNames } from "../../country-names/bundled-country-names.ts";
import { SpillFile } from "../../dataset/publish/spill-file.ts";
import { recordsIn } from "./articles-input.ts";
import { finishTask, processorMs, taskOf } from "./run-task.ts";

/** Builds a data set file with both indexes, of gzipped JSON Lines. The seconds are of the processor: they count on a busy machine too. */
export interface BuildTask {
  readonly folder: string;
  readonly path: string;
}

const { folder, path } = taskOf<BuildTask>();
const scratch = `${path}.spill`;
const file = await open(path, "w+");
const spill = await SpillFile.open(scratch);
const { info, duplicates } = await writeDataSetFile(
  {
    async write(bytes) {
      await file.appendFile(bytes);
    },
    async read(from, to) {
      const bytes = new Uint8Array(to - from);
      await file.read(bytes, 0, bytes.length, from);
      return bytes;
    },
  },
  {
    manifest: { id: "bench", name: "Bench", description: "", licence: "none", source: "" },
    records: recordsIn(folder),
    siteOf: registrableDomain,
    countries: bundledCountryNames(),
    spill,
  },
);
await spill.close();
await file.close();
await rm(scratch);
finishTask({ seconds: processorMs() / 1000, records: info.records, duplicates });
