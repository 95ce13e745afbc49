import { expect, test } from "vitest";
import { writeEdition } from "../../../scripts/torture/editions.ts";
import { type KillTally, killDuringImports } from "../../../scripts/torture/kill-worker.ts";
import { seededRandom } from "../../../scripts/torture/random.ts";
import { sampleOf } from "../../sample.ts";
import { useFolder } from "../own-folder.ts";
import { useBrowser } from "../session.ts";

const session = useBrowser(() => undefined);
const { folder } = useFolder();

test("a worker that is killed at random moments of an import leaves the old or the new state, complete", async () => {
  // Firefox takes longer to stop its background: the import must, too.
  const isChromium = session.browser.name === "chromium";
  const kills = isChromium ? sampleOf(10, 200) : sampleOf(4, 30);
  let articles = isChromium ? 12_000 : 20_000;
  let tally = await killsOf(kills, articles);
  // On a busy machine an import may be over before its worker is stopped: a longer one is not.
  while (tally.old === 0 && articles < 200_000) {
    articles *= 2;
    tally = await killsOf(kills, articles);
  }
  // Otherwise the kills came while nothing was running. Few of them prove less.
  expect(tally.old).toBeGreaterThanOrEqual(sampleOf(1, kills / 10));
  expect(tally.new).toBeGreaterThanOrEqual(sampleOf(0, 1));
});

/** Kills the worker so often while a data set of so many articles is imported. No kill may lose anything. */
async function killsOf(kills: number, articles: number): Promise<KillTally> {
  const tally = await killDuringImports({
    browser: session.browser,
    name: `Torture of ${articles}`,
    files: {
      first: writeEdition(folder, "first", articles),
      second: writeEdition(folder, "second", articles),
    },
    articles,
    kills,
    random: seededRandom(20261122),
  });
  expect(tally.losses).toEqual([]);
  expect(tally.old + tally.new).toBe(kills);
  return tally;
}
