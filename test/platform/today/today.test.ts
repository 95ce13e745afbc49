import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { MINUTE } from "../../../core/durations.ts";
import type { SearchQuestion } from "../../../core/search/search-question.ts";
import { GrowingStories } from "../../../core/today/growing-stories.ts";
import type { StoryChoice } from "../../../core/today/story-choice.ts";
import type { TodayStory } from "../../../core/today/today-story.ts";
import { groupedArticlesItem } from "../../../platform/storage/stored-items.ts";
import { feedOf } from "../../fixtures/outlets.ts";
import { item } from "../../fixtures/served-feeds.ts";
import { waitUntil } from "../../wait-until.ts";
import {
  handlers,
  machine,
  picked,
  remove,
  SENDER,
  services,
  start,
  useOutlets,
} from "../feeds/live/outlet-machine.ts";
import { NOW } from "../workers.ts";

useOutlets();

const ago = (minutes: number) => new Date(NOW - minutes * MINUTE).toISOString();
const CLOSED = "Marram Bridge closed after inspectors find cracks in main girder";
const SHUT = "Cracked girder shuts Marram Bridge, 14,000 commuters stranded";
const AGAIN = "Marram Bridge closed indefinitely over cracks in girder";
const KNOTS = "Restored lighthouse opens as a museum of knots";
const QUIZ = "Quiz night returns with a round on sea shanties";

beforeEach(async () => {
  machine.feeds.serve(feedOf(1), item("outlet-1.example/bridge", CLOSED, ago(120)));
  machine.feeds.serve(
    feedOf(2),
    item("outlet-2.example/bridge", SHUT, ago(90)),
    item("outlet-2.example/knots", KNOTS, ago(60)),
  );
  await picked(1, 2);
});

const CHOICE: StoryChoice = { span: "day", section: "shared", without: null, order: "originals" };

/** The answer as it is once all stories are found. */
async function answer(changes: Partial<StoryChoice> = {}, since: number | null = null) {
  const ask = () =>
    handlers["today.stories"](
      {
        type: "today.stories",
        choice: { ...CHOICE, ...changes },
        language: "en",
        since,
        most: 100,
      },
      SENDER,
    );
  await ask();
  await waitUntil(() => expect(services.today.state().progress).toBeNull());
  return ask();
}

const told = ({ points, first, fresh, follow }: TodayStory) => ({
  points: points.map(({ outlet, title }) => `${outlet.slice("Outlet ".length)}: ${title}`),
  first: first && `${first.outlet.slice("Outlet ".length)} ${first.lead / MINUTE}`,
  fresh,
  isFollowed: follow !== null,
});
const stories = async (changes: Partial<StoryChoice> = {}, since: number | null = null) =>
  (await answer(changes, since)).stories.map(told);

const BRIDGE = {
  points: [`1: ${CLOSED}`, `2: ${SHUT}`],
  first: "1 30",
  fresh: 0,
  isFollowed: false,
};

async function poll(): Promise<void> {
  await handlers["outlets.poll"]({ type: "outlets.poll", ids: null }, SENDER);
  await services.poller.idle();
}

