import { DAY } from "../../../../core/durations.ts";
import type { FeedState } from "../../../../core/feeds/poll/feed-state.ts";
import type { ArticleRecord } from "../../../../core/record/article-record.ts";
import type { Services } from "../../../../platform/background/services.ts";
import { liveSegments } from "../../../../platform/feeds/live/live-segments.ts";
import { feedState } from "../../../fixtures/feed-states.ts";
import { record } from "../../../fixtures/records.ts";
import { NOW, rowsInDatabase } from "../../workers.ts";

/** An article as a feed gives it: of today, unless a test says otherwise. */
export function live(address: string, title: string, age = 0): ArticleRecord {
  const publishedDateTime = new Date(NOW - age * DAY).toISOString();
  return record(`https://${address}`, { title, publishedDateTime });
}

/** Articles of an outlet, whose titles name their edition. */
export function liveEdition(outlet: string, title: string, count: number, age = 0) {
  return Array.from({ length: count }, (_, i) => live(`${outlet}.example/${i}`, title, age));
}

/** The state of a feed that was read, with its validators for the next request. */
export function readState(outlet: string, articles = 1): FeedState {
  const known = [["key", "hash", NOW, NOW]] as const;
  return feedState({ outlet, articles, etag: `"${articles}"`, lastModified: "then", known });
}

/** The names and record counts of the segments of live articles in the database, in any order. */
export async function liveInDatabase(): Promise<[name: string, records: number][]> {
  return liveSegments(await rowsInDatabase()).map(({ owner, records }) => [owner, records]);
}

/** The headlines that the article with a URL key had before, the earliest first. */
export function earlierTitles({ library }: Services, key: string): Promise<string[]> {
  return library.lookUp(async (opening) => {
    const known = (await opening).map((segment) => segment.article(key));
    // The newest segment that has it comes first.
    const newest = (await Promise.all(known)).find((one) => one?.own);
    return newest?.own?.article.history.map(({ title }) => title) ?? [];
  });
}

/** Runs a worker's background work that is due. */
export async function keptUp({ live }: Services): Promise<void> {
  live.start();
  await live.idle();
}
