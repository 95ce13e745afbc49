import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { MINUTE } from "../../../core/durations.ts";
import type { LiveStatus } from "../../../core/protocol/live-status.ts";
import type { ViewRequest } from "../../../core/protocol/requests.ts";
import { useBrowser } from "../session.ts";
import { LiveSection } from "./live-section.ts";

/** Two sites that the extension may reach from the start, and where their feeds are. */
const FEEDS = ["https://www.futurism.com/feed", "https://www.businessinsider.com/rss"];
const OUTLETS = FEEDS.map((feed, i) => ({
  name: `Outlet ${i + 1}`,
  domains: [new URL(feed).hostname.replace("www.", "")],
  feed,
  country: "",
  language: "",
}));

let asked: string[] = [];
/** What the servers answer, by address. */
const answers = new Map<
  string,
  { readonly status?: number; readonly location?: string; readonly body: string }
>();

const session = useBrowser((url) => {
  if (/(?:futurism|businessinsider)\.com$/.test(url.hostname)) asked.push(url.href);
  const { status = 200, location, body } = answers.get(url.href) ?? { status: 404, body: "" };
  const moved = location === undefined ? {} : { location };
  return { status, headers: { "content-type": "application/rss+xml", ...moved }, body };
});

/** A feed with so many articles of today. */
function rss(site: string, count: number): string {
  const items = Array.from(
    { length: count },
    (_, i) => `<item><title>Story ${i} of ${site}</title><link>https://${site}/${i}</link></item>`,
  );
  return `<rss version="2.0"><channel><title>X</title>${items.join("")}</channel></rss>`;
}

let live: LiveSection;
beforeAll(async () => {
  live = await LiveSection.open(session);
});
beforeEach(() => {
  asked = [];
  answers.set(FEEDS[0] ?? "", { body: rss("futurism.com", 3) });
  answers.set(FEEDS[1] ?? "", { body: rss("businessinsider.com", 2) });
});

const ask = (request: ViewRequest) => live.options.ask<LiveStatus>(request);

/** What a page of the extension has of its interface here. */
interface Extension {
  readonly alarms: {
    getAll(): Promise<{ readonly name: string; readonly scheduledTime: number }[]>;
  };
}

const alarms = () =>
  live.options.view.run(() => {
    const scope = globalThis as unknown as { browser?: Extension; chrome: Extension };
    return (scope.browser ?? scope.chrome).alarms.getAll();
  });

describe("outlets that are picked", () => {
  test("are polled at once, each at its feed's address and nowhere else", async () => {
    await ask({ type: "outlets.add", outlets: OUTLETS });
    const status = await live.settled();
    expect(status).toMatchObject({ articles: 5, articlesToday: 5, waitsFor: null });
    expect(status.outlets.map(({ name, health }) => [name, health])).toEqual([
      ["Outlet 1", "good"],
      ["Outlet 2", "good"],
    ]);
    expect(asked.sort()).toEqual([...FEEDS].sort());
  });

  test("have the browser wake the extension for the next poll", async () => {
    await expect.poll(async () => (await alarms()).length).toBe(1);
    const [alarm] = await alarms();
    const minutes = ((alarm?.scheduledTime ?? 0) - Date.now()) / MINUTE;
    expect(minutes).toBeGreaterThan(25);
    expect(minutes).toBeLessThan(34);
  });

  test("bring what is new, and what fails says why", async () => {
    answers.set(FEEDS[0] ?? "", { body: rss("futurism.com", 4) });
    answers.set(FEEDS[1] ?? "", { status: 503, body: "" });
    await ask({ type: "outlets.poll", ids: null });
    const status = await live.settled();
    expect(status).toMatchObject({ articles: 6, articlesToday: 6 });
    expect(status.outlets).toMatchObject([
      { health: "good", articles: 4 },
      { health: "failing", failure: "server-error", status: 503, articles: 2 },
    ]);
  });

  test("are not asked when a page of theirs is opened", async () => {
    await session.open("https://www.futurism.com/page").catch(() => undefined);
    await pause(500);
    expect(asked.filter((address) => FEEDS.includes(address))).toEqual([]);
  });

  test("are removed by a reset, and come back with its undo", async () => {
    await live.options.pressButton("Delete everything…");
    await live.options.pressButton("Delete", "#privacy");
    await live.options.waitForToast("All settings are as they were at installation.");
    const removed = await live.status();
    expect(removed.outlets.map(({ removedAt }) => removedAt === null)).toEqual([false, false]);
    await live.options.pressButton("Undo", ".toast");
    await live.options.waitForToast("Everything is back.");
    const { outlets } = await live.status();
    expect(outlets.map(({ name, removedAt }) => [name, removedAt])).toEqual([
      ["Outlet 1", null],
      ["Outlet 2", null],
    ]);
  });

  test("wake nobody for a poll any more once they are removed", async () => {
    const { outlets } = await ask({ type: "outlets.status" });
    await ask({ type: "outlets.remove", ids: outlets.map(({ id }) => id) });
    await expect.poll(async () => (await alarms()).map(({ name }) => name)).toEqual(["purge"]);
  });
});

describe("a feed that leads to a site that is allowed, but of no outlet", () => {
  test("is not followed there", async () => {
    const [feed = "", elsewhere = ""] = FEEDS;
    const other = { ...OUTLETS[0], name: "Outlet 3", feed: `${feed}?again` };
    answers.set(other.feed, { status: 302, location: elsewhere, body: "" });
    await ask({ type: "outlets.add", outlets: [other] as typeof OUTLETS });
    const { outlets } = await live.settled();
    expect(outlets.find(({ name }) => name === "Outlet 3")).toMatchObject({
      failure: "unreachable",
    });
    expect(asked).toEqual([other.feed]);
  });
});