describe("today's stories", () => {
  test("are those of the live outlets", async () => {
    expect(await answer()).toMatchObject({
      articles: 3,
      total: 1,
      shared: 1,
      single: 1,
      following: 0,
      lookedAt: null,
    });
    expect(await stories()).toEqual([BRIDGE]);
    expect(await stories({ section: "single" })).toMatchObject([{ points: [`2: ${KNOTS}`] }]);
  });

  test("are told by preferred outlets, and left out where only hidden ones have them", async () => {
    const prefer = (domain: string, preference: "hidden" | "preferred" | null) =>
      handlers["outlet.prefer"]({ type: "outlet.prefer", name: "O", domain, preference }, SENDER);
    await prefer("outlet-2.example", "preferred");
    expect((await answer()).stories[0]?.headline).toBe(1);
    await prefer("outlet-2.example", "hidden");
    const [bridge] = (await answer()).stories;
    expect([bridge?.headline, bridge?.outlets.length]).toEqual([0, 2]);
    expect(await answer({ section: "single" })).toMatchObject({
      stories: [],
      single: 0,
      hidden: 1,
    });
    expect(await answer({ section: "single", withHidden: true })).toMatchObject({
      stories: [{ outlets: ["Outlet 2"] }],
      single: 1,
      hidden: 1,
    });
  });

  test("get the articles that come later, and the newer versions of others", async () => {
    await answer();
    machine.feeds.serve(feedOf(1), item("outlet-1.example/bridge", `${CLOSED} again`, ago(120)));
    machine.feeds.serve(feedOf(2), item("outlet-2.example/more", AGAIN, ago(10)));
    await poll();
    expect(await stories()).toMatchObject([
      { points: [`1: ${CLOSED} again`, `2: ${SHUT}`, `2: ${AGAIN}`], first: "1 30" },
    ]);
  });

  test("are not grouped again when an article comes", async () => {
    const others = Array.from({ length: 9 }, (_, i) =>
      item(`outlet-1.example/${i}`, `Number ${i} of nine`, ago(30 + i)),
    );
    machine.feeds.serve(feedOf(1), ...others);
    await poll();
    await answer();
    const compared = vi.spyOn(GrowingStories.prototype, "add");
    machine.feeds.serve(feedOf(2), item("outlet-2.example/quiz", QUIZ, ago(300)));
    await poll();
    await answer();
    expect(compared).toHaveBeenCalledTimes(1);
  });

  test("are those of the outlets that the user has, by the names that they have now", async () => {
    const [one = ""] = (
      await handlers["outlets.status"]({ type: "outlets.status" }, SENDER)
    ).outlets.map(({ id }) => id);
    await handlers["outlets.change"](
      { type: "outlets.change", id: one, change: { name: "The Courier" } },
      SENDER,
    );
    expect((await answer()).stories[0]?.outlets).toEqual(["The Courier", "Outlet 2"]);
    await remove(one);
    expect(await answer()).toMatchObject({ shared: 0, single: 2, outlets: [{ name: "Outlet 2" }] });
  });

  test("that are older than the span are left out", async () => {
    machine.feeds.serve(feedOf(1), item("outlet-1.example/quiz", QUIZ, ago(60 * 60)));
    await poll();
    expect((await answer({ section: "single" })).total).toBe(1);
    expect((await answer({ section: "single", span: "three-days" })).total).toBe(2);
  });

  test("say what is new since the user last looked", async () => {
    await answer();
    machine.now += 10 * MINUTE;
    await handlers["today.looked"]({ type: "today.looked" }, SENDER);
    const looked = (await answer()).lookedAt;
    machine.now += 10 * MINUTE;
    machine.feeds.serve(feedOf(2), item("outlet-2.example/more", AGAIN, ago(-15)));
    await poll();
    expect(await stories({}, looked)).toMatchObject([{ fresh: 1 }]);
  });

  test("are there at once in the next worker, which compares no article again", async () => {
    await answer();
    const before = await groupedArticlesItem.read();
    // As if nothing could be told of their words: only what was kept says that they are one story.
    await groupedArticlesItem.change(() => before && { ...before, stories: [5, 5, 5] });
    start();
    expect(await stories()).toMatchObject([
      { points: [`1: ${CLOSED}`, `2: ${SHUT}`, `2: ${KNOTS}`] },
    ]);
  });

  test("are found again when their index is damaged", async () => {
    const { live } = services;
    const rows = await services.ledger.rows();
    const index = rows.find(({ part, owner }) => part === "stories" && owner.startsWith("live"));
    const store = await services.ledger.store();
    await store.write(index?.generation ?? "", [{ name: "texts/0", bytes: new Uint8Array(9) }]);
    await answer();
    await live.idle();
    expect(await stories()).toEqual([BRIDGE]);
    const generations = (await services.ledger.rows()).map(({ generation }) => generation);
    expect(generations).not.toContain(index?.generation);
  });
});

describe("a story that the user follows", () => {
  const follow = async () => {
    const [story] = (await answer()).stories;
    const articles = story?.points.map(({ url, title, outlet, published }) => ({
      ...{ url, title, outlet, published },
    }));
    return handlers["today.follow"]({ type: "today.follow", articles: articles ?? [] }, SENDER);
  };
  const FOLLOWED = { ...BRIDGE, isFollowed: true };

  test("is marked, and listed by itself", async () => {
    expect(await follow()).toBe(true);
    expect(await stories()).toEqual([FOLLOWED]);
    expect(await stories({ section: "following" })).toEqual([FOLLOWED]);
  });

  test("is followed once", async () => {
    await follow();
    expect(await follow()).toBe(false);
    expect((await answer()).following).toBe(1);
  });

  test("can be let go of", async () => {
    await follow();
    const id = (await answer()).stories[0]?.follow ?? "";
    await handlers["today.unfollow"]({ type: "today.unfollow", id }, SENDER);
    expect(await stories()).toEqual([BRIDGE]);
    expect((await answer()).following).toBe(0);
  });

  test("stays when its articles have expired, with what it got meanwhile", async () => {
    await follow();
    machine.feeds.serve(feedOf(2), item("outlet-2.example/more", AGAIN, ago(10)));
    await poll();
    await answer();
    const ids = (await handlers["outlets.status"]({ type: "outlets.status" }, SENDER)).outlets;
    await remove(...ids.map(({ id }) => id));
    expect(await stories()).toEqual([]);
    expect(await stories({ section: "following" })).toMatchObject([
      { points: [`1: ${CLOSED}`, `2: ${SHUT}`, `2: ${AGAIN}`], isFollowed: true },
    ]);
  });

  test("is left as it is where it cannot be read", async () => {
    await browser.storage.local.set({ follows: [{ id: "x" }] });
    await follow();
    const { follows } = await browser.storage.local.get("follows");
    expect(follows).toHaveLength(2);
    expect((await answer()).following).toBe(1);
  });
});

test("a search finds articles of all data sets and outlets, by their outlets' languages", async () => {
  const any = { domains: null, language: null, from: null, to: null, quality: "any" } as const;
  const search = async (question: Partial<SearchQuestion>) => {
    const asked = { ...any, text: "bridge", ...question };
    return handlers.search({ type: "search", question: asked }, SENDER);
  };
  const { articles, dataSets } = await search({});
  expect(articles.map(({ title }) => title)).toEqual([SHUT, CLOSED]);
  expect(dataSets).toEqual([
    ["made-up", "Made up"],
    ["live", "Live outlets"],
  ]);
  expect((await search({ language: "en" })).articles).toEqual([]);
});
