import { expect, test } from "vitest";
import { writeEdition } from "../../../scripts/torture/editions.ts";
import { killDuringImports } from "../../../scripts/torture/kill-worker.ts";
import { seededRandom } from "../../../scripts/torture/random.ts";
import { sampleOf } from "../../sample.ts";
import { useFolder } from "../own-folder.ts";
import { useBrowser } from "../session.ts";

const session = useBrowser(() => undefined);
const { folder } = useFolder();

test("a worker that is killed at random moments of an import leaves the old or the new state, complete", async () => {
  const { browser } = session;
  // Firefox takes longer to stop its background: the import must, too.
  const [kills, articles] =
    browser.name === "chromium" ? [sampleOf(10, 200), 12_000] : [sampleOf(4, 30), 20_000];
  const tally = await killDuringImports({
    browser,
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
  // Otherwise the kills came while nothing was running. Few of them prove less.
  expect(tally.old).toBeGreaterThanOrEqual(sampleOf(1, kills / 10));
  expect(tally.new).toBeGreaterThanOrEqual(sampleOf(0, 1));
});
