import { buildStories } from "../../../platform/indexing/build-stories.ts";
import { createPause } from "../../../platform/indexing/turns.ts";
import { openIndexedDbStore } from "../../../platform/store/block-store.ts";
import { Ledger } from "../../../platform/store/ledger.ts";
import { createSourceStore } from "../../../platform/store/source-store.ts";
import { openSpillFiles } from "../../../platform/store/spill-files.ts";
import { createSegment } from "../scale/create-segment.ts";
import { fetchRecords } from "../scale/fetch-records.ts";
import { writeBareValue } from "../scale/plain-indexed-db.ts";
import { SOURCE } from "../scale/second-source-names.ts";
import { serveTask } from "../scale/serve-task.ts";
import { fetchCountryNames } from "./fetch-country-names.ts";
import { STORIES } from "./story-names.ts";
import type { BuildResult, StoryTask } from "./story-task.ts";

/** The extension's import and then its build of the story index, without messages. */
serveTask(async (task: StoryTask): Promise<BuildResult> => {
  if (task.do !== "build") throw new Error(`this worker cannot ${task.do}`);
  const filling = await createSegment();
  for (const part of task.parts) await filling.add(await fetchRecords(part));
  await filling.finish();
  await writeBareValue();
  const [store, source] = await Promise.all([
    openIndexedDbStore(),
    createSourceStore().open(SOURCE),
  ]);
  if (source === null) throw new Error("the source is gone");
  const start = performance.now();
  const ledger = new Ledger({
    openStore: async () => store,
    worker: "benchmark",
    newGeneration: () => STORIES,
  });
  const plan = { owner: "scale", part: "stories", source: SOURCE } as const;
  const build = await ledger.begin(plan);
  const spill = await openSpillFiles("story-spill");
  const { bytes, records } = await buildStories({
    blocks: build,
    version: "scale",
    spill,
    countries: await fetchCountryNames(),
    scan: () => source.scan(),
    signal: new AbortController().signal,
    pause: createPause(),
    onProgress: () => undefined,
  });
  await spill.dispose();
  await build.commit({ builtAt: Date.now(), bytes, records });
  return { articles: records, ms: performance.now() - start, bytes };
});
