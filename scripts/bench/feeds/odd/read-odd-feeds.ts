import { readFeed } from "../../../../core/feeds/read/read-feed.ts";
import { BROKEN, ENCODINGS, NO_FEEDS } from "./broken-feeds.ts";
import { HOSTILE, LARGE } from "./hostile-feeds.ts";
import { ODD_ADDRESS, ODD_NOW, ODD_OUTLET, type OddFeed } from "./odd-feed.ts";
import { ADDRESSES, TIMES } from "./odd-items.ts";

/** The result of a hand-written feed. */
export interface OddOutcome {
  readonly group: string;
  readonly what: string;
  /** How it was read, in words. */
  readonly readAs: string;
  /** What was expected and what was read instead; `null` if it passes. */
  readonly difference: string | null;
}

const GROUPS: Readonly<Record<string, readonly OddFeed[]>> = {
  "no feed": NO_FEEDS,
  broken: BROKEN,
  encoding: ENCODINGS,
  hostile: HOSTILE,
  large: LARGE,
  times: TIMES,
  addresses: ADDRESSES,
};

/** Reads all hand-written odd feeds. */
export function readOddFeeds(): OddOutcome[] {
  return Object.entries(GROUPS).flatMap(([group, feeds]) =>
    feeds.map((feed) => ({ group, what: feed.what, ...outcomeOf(feed) })),
  );
}

/** Reads one. */
export function outcomeOf({
  feed,
  contentType = "",
  expected,
}: OddFeed): Pick<OddOutcome, "readAs" | "difference"> {
  const text = typeof feed === "function" ? feed() : feed;
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const request = { outlet: ODD_OUTLET, now: ODD_NOW, oldest: 0 };
  const content = readFeed(bytes, contentType, ODD_ADDRESS, request);
  const found =
    typeof content === "string" ? content : content.articles.map(({ record }) => record);
  const isAsExpected =
    typeof expected === "string" || typeof found === "string"
      ? expected === found
      : expected.length === found.length &&
        expected.every(({ title, webUrl, publishedDateTime }, i) => {
          const record = found[i];
          return (
            (title === undefined || title === record?.title) &&
            (webUrl === undefined || webUrl === record?.webUrl) &&
            (publishedDateTime === undefined ||
              publishedDateTime === (record?.publishedDateTime ?? null))
          );
        });
  const shown = (value: unknown) => JSON.stringify(value).slice(0, 200);
  return {
    readAs: typeof found === "string" ? found : `articles: ${found.length}`,
    difference: isAsExpected ? null : `expected ${shown(expected)}, found ${shown(found)}`,
  };
}
