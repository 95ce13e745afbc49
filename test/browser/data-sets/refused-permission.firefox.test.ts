import { expect, test } from "vitest";
import { record } from "../../fixtures/records.ts";
import { OptionsPage } from "../../harness/options-page.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { useFolder } from "../own-folder.ts";
import { relatedTitles, useBrowser } from "../session.ts";

const STORY = "https://refused.example/story";

// Only Firefox's driver reaches the browser's permission prompt.
const session = useBrowser(() => ({ body: standInPage({ title: "A story", site: "An outlet" }) }));
const { file } = useFolder();

test("a data set whose sites the user does not allow is still added, for the toolbar button", async () => {
  const related = [record("https://other.example/1", { title: "Another paper's piece" })];
  const options = await OptionsPage.open(session.browser);
  await options.chooseFiles(file("story.json", JSON.stringify(record(STORY, { related }))));
  await options.waitForPanel("Before it is added");
  await options.confirm("sites", false);
  expect(await options.waitForToast("has been added")).toContain("You did not allow its sites");
  const { dataSets } = await options.status();
  expect(dataSets[1]).toMatchObject({ access: "sites", isAccessGranted: false, health: "good" });

  const page = await session.open(STORY);
  expect(await session.hasSidebar(page)).toBe(false);
  const popup = await session.browser.openPopup(page);
  await waitFor("the popup's answer", async () =>
    (await relatedTitles(popup))[0] === "Another paper's piece" ? true : null,
  );
});
