import { rmSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { clickLikeUser } from "../../harness/click-like-user.ts";
import { INTRODUCTION } from "../../harness/pages.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { violations } from "../accessibility/axe.ts";
import { OutletServers } from "../live/outlet-servers.ts";
import { textOf, useBrowser } from "../session.ts";
import { extensionWithSixOutlets } from "./six-outlets-extension.ts";

const BRIDGE = "https://www.harbour-courier.example/news/marram-bridge-closed-cracks";

const extension = extensionWithSixOutlets();
const session = useBrowser(new OutletServers().site, {
  asksPermissions: true,
  keepsIntroduction: true,
  extension,
});
afterAll(() => rmSync(extension, { recursive: true, force: true }));

test("from the installation to the first answer a user acts twice, and says yes to the browser once", async () => {
  const { browser } = session;
  /** A tab that is open before any outlet is followed. */
  const openBefore = await session.open(BRIDGE);
  const { page, view } = await browser.openedPage(INTRODUCTION);
  await page.bringToFront();
  let actions = 0;
  const act = async (selector: string) => {
    actions++;
    await clickLikeUser(page, selector);
  };

  await waitFor("the suggestion", async () =>
    (await textOf(view)).includes("Follow these 6 outlets") ? true : null,
  );
  expect(await textOf(view)).toContain("facial recognition");
  expect(await violations(view)).toEqual([]);

  await act(".welcome-follow:enabled");
  await browser.answerPermissionPrompt?.(true);
  await waitFor("the stories", async () =>
    (await textOf(view)).includes("18 articles, 3 stories at two or more of your outlets")
      ? true
      : null,
  );
  expect(await violations(view)).toEqual([]);

  const address = await view.run(
    (document) => document.querySelector<HTMLAnchorElement>(".first-stories a")?.href ?? "",
  );
  await act(".first-stories a");
  const { page: article } = await browser.openedPage(address);
  await article.bringToFront();
  expect(await session.sidebarText(article)).toMatch(/\d other articles/);
  expect(actions).toBe(2);

  await openBefore.bringToFront();
  expect(await session.sidebarText(openBefore)).toMatch(/Marram Bridge/);
});
