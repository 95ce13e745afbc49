import { rmSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { INTRODUCTION } from "../../harness/pages.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { OutletServers } from "../live/outlet-servers.ts";
import { textOf, useBrowser } from "../session.ts";
import { extensionWithSixOutlets } from "./six-outlets-extension.ts";

const servers = new OutletServers();
const extension = extensionWithSixOutlets();
const session = useBrowser(
  (url, request) => {
    const page = servers.site(url, request);
    // One of the outlets is slow, so that the first check is not over when the user leaves.
    const isSlow = url.hostname === "radio-marram.example" && typeof page === "object";
    return isSlow ? { ...page, delay: 4000 } : page;
  },
  { asksPermissions: true, keepsIntroduction: true, extension },
);
afterAll(() => rmSync(extension, { recursive: true, force: true }));

test("a user who leaves in the middle of the first check finds its stories on coming back", async () => {
  const { browser } = session;
  const { page } = await browser.openedPage(INTRODUCTION);
  await page.bringToFront();
  const follow = await waitFor("the button", () => page.$(".welcome-follow:enabled"));
  await follow.click();
  await browser.answerPermissionPrompt?.(true);
  await waitFor("the first check", () => page.$(".checks"));
  await page.close();

  const again = await browser.openExtensionPage("welcome.html#again");
  const shows = (text: string) =>
    waitFor(text, async () => ((await textOf(again.view)).includes(text) ? true : null));
  await shows("You follow 6 outlets.");
  await shows("18 articles, 3 stories at two or more of your outlets");
  expect(await again.page.$(".welcome-follow")).toBeNull();
});
