import {
  type Follow,
  type FollowedArticle,
  followedArticles,
  withFollow,
} from "../../core/today/follows.ts";
import { followsItem } from "./stored-items.ts";

/** The stories that the user follows, in the order in which they were added. */
export function readFollows(): Promise<readonly Follow[]> {
  return followsItem.read();
}

/** Follows stories again that were followed before, as far as there is room. */
export function addFollows(added: readonly Follow[]): Promise<readonly Follow[]> {
  return followsItem.change((follows) => added.reduce(withFollow, follows));
}

/**
 * Follows a story, unless it is followed already or too many are.
 *
 * @param articles of the story in order of time, at least one
 */
export function addFollow(articles: readonly FollowedArticle[], id: string, now: number) {
  return followsItem.change((follows) =>
    withFollow(follows, { id, articles: followedArticles(articles), followedAt: now }),
  );
}

export function removeFollow(id: string): Promise<readonly Follow[]> {
  return followsItem.change((follows) => follows.filter((one) => one.id !== id));
}

/** Keeps followed stories that have got new articles; of one that was removed meanwhile nothing comes back. */
export async function keepGrown(grown: readonly Follow[]): Promise<void> {
  const byId = new Map(grown.map((one) => [one.id, one]));
  await followsItem.change((follows) => follows.map((one) => byId.get(one.id) ?? one));
}
