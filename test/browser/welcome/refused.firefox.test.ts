import { rmSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { clickLikeUser } from "../../harness/click-like-user.ts";
import { INTRODUCTION } from "../../harness/pages.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { OutletServers } from "../live/outlet-servers.ts";
import { click, textOf, useBrowser } from "../session.ts";
import { extensionWithSixOutlets } from "./six-outlets-extension.ts";

// Only Firefox's driver reaches the browser's permission prompt.
const extension = extensionWithSixOutlets();
const session = useBrowser(new OutletServers().site, { keepsIntroduction: true, extension });
afterAll(() => rmSync(extension, { recursive: true, force: true }));

test("a user who changes the choice, refuses the sites and leaves finds the choice again", async () => {
  const { browser } = session;
  const { page, view } = await browser.openedPage(INTRODUCTION);
  const shows = (text: string) =>
    waitFor(text, async () => ((await textOf(view)).includes(text) ? true : null));
  await page.bringToFront();
  await shows("Follow these 6 outlets");
  await click(view, ".chip button");
  await shows("Follow these 5 outlets");

  await clickLikeUser(page, ".welcome-follow:enabled");
  await browser.answerPermissionPrompt?.(false);
  await shows("You did not allow these sites. Nothing is lost");
  expect(await textOf(view)).toContain("click the toolbar button on an article");
  await page.close();

  const again = await browser.openExtensionPage("welcome.html");
  await waitFor("the choice", async () =>
    (await textOf(again.view)).includes("Follow these 5 outlets") ? true : null,
  );
});
