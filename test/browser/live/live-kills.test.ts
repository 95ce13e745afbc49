import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { seededRandom } from "../../../scripts/torture/random.ts";
import { sampleOf } from "../../sample.ts";
import { useFolder } from "../own-folder.ts";
import { useBrowser } from "../session.ts";
import { LiveSection } from "./live-section.ts";
import { OutletServers } from "./outlet-servers.ts";
import { SIX_OUTLETS } from "./six-outlets.ts";

/** A kill that came too late makes the next ones earlier, one that came in time makes them later. */
const SHORTER = 0.8;
const LONGER = 1.1;

const servers = new OutletServers();
const session = useBrowser(servers.site, { asksPermissions: true });
const { file } = useFolder();
const random = seededRandom(20261123);

let live: LiveSection;
beforeAll(async () => {
  live = await LiveSection.open(session);
  const outlines = SIX_OUTLETS.map(
    ({ name, feed }) => `<outline text="${name}" xmlUrl="${feed}"/>`,
  );
  await live.addByFile(file("feeds.opml", `<opml><body>${outlines.join("")}</body></opml>`));
  await live.settled();
});

/** Number of articles in each feed. */
const held = new Map(SIX_OUTLETS.map(({ name, entries }) => [name, entries.length]));
const heldByAll = () => held.values().reduce((sum, count) => sum + count, 0);

/** One of the outlets has another article. */
function publishOne(): void {
  const outlet = SIX_OUTLETS[Math.floor(random() * SIX_OUTLETS.length)];
  if (outlet === undefined) return;
  const { name, entries } = outlet;
  const count = (held.get(name) ?? 0) + 1;
  held.set(name, count);
  servers.publish(name, {
    url: new URL(`/later/${count}`, entries[0]?.url).href,
    title: `Report ${count} of ${name}`,
    excerpt: "",
    published: Date.now() - 60_000,
  });
}

test("a worker that is killed at random moments of polls loses no article and stores none twice", async () => {
  const { options } = live;
  const kills = session.browser.name === "chromium" ? sampleOf(10, 100) : sampleOf(5, 20);
  const losses: string[] = [];
  let cutShort = 0;
  /** Until about this many ms after its start a poll can be killed. */
  let length = 300;
  for (let kill = 1; kill <= kills && losses.length === 0; kill++) {
    const before = heldByAll();
    for (let i = 0; i < 2; i++) publishOne();
    // The answer may die with the worker.
    options.ask({ type: "outlets.poll", ids: null }).catch(() => undefined);
    await pause(random() * length);
    await session.browser.stopBackground();
    const { articles, outlets } = await live.status();
    const taken = outlets.reduce((sum, outlet) => sum + outlet.articles, 0);
    if (articles !== taken || articles < before || articles > heldByAll())
      losses.push(`kill ${kill}: ${articles} articles, ${taken} taken in`);
    if (articles === heldByAll()) {
      length *= SHORTER;
      continue;
    }
    cutShort++;
    length *= LONGER;
    await options.ask({ type: "outlets.poll", ids: null });
    const after = await live.settled();
    if (after.articles !== heldByAll())
      losses.push(`kill ${kill}: ${after.articles} articles of ${heldByAll()} after another poll`);
  }
  expect(losses).toEqual([]);
  // Otherwise the kills came while nothing was running.
  expect(cutShort).toBeGreaterThan(kills / 10);
  expect(kills - cutShort).toBeGreaterThanOrEqual(sampleOf(0, 1));
});

test("each outlet has exactly the articles of its feed in the end", async () => {
  const known = await Promise.all(
    SIX_OUTLETS.map(async ({ name, entries }) => {
      const coverage = await live.options.coverageOf(new URL("/", entries[0]?.url).href);
      return [name, coverage.kind === "outlet" ? coverage.ratings[0]?.articles : 0];
    }),
  );
  expect(Object.fromEntries(known)).toEqual(Object.fromEntries(held));
});
