import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Feed, FeedItem, FeedText } from "../../../core/feeds/read/feed.ts";
import { feedTime } from "../../../core/feeds/read/feed-time.ts";
import { itemBase } from "../../../core/feeds/read/item-article.ts";
import { languageTag } from "../../../core/feeds/read/language-tag.ts";
import { plainText } from "../../../core/feeds/read/plain-text.ts";
import { parseFeed } from "../../../core/feeds/read/read-feed.ts";
import { decodeFeed } from "../../../core/feeds/text/decode-feed.ts";
import { type Expectation, expectationsIn, type Place } from "./expectation.ts";

/** Where the suite's own server serves its feeds. */
const ADDRESS = "http://127.0.0.1:8097/";
const MAX_TEXT = 10_000;

/** The result of one test feed; `null` if it expects nothing that this extension reads. */
export interface Outcome {
  readonly file: string;
  readonly category: string;
  readonly passes: boolean | null;
  /** What was expected and what was read instead; empty if it passes. */
  readonly difference: string;
}

/** Reads every test feed below `tests` of the suite's folder. */
export function runSuite(suite: string): Outcome[] {
  const tests = join(suite, "tests");
  return globSync("{wellformed,illformed}/**/*.xml", { cwd: tests })
    .sort()
    .map((file) => {
      const bytes = readFileSync(join(tests, file));
      const text = decodeFeed(bytes, "");
      const expectations = expectationsIn(text).filter(({ places }) => places.every(isRead));
      const feed = parseFeed(text);
      const differences = expectations.flatMap((expectation) =>
        difference(feed, text, expectation),
      );
      return {
        file: relative(suite, join(tests, file)),
        category: dirname(file),
        passes: expectations.length === 0 ? null : differences.length === 0,
        difference: differences.join("; "),
      };
    });
}

const ITEM_FIELDS = new Set([
  ...["title", "link", "id", "guid", "summary", "description"],
  ...["published", "published_parsed", "updated", "updated_parsed"],
]);
const FEED_FIELDS = new Set(["title", "language", "length"]);

function isRead({ item, field }: Place): boolean {
  return item === null ? FEED_FIELDS.has(field) : ITEM_FIELDS.has(field);
}

function difference(feed: Feed | string, text: string, { places, value }: Expectation): string[] {
  return places.flatMap((place) => {
    const found = typeof feed === "string" ? [feed] : valuesAt(feed, text, place);
    const expected = meaningsOf(value, place);
    if (expected.some((one) => found.includes(one) || (one === "" && found.length === 0)))
      return [];
    const shown = (one: unknown) => JSON.stringify(one).slice(0, 160);
    return [`${place.item ?? "feed"} ${place.field}: ${shown(expected)}, found ${shown(found)}`];
  });
}

/** An expected value in our form: ms since 1970 for a time; for prose, the text without tags. */
function meaningsOf(value: Expectation["value"], place: Place): (string | number)[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "string") {
    const [year = 0, month = 0, day, hour, minute, second] = value;
    return [Date.UTC(year, month - 1, day, hour, minute, second)];
  }
  if (!isProse(place)) return [value];
  return [true, false].map((isMarkup) => plainText({ text: value, isMarkup }, MAX_TEXT));
}

function isProse({ field }: Place): boolean {
  return field === "title" || field === "summary" || field === "description";
}

/** What was read at a path: one value, or all values that may be meant. */
function valuesAt(
  feed: Feed,
  text: string,
  { item: index, field }: Place,
): (string | number | null)[] {
  if (field === "length") return [feed.items.length];
  if (index === null) return field === "title" ? prose(feed.title) : [languageTag(feed.language)];
  const item = feed.items[index];
  if (item === undefined) return [];
  if (field === "title") return prose(item.titles[0]);
  if (isProse({ item: index, field })) return item.excerpts.flatMap(prose);
  if (field === "link") return linkOf(item, text);
  if (field === "id" || field === "guid") return [item.id];
  return field.endsWith("_parsed") ? item.times.map((time) => feedTime(time)) : [...item.times];
}

function prose(text: FeedText | null | undefined): string[] {
  return text == null ? [] : [plainText(text, MAX_TEXT)];
}

/** A value as it is written, and as an address. */
function linkOf(item: FeedItem, text: string): string[] {
  const location = /^Header:\s+Content-Location:\s*(\S+)/m.exec(text)?.[1];
  const base = itemBase(item, URL.parse(location ?? "", ADDRESS)?.href ?? ADDRESS);
  return item.links.slice(0, 1).flatMap((link) => [link, URL.parse(link, base)?.href ?? ""]);
}
