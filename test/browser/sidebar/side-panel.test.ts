import { expect, test } from "vitest";
import { OptionsPage } from "../../harness/options-page.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { FUTURISM, relatedOutlets, textOf, useBrowser } from "../session.ts";

// No driver opens the browser's own side panel: its page is opened as a tab, told which tab it is beside.
const session = useBrowser((url) => ({ body: standInPage({ title: "A page", site: url.host }) }));

test("the side panel shows the coverage of a tab and follows it", async () => {
  const options = await OptionsPage.open(session.browser);
  await options.ask({ type: "settings.change", change: { sidebar: "side-panel" } });
  const page = await session.open(FUTURISM);
  expect(await session.hasSidebar(page)).toBe(false);
  const tab = await options.view.run(async () => {
    const { browser, chrome } = globalThis as unknown as Record<"browser" | "chrome", Extension>;
    const found = await (browser ?? chrome).tabs.query({ url: "*://futurism.com/*" });
    return found[0]?.id;
  });
  const panel = await session.browser.openExtensionPage(`sidepanel.html?tab=${tab}`);
  await waitFor("the coverage", async () =>
    (await relatedOutlets(panel.view)).length === 3 ? true : null,
  );
  await page.bringToFront();
  await page.goto("https://unknown.example/");
  await waitFor("nothing to be known", async () =>
    (await textOf(panel.view)).includes("Nothing known about this page") ? true : null,
  );
  await page.goto(FUTURISM);
  await waitFor("the coverage again", async () =>
    (await relatedOutlets(panel.view)).length === 3 ? true : null,
  );
  await options.ask({ type: "settings.change", change: { sidebar: "open" } });
  await panel.page.close();
  await page.close();
  await options.close();
});

interface Extension {
  readonly tabs: { query(of: { url: string }): Promise<readonly { readonly id?: number }[]> };
}
