import { SegmentReader } from "../../core/segment/segment-reader.ts";
import type { Edition } from "../storage/data-set-entry.ts";
import type { BuildFacts } from "../store/build-row.ts";
import { MissingSourceError } from "../store/job-failure.ts";
import type { Build } from "../store/ledger.ts";
import { readDirectory } from "../store/source-directory.ts";
import type { SourceStore } from "../store/source-store.ts";
import { buildFromSource, type SourceBuild } from "./build-from-source.ts";

/** What it takes to build the segment of an added data set. */
interface AddedBuild extends Pick<SourceBuild, "signal" | "pause" | "onProgress"> {
  readonly build: Build;
  readonly edition: Edition;
  readonly sources: SourceStore;
}

/**
 * Builds the segment of an edition out of its kept source, without committing it.
 *
 * @throws MissingSourceError, TooManyEntriesError, QuotaExceededError, AbortError
 */
export async function buildAddedSegment({
  build,
  edition: { source },
  sources,
  ...run
}: AddedBuild): Promise<Omit<BuildFacts, "builtAt">> {
  const [directory, kept] = await Promise.all([
    readDirectory(sources, source),
    sources.open(source),
  ]);
  if (kept === null || directory === null) throw new MissingSourceError(source);
  const built = await buildFromSource({ ...run, blocks: build, source: kept, directory });
  const { meta } = await SegmentReader.open((name) => build.read(name));
  const { articles, outlets } = meta;
  return { ...built, counts: { articles, outlets, sourceBytes: kept.size } };
}
