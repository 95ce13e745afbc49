import { sampleOf } from "../../../sample.ts";
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test } from "vitest";
import { findCoverage } from "../../../../core/coverage/find-coverage.ts";
import type { Services } from "../../../../platform/background/services.ts";
import { addOutlets } from "../../../../platform/storage/subscriptions-store.ts";
import { record } from "../../../fixtures/records.ts";
import { headlines, storyAt } from "../../indexing/story-workers.ts";
import {
  BUNDLED_PAGE,
  databaseWith,
  edition,
  generationsInDatabase,
  Machine,
  NOW,
  segmentsInDatabase,
  titleAt,
} from "../../workers.ts";
import {
  earlierTitles,
  keptUp,
  live,
  liveEdition,
  liveInDatabase,
  readState,
} from "./live-records.ts";

let machine: Machine;
let services: Services;
beforeEach(() => {
  machine = new Machine();
  services = machine.start();
});

const answer = (address: string) =>
  services.library.lookUp((segments) => findCoverage(segments, address, []));

describe("articles that a poll brings", () => {
  test("answer once they are stored, in this worker and the next", async () => {
    await services.live.append([live("a.example/1", "Ferry returns")], []);
    expect(await titleAt(services, "https://a.example/1")).toBe("Ferry returns");
    expect(await titleAt(machine.start(), "https://a.example/1")).toBe("Ferry returns");
    expect(await titleAt(services, BUNDLED_PAGE)).toBe(`Story at ${BUNDLED_PAGE}`);
  });

  test("keep what they said before their feed changed them, also once segments are merged", async () => {
    const key = "a.example/1";
    const { live: store } = services;
    const say = (title: string, revised = new Set([key])) =>
      store.append([live(key, title)], [], revised);
    await say("Mayor denies deal", new Set());
    await say("Mayor admits deal");
    await store.append(liveEdition("b", "Other", 40), []);
    await say("Mayor resigns over deal");
    await say("Mayor resigns", new Set());
    const expected = ["Mayor denies deal", "Mayor admits deal"];
    expect(await earlierTitles(services, key)).toEqual(expected);
    await keptUp(services);
    expect(await earlierTitles(machine.start(), key)).toEqual(expected);
  });

  test("are found by their story at once", async () => {
    await services.live.append(headlines("live"), []);
    expect(await storyAt(services)).toEqual([
      "https://live.example/0",
      "https://live.example/1",
      "https://live.example/5",
    ]);
  });

  test("are kept with the states of their feeds", async () => {
    await services.live.append([live("a.example/1", "One")], [readState("a")]);
    expect(await services.live.states()).toEqual([readState("a")]);
  });

  test("may be none: then only the states of the feeds change", async () => {
    await services.live.append([], [readState("a")]);
    expect(await services.live.states()).toEqual([readState("a")]);
    expect(await segmentsInDatabase()).toEqual([]);
  });

  test("that are too old are not stored", async () => {
    await services.live.append([live("a.example/1", "Old", 40), live("a.example/2", "New")], []);
    expect(await titleAt(services, "https://a.example/1")).toBe("outlet");
    expect(await services.live.size()).toMatchObject({ articles: 1 });
  });

  test("are one data set, whatever segments they lie in", async () => {
    await services.live.append(liveEdition("a", "First", 40), []);
    await services.live.append([live("a.example/x", "Second")], []);
    expect(await liveInDatabase()).toHaveLength(2);
    const coverage = await answer("https://a.example/x");
    if (coverage.kind !== "article") throw new Error(coverage.kind);
    expect(coverage.dataSets).toMatchObject([{ id: "live", name: "Live outlets", records: 41 }]);
  });

  test("of one outlet are counted together", async () => {
    await services.live.append(liveEdition("a", "First", 40), []);
    await services.live.append([live("a.example/x", "Second")], []);
    const coverage = await answer("https://a.example/");
    expect(coverage).toMatchObject({
      kind: "outlet",
      site: "a.example",
      ratings: [{ articles: 41, rated: 0, quality: null }],
    });
  });

  test("lie on hosts below their outlet's site", async () => {
    const provider = { name: "A", domain: "a.example" };
    await services.live.append([{ ...live("sport.a.example/1", "Match"), provider }], []);
    expect(await answer("https://news.a.example/")).toMatchObject({ kind: "outlet", name: "A" });
  });

  test("answer from memory where there is no database", async () => {
    services = machine.start({ openStore: () => Promise.reject(new Error("no database")) });
    await services.live.append([live("a.example/1", "One")], [readState("a")]);
    expect(await titleAt(services, "https://a.example/1")).toBe("One");
    expect(await services.live.states()).toEqual([readState("a")]);
  });

  test("are not treated as a data set without stories", async () => {
    await services.live.append([live("a.example/1", "One")], []);
    services.stories.start();
    await services.stories.idle();
    const names = (await segmentsInDatabase()).map(([name]) => name);
    expect(names).toEqual(["live/1", "live/1/stories"]);
  });
});

