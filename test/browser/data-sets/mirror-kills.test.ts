import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { editionShown } from "../../../scripts/torture/edition-shown.ts";
import { articleAddress, articleTitle, type Edition } from "../../../scripts/torture/editions.ts";
import { seededRandom } from "../../../scripts/torture/random.ts";
import { record } from "../../fixtures/records.ts";
import { MANIFEST_ADDRESS, publishedDay } from "../../platform/publisher.ts";
import { sampleOf } from "../../sample.ts";
import { WAIT } from "../../timeouts.ts";
import { useBrowser } from "../session.ts";
import { PublishedSection } from "./published-section.ts";
import { PublisherServer } from "./publisher-server.ts";

const FILES = 6;
const ARTICLES = 600;
/** A kill comes at most so many ms after a file was asked for: while it is written, checked, or just after. */
const LATEST = 40;
let latest = LATEST;

const server = new PublisherServer();
const session = useBrowser(server.site, { asksPermissions: true });
const random = seededRandom(20261130);
const editions = { first: await filesOf("first"), second: await filesOf("second") };
let version = 0;

/** The files of an edition, each with as many articles. */
function filesOf(edition: Edition) {
  const days = Array.from({ length: FILES }, (_, day) => {
    const records = Array.from({ length: ARTICLES / FILES }, (_, at) => {
      const i = (day * ARTICLES) / FILES + at;
      return record(articleAddress(i), { title: articleTitle(edition, i) });
    });
    return publishedDay(`2026-11-0${day + 1}`, records);
  });
  return Promise.all(days);
}

function publish(edition: Edition) {
  version++;
  const dates = { published: "2026-11-30T04:00:00Z", expires: "2099-12-30T04:00:00Z" };
  return server.publish(editions[edition], { ...dates, version });
}

let published: PublishedSection;
beforeAll(async () => {
  publish("first");
  published = await PublishedSection.open(session);
  // The user gives the permission for the host, and subscribes to nothing yet.
  await published.preview(MANIFEST_ADDRESS);
  await published.options.pressButton("Cancel", ".published");
});

/** Begins something, and kills the worker at a random moment of it: mostly before the last file is there. */
async function killDuring(begin: () => Promise<unknown>): Promise<void> {
  // With all files given, a machine that is slower than the kills would never come to the end.
  latest = server.notGiven.length === 0 ? 2 * latest : LATEST;
  const reached = server.giveOnly(Math.floor(random() * (server.notGiven.length + 1)));
  const isLate = pause(WAIT, null, { ref: false }).then(() => {
    throw new Error("the next file was not asked for");
  });
  // The answer may die with the worker.
  begin().catch(() => undefined);
  await Promise.race([reached, isLate]);
  await pause(random() * latest);
  await session.browser.stopBackground();
}

/** What is in use: its version, and the edition that the articles are of. */
async function shown(): Promise<string> {
  const { inUse } = await published.only();
  return `${inUse?.version ?? 0}: ${await editionShown(published.options, ARTICLES)}`;
}

/** Lets a mirror that was killed come to its end; gives what is in use then, and the names of all that is kept. */
async function completed(): Promise<{ shown: string; files: string[] }> {
  server.giveOnly(Number.POSITIVE_INFINITY);
  await published.updateNow();
  return { shown: await shown(), files: await published.keptFiles() };
}

/** What `completed` gives where nothing is lost, and nothing left behind. */
const whole = (edition: Edition) => ({
  shown: `${version}: ${edition}`,
  files: [...editions[edition].map(({ file }) => file.name), "in-use.json", "index.dataset"].sort(),
});

test("a first mirror whose worker is killed at random is used completely or not at all, and is resumed", async () => {
  const kills = sampleOf(5, 100);
  const losses: string[] = [];
  let old = 0;
  let manifest = publish("first");
  let begin = () => published.add(MANIFEST_ADDRESS, manifest);
  for (let kill = 1; kill <= kills; kill++) {
    await killDuring(begin);
    begin = () => published.wake();
    const found = await shown();
    if (found === "0: none") old++;
    else if (found !== `${version}: first`) losses.push(`kill ${kill}: ${found}`);
    else if (kill < kills) {
      const { id } = await published.only();
      await published.options.ask({ type: "published.remove", id });
      manifest = publish("first");
      begin = () => published.add(MANIFEST_ADDRESS, manifest);
    }
  }
  expect(losses).toEqual([]);
  // Otherwise the kills came while nothing was running.
  expect(old).toBeGreaterThanOrEqual(sampleOf(1, kills / 2));
  expect(kills - old).toBeGreaterThanOrEqual(sampleOf(0, 1));
  expect(await completed()).toEqual(whole("first"));
});

test("a worker that is killed at random moments of an update leaves the version of before or the next one, complete", async () => {
  const kills = sampleOf(2, 20);
  const losses: string[] = [];
  const { id } = await published.only();
  const begin = () => published.options.ask({ type: "published.check", id });
  let kept: Edition = "first";
  let coming: Edition = "second";
  let old = 0;
  publish(coming);
  for (let kill = 1; kill <= kills; kill++) {
    await killDuring(begin);
    const found = await shown();
    if (found === `${version - 1}: ${kept}`) old++;
    else if (found !== `${version}: ${coming}`) losses.push(`kill ${kill}: ${found}`);
    else if (kill < kills) {
      // Files of an edition that are still there would not be asked for when it comes again.
      expect(await completed()).toEqual(whole(coming));
      [kept, coming] = [coming, kept];
      publish(coming);
    }
  }
  expect(losses).toEqual([]);
  expect(old).toBeGreaterThanOrEqual(sampleOf(1, kills / 2));
  expect(kills - old).toBeGreaterThanOrEqual(sampleOf(0, 1));
  expect(await completed()).toEqual(whole(coming));
});
