import type { DataSetInfo, OutletDirectory } from "../../../core/data-set/data-set.ts";
import { DataSetIntake } from "../../../core/data-set/intake.ts";
import { encodeBlock } from "../../../core/segment/block-codec.ts";
import { type SourceBlock, SourceWriter } from "../../../core/segment/source-blocks.ts";
import { registrableDomain } from "../../../core/url/registrable-domain.ts";
import { FileSink } from "../../../platform/data-worker/file-sink.ts";
import { buildFromSource } from "../../../platform/indexing/build-from-source.ts";
import { createPause } from "../../../platform/indexing/turns.ts";
import { openIndexedDbStore } from "../../../platform/store/block-store.ts";
import { Ledger } from "../../../platform/store/ledger.ts";
import {
  createSourceStore,
  DIRECTORY_FILE,
  RECORDS_FILE,
  sourcesFolder,
} from "../../../platform/store/source-store.ts";
import type { FillableStore } from "./contestant.ts";
import { GENERATION, SOURCE } from "./second-source-names.ts";

/** The extension's import: what its worker does, then what the background does, without messages. */
export async function createSegment(): Promise<FillableStore> {
  const folder = await (await sourcesFolder()).getDirectoryHandle(SOURCE, { create: true });
  const records = await FileSink.open(folder, RECORDS_FILE);
  const intake = new DataSetIntake(registrableDomain);
  const writer = new SourceWriter();
  const keep = (block: SourceBlock | null) => block && records.write(block.bytes);
  return {
    async add(batch) {
      for (const record of batch) {
        const json = JSON.stringify(record);
        if (intake.add(record, json) === "added") keep(await writer.add(record, json));
      }
    },
    async finish() {
      keep(await writer.close());
      records.close();
      const directory = directoryOf(intake);
      const listing = await FileSink.open(folder, DIRECTORY_FILE);
      listing.write(encodeBlock(directory));
      listing.close();
      await build(directory);
    },
  };
}

function directoryOf(intake: DataSetIntake): OutletDirectory {
  const { version, from, to, records } = intake.summary();
  const info: DataSetInfo = {
    id: "scale",
    name: "scale",
    description: "",
    licence: "",
    source: "",
    version,
    from,
    to,
    records,
  };
  return { info, sites: intake.sites(), outlets: intake.outlets(), patterns: intake.patterns() };
}

async function build(directory: OutletDirectory): Promise<void> {
  const store = await openIndexedDbStore();
  const source = await createSourceStore().open(SOURCE);
  if (source === null) throw new Error("the source is gone");
  const { id } = directory.info;
  const plan = { owner: id, part: "segment", source: SOURCE, isImport: true } as const;
  const ledger = new Ledger({
    openStore: async () => store,
    worker: "benchmark",
    newGeneration: () => GENERATION,
  });
  const build = await ledger.begin(plan);
  const built = await buildFromSource({
    blocks: build,
    source,
    directory,
    signal: new AbortController().signal,
    pause: createPause(),
    onProgress: () => undefined,
  });
  await build.commit({ ...built, builtAt: Date.now() });
}
