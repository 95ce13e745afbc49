import { expect, test } from "vitest";
import { editionShown } from "../../../scripts/torture/edition-shown.ts";
import { writeEdition } from "../../../scripts/torture/editions.ts";
import { OptionsPage } from "../../harness/options-page.ts";
import { useFolder } from "../own-folder.ts";
import { useBrowser } from "../session.ts";

/** So many that their import takes several times as long as the background may idle. */
const ARTICLES = 300_000;
const IDLE_MS = 800;

const session = useBrowser(() => undefined, { backgroundIdleTimeout: IDLE_MS });
const { folder } = useFolder();

test("an import outlasts the time after which the background is suspended, with no page open", async () => {
  const before = await OptionsPage.open(session.browser);
  await before.chooseFiles(writeEdition(folder, "first", ARTICLES));
  await before.waitForPanel("Before it is added");
  await before.nameIt("Long");
  await before.confirm("toolbar");
  const started = Date.now();
  await before.waitForPanel("Adding");
  await before.close();
  await new Promise((resolve) => setTimeout(resolve, 12_000));
  const after = await OptionsPage.open(session.browser);
  const { job, dataSets } = await after.status();
  expect(job).toBeNull();
  expect(dataSets.find(({ info }) => info.name === "Long")?.articles).toBe(ARTICLES);
  // Otherwise there was nothing to outlast.
  const built = dataSets.find(({ info }) => info.name === "Long")?.builtAt ?? 0;
  expect(built - started).toBeGreaterThan(2 * IDLE_MS);
  expect(await editionShown(after, ARTICLES)).toBe("first");
});