describe("an article that comes again", () => {
  const first = live("a.example/1", "First word");
  const again = live("a.example/1?utm_source=feed", "Second word");

  test("is stored once, in its latest version", async () => {
    await services.live.append([first, ...liveEdition("b", "Other", 40)], []);
    await services.live.append([again], []);
    expect(await liveInDatabase()).toHaveLength(2);
    expect(await titleAt(services, "https://a.example/1")).toBe("Second word");
    expect(await services.live.size()).toMatchObject({ articles: 41 });
  });

  test("is stored once when it comes twice at the same time, in the last version", async () => {
    await services.live.append([first, again], []);
    expect(await titleAt(services, "https://a.example/1")).toBe("Second word");
    expect(await services.live.size()).toMatchObject({ articles: 1 });
  });

  test("is listed once on its outlet's page", async () => {
    await services.live.append([first, ...liveEdition("b", "Other", 40)], []);
    await services.live.append([again], []);
    const coverage = await answer("https://a.example/");
    if (coverage.kind !== "outlet") throw new Error(coverage.kind);
    expect(coverage.latest.map(({ title }) => title)).toEqual(["Second word"]);
  });

  test("loses its old version when the segments are merged", async () => {
    await services.live.append([first], []);
    await services.live.append([again], []);
    expect(await liveInDatabase()).toEqual([["live/2", 1]]);
  });
});

describe("an article that another outlet brings", () => {
  const bob = { name: "Bob", domain: "shared.example" };
  const own = { ...live("shared.example/bob", "Bob's word"), provider: bob };
  const fake = { ...own, title: "Fake", provider: { name: "Alice", domain: "shared.example" } };

  test("stays with the one that brought it first", async () => {
    await services.live.append([own], []);
    await services.live.append([fake], []);
    expect(await titleAt(services, "https://shared.example/bob")).toBe("Bob's word");
    expect(await services.live.size()).toMatchObject({ articles: 1 });
  });

  test("stays so when both come at the same time", async () => {
    await services.live.append([own, fake], []);
    expect(await titleAt(services, "https://shared.example/bob")).toBe("Bob's word");
  });

  test("is replaced by its own outlet's newer version", async () => {
    await services.live.append([own], []);
    await services.live.append([fake, { ...own, title: "Bob's last word" }], []);
    expect(await titleAt(services, "https://shared.example/bob")).toBe("Bob's last word");
  });

  test("continues under the outlet's new name", async () => {
    await services.live.append([own], []);
    const outlet = { domains: ["shared.example"], feed: "https://shared.example/feed" };
    const renamed = { ...outlet, name: "Robert", country: "", language: "" };
    await addOutlets([renamed], NOW, () => crypto.randomUUID());
    const provider = { ...bob, name: "Robert" };
    await services.live.append([{ ...own, provider, title: "Robert's word" }], []);
    expect(await titleAt(services, "https://shared.example/bob")).toBe("Robert's word");
  });

  test("stays though the other is on another site", async () => {
    await services.live.append([own], []);
    await services.live.append([{ ...fake, provider: { name: "Bob", domain: "b.example" } }], []);
    const coverage = await answer("https://shared.example/bob");
    expect(coverage).toMatchObject({ page: { outlet: bob } });
  });
});

