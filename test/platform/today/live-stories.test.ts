import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { HOUR } from "../../../core/durations.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { UnreadableSegmentError } from "../../../core/segment/unreadable-segment.ts";
import type { KnownStories } from "../../../core/today/growing-stories.ts";
import type { OpenSegment } from "../../../platform/indexing/open-segment.ts";
import { LiveStories, type LiveStoriesDeps } from "../../../platform/today/live-stories.ts";
import { record } from "../../fixtures/records.ts";
import { openWithStories } from "../../fixtures/story-segments.ts";

const MORNING = Date.UTC(2026, 3, 15, 8, 0);

const made = (path: string, hours: number, title: string): ArticleRecord =>
  record(`https://${path}`, {
    title,
    publishedDateTime: new Date(MORNING + hours * HOUR).toISOString(),
  });

const CLOSED = made("courier.example/bridge", 0, "Marram Bridge closed over cracks in main girder");
const SHUT = made("gazette.example/bridge", 1, "Cracked girder shuts Marram Bridge for commuters");
const KNOTS = made("gazette.example/knots", 2, "Restored lighthouse opens as a museum of knots");

let segments: OpenSegment[];
let changes: number;
let clock: number;
let kept: (readonly (readonly [string, number])[])[];

async function segment(generation: string, ...records: ArticleRecord[]): Promise<OpenSegment> {
  return { generation, segment: await openWithStories(records, `live/${generation}`) };
}

function liveStories(deps: Partial<LiveStoriesDeps> = {}): LiveStories {
  return new LiveStories({
    openSegments: async () => segments,
    states: async () => [],
    onUnreadable: async () => undefined,
    onChange: () => void changes++,
    readKnown: async (): Promise<KnownStories | null> => null,
    keepKnown: async (numbers) => void kept.push(numbers),
    now: () => (clock += 1000),
    pause: async () => undefined,
    stayAwake: () => undefined,
    ...deps,
  });
}

async function titles(live: LiveStories, from = 0): Promise<string[][]> {
  live.stories(from, () => true);
  await live.idle();
  return live.stories(from, () => true).map((story) => story.map(({ title }) => title));
}

beforeEach(async () => {
  changes = 0;
  clock = 0;
  kept = [];
  segments = [await segment("2", SHUT, KNOTS), await segment("1", CLOSED)];
});

afterEach(() => {
  vi.restoreAllMocks();
});

test("the articles of all segments are grouped together, in order of time", async () => {
  expect(await titles(liveStories())).toEqual([[CLOSED.title, SHUT.title], [KNOTS.title]]);
  expect(kept).toEqual([
    [
      ["courier.example/bridge", 0],
      ["gazette.example/bridge", 0],
      ["gazette.example/knots", 1],
    ],
  ]);
});

test("of an article in two segments the newest version counts", async () => {
  const newer = { ...CLOSED, title: "Marram Bridge closed for a month over cracks in girder" };
  segments = [await segment("3", newer), ...segments];
  expect(await titles(liveStories())).toEqual([[newer.title, SHUT.title], [KNOTS.title]]);
});

test("what there is can be shown while the others are being found", async () => {
  const live = liveStories();
  const seen: number[] = [];
  const asking = liveStories({
    onChange: () => void seen.push(asking.stories(0, () => true).flat().length),
  });
  await titles(asking);
  expect(seen).toEqual([1, 2, 3, 3]);
  expect(live.progress).toBeNull();
});

test("earlier articles are read when a longer time is asked for", async () => {
  const live = liveStories();
  expect(await titles(live, MORNING + HOUR)).toEqual([[SHUT.title], [KNOTS.title]]);
  expect(await titles(live, MORNING)).toEqual([[CLOSED.title, SHUT.title], [KNOTS.title]]);
});

test("a segment without its story index is left out", async () => {
  const [first, second] = segments as [OpenSegment, OpenSegment];
  segments = [first, { ...second, segment: second.segment.withoutStories() }];
  expect(await titles(liveStories())).toEqual([[SHUT.title], [KNOTS.title]]);
});

describe("where a segment cannot be read", () => {
  const broken = (): OpenSegment => {
    const [, older] = segments as [OpenSegment, OpenSegment];
    vi.spyOn(older.segment, "articles").mockRejectedValue(
      new UnreadableSegmentError(older.segment.name, "damaged"),
    );
    return older;
  };

  test("it is repaired, and read again", async () => {
    const older = broken();
    const repaired: string[] = [];
    const live = liveStories({
      async onUnreadable(_, generation) {
        repaired.push(generation);
        vi.mocked(older.segment.articles).mockRestore();
      },
    });
    expect(await titles(live)).toEqual([[CLOSED.title, SHUT.title], [KNOTS.title]]);
    expect(repaired).toEqual(["1"]);
  });

  test("nothing is repaired that a merge has replaced meanwhile", async () => {
    broken();
    const onUnreadable = vi.fn();
    const merged = [await segment("3", SHUT, KNOTS, CLOSED)];
    const opened = [segments, merged];
    const live = liveStories({ openSegments: async () => opened.shift() ?? merged, onUnreadable });
    expect(await titles(live)).toEqual([[CLOSED.title, SHUT.title], [KNOTS.title]]);
    expect(onUnreadable).not.toHaveBeenCalled();
  });

  test("it is not tried again and again, but when something has changed", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const older = broken();
    const live = liveStories();
    expect(await titles(live)).toEqual([]);
    expect(older.segment.articles).toHaveBeenCalledTimes(2);
    expect(await titles(live)).toEqual([]);
    expect(older.segment.articles).toHaveBeenCalledTimes(2);
    expect(live.progress).toBeNull();
    vi.mocked(older.segment.articles).mockRestore();
    live.outdate();
    expect(await titles(live)).toEqual([[CLOSED.title, SHUT.title], [KNOTS.title]]);
  });
});
