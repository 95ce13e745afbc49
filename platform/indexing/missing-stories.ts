import { readDataSets } from "../storage/data-sets.ts";
import { type ReadyRow, recordsOf, storiesOf } from "../store/build-row.ts";
import { MissingSourceError } from "../store/job-failure.ts";
import type { Ledger } from "../store/ledger.ts";
import type { SourceStore } from "../store/source-store.ts";
import { addedDataSets } from "./added-data-set.ts";
import type { MissingStories } from "./story-jobs.ts";

/** What it takes to find out which story indexes are missing. */
export interface MissingStoriesDeps {
  readonly ledger: Ledger;
  readonly sources: SourceStore;
}

/** The added data sets whose story index is missing, the latest added first. */
export async function missingStories({
  ledger,
  sources,
}: MissingStoriesDeps): Promise<MissingStories[]> {
  const [rows, entries] = await Promise.all([ledger.rows(), readDataSets()]);
  const isMissing = (segment: ReadyRow | null): segment is ReadyRow =>
    segment !== null && storiesOf(segment, rows) === null;
  const found: MissingStories[] = [];
  const added = addedDataSets(entries, rows).filter(({ entry }) => entry.removedAt === null);
  for (const { shown, answering } of added.sort((a, b) => b.entry.addedAt - a.entry.addedAt)) {
    if (shown === null || !isMissing(answering)) continue;
    const { info, source } = shown;
    const scan = async function* () {
      const kept = await sources.open(source);
      if (kept === null) throw new MissingSourceError(source);
      yield* kept.scan();
    };
    found.push({ dataSet: info.id, version: info.version, records: recordsOf(answering), scan });
  }
  return found;
}
