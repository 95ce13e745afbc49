import { describe, expect, test } from "vitest";
import { MINUTE } from "../../../core/durations.ts";
import {
  expiredStory,
  type Follow,
  type FollowedArticle,
  followedArticle,
  followedArticles,
  followFinder,
  grownFollow,
  MAX_FOLLOWS,
  withFollow,
} from "../../../core/today/follows.ts";
import { MORNING } from "./articles.ts";

const ID = "3f0c1a52-6c9e-4f0e-9a39-0d4a0c9f5a11";
const ref = (n: number): FollowedArticle => ({
  url: `https://outlet-${n}.example/ferry`,
  title: `Ferry ${n}`,
  outlet: `Outlet ${n}`,
  published: MORNING + n * MINUTE,
});
const refs = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => ref(from + i));
const follow = (articles: FollowedArticle[], id = ID): Follow => ({
  id,
  articles,
  followedAt: MORNING,
});
const keyed = (n: number) => ({ ...ref(n), key: `outlet-${n}.example/ferry` });
const titles = ({ articles }: Follow) => articles.map(({ title }) => title);

describe("following a story", () => {
  test("adds it once, by any of its articles", () => {
    const follows = withFollow([], follow(refs(1, 3)));
    expect(follows).toHaveLength(1);
    expect(withFollow(follows, follow(refs(3, 4)))).toBe(follows);
    expect(withFollow(follows, follow(refs(5, 6)))).toHaveLength(2);
  });

  test("is bounded", () => {
    const full = Array.from({ length: MAX_FOLLOWS }, (_, n) => follow([ref(n)]));
    expect(withFollow(full, follow([ref(1000)]))).toBe(full);
  });

  test("keeps the first articles and the latest", () => {
    expect(followedArticles(refs(1, 30)).map(({ title }) => title)).toEqual(
      [...refs(1, 4), ...refs(19, 30)].map(({ title }) => title),
    );
  });

  test("is found by the key of any article", () => {
    const find = followFinder([follow([ref(1), ref(2)])]);
    expect(find(["other.example/a", "outlet-2.example/ferry"])?.id).toBe(ID);
    expect(find(["other.example/a"])).toBeUndefined();
  });
});

describe("a followed story", () => {
  test("takes in its new articles", () => {
    const grown = grownFollow(follow([ref(1), ref(3)]), [keyed(1), keyed(2), keyed(3)]);
    expect(titles(grown)).toEqual(["Ferry 1", "Ferry 2", "Ferry 3"]);
  });

  test("stays the same object without any", () => {
    const before = follow([ref(1)]);
    expect(grownFollow(before, [keyed(1)])).toBe(before);
    const long = follow(followedArticles(refs(1, 30)));
    expect(
      grownFollow(
        long,
        Array.from({ length: 30 }, (_, i) => keyed(i + 1)),
      ),
    ).toBe(long);
  });

  test("can be shown when its articles have expired", () => {
    expect(expiredStory(follow(refs(1, 2)))).toMatchObject({
      id: "outlet-1.example/ferry",
      headline: 0,
      articles: 2,
      outlets: ["Outlet 1", "Outlet 2"],
      first: null,
      fresh: 0,
      follow: ID,
      points: [1, 2].map((n) => ({
        ...ref(n),
        ...{ type: "article", language: null, marks: [] },
        ...{ isTimeStated: true, isReprint: false, isNew: false },
      })),
    });
  });
});

test.each([
  ["http://outlet.example/ferry", true],
  ["https://outlet.example/ferry", true],
  ["javascript:https://outlet.example/ferry", false],
  ["ftp://outlet.example/ferry", false],
])("a followed article may be at %s: %s", (url, isAllowed) => {
  expect(followedArticle.safeParse({ ...ref(1), url }).success).toBe(isAllowed);
});
