import { rmSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { clickLikeUser } from "../../harness/click-like-user.ts";
import { INTRODUCTION } from "../../harness/pages.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { OutletServers } from "../live/outlet-servers.ts";
import { click, textOf, useBrowser } from "../session.ts";
import { extensionWithSixOutlets } from "./six-outlets-extension.ts";

const BRIDGE = "https://www.harbour-courier.example/news/marram-bridge-closed-cracks";

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

  // What the page promises: the toolbar button answers on an article.
  const article = await session.open(BRIDGE);
  expect(await session.hasSidebar(article)).toBe(false);
  const popup = await browser.openPopup(article);
  await waitFor("the answer", async () =>
    (await textOf(popup)).includes("Add this outlet: Harbour Courier") ? true : null,
  );
  expect(await textOf(popup)).toContain("You follow no outlets yet. Choose some…");
  await article.close();

  const again = await browser.openExtensionPage("welcome.html");
  await waitFor("the choice", async () =>
    (await textOf(again.view)).includes("Follow these 5 outlets") ? true : null,
  );
});
