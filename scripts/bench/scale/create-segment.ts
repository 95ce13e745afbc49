import type { OutletDirectory } from "../../../core/data-set/data-set.ts";
import { DataSetIntake } from "../../../core/data-set/intake.ts";
import { DataSetFileWriter } from "../../../core/data-set-file/data-set-file-writer.ts";
import { registrableDomain } from "../../../core/url/registrable-domain.ts";
import { FileSink } from "../../../platform/data-worker/file-sink.ts";
import { buildFromSource } from "../../../platform/indexing/build-from-source.ts";
import { createPause } from "../../../platform/indexing/turns.ts";
import { openIndexedDbStore } from "../../../platform/store/block-store.ts";
import { Ledger } from "../../../platform/store/ledger.ts";
import {
  ARTICLES_FILE,
  createSourceStore,
  sourcesFolder,
} from "../../../platform/store/source-store.ts";
import type { FillableStore } from "./contestant.ts";
import { GENERATION, SOURCE } from "./second-source-names.ts";

const MANIFEST = { id: "scale", name: "scale", description: "", licence: "", source: "" };

/** The extension's import: what its worker does, then what the background does, without messages. */
export async function createSegment(): Promise<FillableStore> {
  const folder = await (await sourcesFolder()).getDirectoryHandle(SOURCE, { create: true });
  const articles = await FileSink.open(folder, ARTICLES_FILE);
  const intake = new DataSetIntake(registrableDomain);
  const writer = new DataSetFileWriter(articles);
  return {
    async add(batch) {
      for (const record of batch) {
        const json = JSON.stringify(record);
        if (intake.add(record, json) === "added") await writer.addRecord(record, json);
      }
    },
    async finish() {
      const directory = intake.directory(MANIFEST);
      await writer.endSource(directory);
      await writer.close();
      articles.close();
      await build(directory);
    },
  };
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