describe("an outlet on two domains", () => {
  const at = (address: string, title: string) => {
    const domain = address.replace(/^www\.|\/.*/g, "");
    return { ...live(address, title), provider: { name: "BBC News", domain } };
  };

  test("replaces an article by a newer version on the other domain", async () => {
    await services.live.append([at("www.bbc.com/news/c1", "First")], []);
    await services.live.append([at("www.bbc.co.uk/news/c1", "Again")], []);
    expect(await titleAt(services, "https://www.bbc.com/news/c1")).toBe("Again");
    expect(await services.live.size()).toMatchObject({ articles: 1 });
  });

  test("is one outlet", async () => {
    await services.live.append([at("www.bbc.com/news/c1", "One")], []);
    await services.live.append([at("www.bbc.co.uk/news/c2", "Two")], []);
    expect(await answer("https://www.bbc.co.uk/")).toMatchObject({
      kind: "outlet",
      site: "bbc.com",
      ratings: [{ articles: 2 }],
    });
  });

  test("is taken out with the articles on both", async () => {
    services.live.start();
    await services.live.append([at("www.bbc.com/news/c1", "One")], []);
    await services.live.append([at("www.bbc.co.uk/news/c2", "Two")], []);
    await services.live.append([live("a.example/1", "Other")], []);
    await services.live.drop(["bbc.com", "bbc.co.uk"], []);
    expect(await services.live.size()).toMatchObject({ articles: 1 });
    expect(await titleAt(services, "https://www.bbc.com/news/c2")).toBe("none");
  });
});

describe("an article that is also in a data set", () => {
  const address = "https://mine.example/0";

  test("has the text and quality of the data set, and the fields it lacks from the feed", async () => {
    await machine.import("s1", [record(address, { title: "Edited", quality: 70 })]);
    await services.live.append(
      [{ ...live("mine.example/0", "Fed"), excerpt: "From the feed" }],
      [],
    );
    const coverage = await answer(address);
    expect(coverage).toMatchObject({
      page: {
        title: "Edited",
        quality: 70,
        excerpt: "From the feed",
        published: NOW,
        dataSets: ["mine", "live"],
      },
    });
  });

  test("still has the related articles of the data set", async () => {
    const related = [record(address), record("https://third.example/1", { title: "Third" })];
    await machine.import("s1", [record("https://other.example/1", { title: "Other", related })]);
    await services.live.append([live("mine.example/0", "Fed")], []);
    const coverage = await answer(address);
    expect(coverage).toMatchObject({ related: [{ title: "Other" }, { title: "Third" }] });
  });
});

describe("segments", () => {
  test("are never more than five, however the articles arrive, and none is lost", async () => {
    const appends = sampleOf(25, 60);
    const counts: number[] = [];
    for (let i = 0; i < appends; i++) {
      const size = 1 + ((i * 7) % 13);
      await services.live.append(liveEdition(`outlet${i}`, `Title ${i}`, size), []);
      counts.push((await liveInDatabase()).length);
    }
    expect(Math.max(...counts)).toBeLessThanOrEqual(5);
    for (let i = 0; i < appends; i++)
      expect(await titleAt(services, `https://outlet${i}.example/0`)).toBe(`Title ${i}`);
    const all = Array.from({ length: appends }, (_, i) => 1 + ((i * 7) % 13));
    expect(await services.live.size()).toMatchObject({
      articles: all.reduce((sum, size) => sum + size, 0),
    });
  });

  test("that are no longer in use leave no blocks behind", async () => {
    await services.live.append([live("a.example/1", "One")], []);
    await services.live.append([live("a.example/2", "Two")], []);
    const inUse = (await segmentsInDatabase()).map(([, generation]) => generation);
    expect((await generationsInDatabase()).sort()).toEqual(inUse.sort());
  });

  test("are not swept while an import switches", async () => {
    const appended = services.live.append(liveEdition("a", "Fed", 300), []);
    await services.jobs.import(await machine.staged("s1", edition("first")));
    await Promise.all([appended, services.jobs.idle()]);
    expect(await titleAt(services, "https://a.example/299")).toBe("Fed");
    expect(await titleAt(services, "https://mine.example/3")).toBe("first");
  });
});

test("a full disk is an error and leaves the articles that were there", async () => {
  await titleAt(services, BUNDLED_PAGE);
  await services.live.append([live("a.example/1", "One")], [readState("a")]);
  const full = machine.start(
    databaseWith(() => ({
      write: () => Promise.reject(new DOMException("no space", "QuotaExceededError")),
    })),
  );
  const appended = full.live.append([live("a.example/2", "Two")], [readState("a", 2)]);
  await expect(appended).rejects.toMatchObject({ name: "QuotaExceededError" });
  expect(await titleAt(full, "https://a.example/1")).toBe("One");
  expect(await full.live.states()).toEqual([readState("a")]);
});

test("the extension without live outlets does no work", async () => {
  await keptUp(services);
  expect(await segmentsInDatabase()).toEqual([]);
  expect(await services.live.size()).toEqual({ articles: 0, bytes: 0 });
});
