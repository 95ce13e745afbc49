import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { editionShown } from "../../../scripts/torture/edition-shown.ts";
import { writeEdition } from "../../../scripts/torture/editions.ts";
import { OptionsPage } from "../../harness/options-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { useFolder } from "../own-folder.ts";
import { useBrowser } from "../session.ts";

const IDLE_MS = 1000;
/** So many at first: where their import takes no longer than the background may idle, twice as many are tried. */
const ARTICLES = 40_000;

const session = useBrowser(() => undefined, { backgroundIdleTimeout: IDLE_MS });
const { folder } = useFolder();

test("an import outlasts the time after which the background is suspended, with no page open", async () => {
  let articles = ARTICLES;
  while ((await importWithNoPageOpen(articles)) < 2 * IDLE_MS) articles *= 2;
  const options = await OptionsPage.open(session.browser);
  expect(await editionShown(options, articles)).toBe("first");
});

/** Imports a number of articles, most of the time with no page open, and gives how long it took, ms. */
async function importWithNoPageOpen(articles: number): Promise<number> {
  const name = `${articles} articles`;
  const before = await OptionsPage.open(session.browser);
  await before.chooseFiles(writeEdition(folder, "first", articles));
  await before.waitForPanel("Before it is added");
  await before.nameIt(name);
  await before.confirm("toolbar");
  const started = Date.now();
  await before.waitForPanel("Adding");
  await before.close();
  await pause(3 * IDLE_MS);
  const after = await OptionsPage.open(session.browser);
  const job = await waitFor("the import to end or be interrupted", async () => {
    const { job } = await after.status();
    return job?.state === "running" ? null : { state: job?.state ?? "done" };
  });
  expect(job).toEqual({ state: "done" });
  const added = await after.dataSet(name);
  expect(added?.articles).toBe(articles);
  await after.close();
  return (added?.builtAt ?? 0) - started;
}
