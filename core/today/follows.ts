import * as z from "zod/mini";
import { MAX_NAME_LENGTH, MAX_TITLE_LENGTH } from "../record/article-record.ts";
import { MAX_ADDRESS_LENGTH } from "../url/http-url.ts";
import { addressKey } from "../url/url-key.ts";
import type { StoryPoint, TodayStory } from "./today-story.ts";

/** Most stories that the user can follow. */
export const MAX_FOLLOWS = 200;
/** Most articles that are kept of a story: its first ones, and the latest, by which it is found again. */
const FIRST_ARTICLES = 4;
const LATEST_ARTICLES = 12;

/** An article of a story that the user follows: it is kept here when the outlet's articles have expired. */
export const followedArticle = z.object({
  url: z.string().check(z.maxLength(MAX_ADDRESS_LENGTH), z.regex(/^https?:\/\//)),
  title: z.string().check(z.minLength(1), z.maxLength(MAX_TITLE_LENGTH)),
  outlet: z.string().check(z.minLength(1), z.maxLength(MAX_NAME_LENGTH)),
  /** ms since 1970. */
  published: z.number(),
});
export type FollowedArticle = z.infer<typeof followedArticle>;

/** A story that the user follows. */
export const follow = z.object({
  id: z.uuid(),
  /** In order of time. */
  articles: z
    .array(followedArticle)
    .check(z.minLength(1), z.maxLength(FIRST_ARTICLES + LATEST_ARTICLES)),
  /** ms since 1970. */
  followedAt: z.number(),
});
export type Follow = z.infer<typeof follow>;

/** Adds a story to those that are followed; the list stays as it is when it is full or has the story already. */
export function withFollow(follows: readonly Follow[], added: Follow): readonly Follow[] {
  const keys = keysOf(added);
  const isThere = follows.some((one) => keysOf(one).some((key) => keys.includes(key)));
  return isThere || follows.length >= MAX_FOLLOWS ? follows : [...follows, added];
}

/** The articles of a story that are kept of it. */
export function followedArticles(articles: readonly FollowedArticle[]): FollowedArticle[] {
  if (articles.length <= FIRST_ARTICLES + LATEST_ARTICLES) return [...articles];
  return [...articles.slice(0, FIRST_ARTICLES), ...articles.slice(-LATEST_ARTICLES)];
}

/** A function that gives the entry of a story that the user follows, by the URL keys of its articles. */
export function followFinder(
  follows: readonly Follow[],
): (keys: readonly string[]) => Follow | undefined {
  const byKey = new Map(follows.flatMap((one) => keysOf(one).map((key) => [key, one] as const)));
  return (keys) => {
    for (const key of keys) {
      const found = byKey.get(key);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** A followed story with the articles that it has got since; itself where there are none. */
export function grownFollow(
  before: Follow,
  articles: readonly (FollowedArticle & { readonly key: string })[],
): Follow {
  const known = new Set(keysOf(before));
  const added = articles.filter(({ key }) => !known.has(key));
  if (added.length === 0) return before;
  const all = [
    ...before.articles,
    ...added.map(({ url, title, outlet, published }) => ({ url, title, outlet, published })),
  ];
  const grown = followedArticles(all.sort((a, b) => a.published - b.published));
  // Articles between the first ones and the latest come again each time, and are left out again.
  const isSame =
    grown.length === before.articles.length && grown.every(({ url }) => known.has(addressKey(url)));
  return isSame ? before : { ...before, articles: grown };
}

/** A followed story of which all articles have expired, as far as it is kept. */
export function expiredStory({ id, articles }: Follow): TodayStory {
  const points = articles.map(
    ({ title, url, outlet, published }): StoryPoint => ({
      ...{ title, url, outlet, published },
      ...{ type: "article", language: null, marks: [] },
      ...{ isTimeStated: true, isReprint: false, isNew: false },
    }),
  );
  const outlets = [...new Set(articles.map(({ outlet }) => outlet))];
  return {
    id: addressKey(articles[0]?.url ?? ""),
    headline: 0,
    points,
    articles: points.length,
    outlets,
    originals: outlets.length,
    reprints: 0,
    changed: 0,
    first: null,
    fresh: 0,
    follow: id,
  };
}

function keysOf({ articles }: Pick<Follow, "articles">): string[] {
  return articles.map(({ url }) => addressKey(url));
}
