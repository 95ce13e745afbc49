import { describe, expect, test } from "vitest";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { FUTURISM, relatedOutlets, textOf, useBrowser } from "../session.ts";

// Only Firefox refuses a database, and only when it keeps no history.
describe("a browser that refuses a database", () => {
  const session = useBrowser(
    (url) => ({ body: standInPage({ title: "A story", site: url.hostname }) }),
    { keepsNoHistory: true },
  );

  test("is served from memory with a notice, also after the background was stopped", async () => {
    const page = await session.open(FUTURISM);
    const view = await session.sidebar(page);
    expect(await relatedOutlets(view)).toHaveLength(3);
    expect(await textOf(view)).toContain(
      "Articles of your outlets are kept in memory and fetched again at each start.",
    );
    await session.browser.stopBackground();
    const next = await session.open(FUTURISM);
    expect(await relatedOutlets(await session.sidebar(next))).toHaveLength(3);
    await page.close();
    await next.close();
  });

  test("refuses data sets, with the reason", async () => {
    const { page, view } = await session.browser.openExtensionPage("options.html");
    await waitFor("the reason", async () =>
      (await textOf(view)).includes("This window keeps nothing") ? true : null,
    );
    const buttons = await view.run((document) =>
      Array.from(
        document.querySelectorAll<HTMLButtonElement>(".file-buttons button"),
        (button) => button.disabled,
      ),
    );
    expect(buttons).toEqual([true, true]);
    await page.close();
  });

  test("keeps the user's settings", async () => {
    const { page, view } = await session.browser.openExtensionPage("options.html");
    await waitFor("the options", async () =>
      (await textOf(view)).includes("Comes with the extension") ? true : null,
    );
    await view.run((document) =>
      document.querySelector<HTMLElement>("#reading .switch-input")?.click(),
    );
    await waitFor("the setting", async () =>
      (await textOf(view)).includes("Saved") ? true : null,
    );
    await session.browser.stopBackground();
    await page.close();
    const again = await session.browser.openExtensionPage("options.html");
    await expect
      .poll(() =>
        again.view.run(
          (document) => document.querySelector<HTMLInputElement>("#reading .switch-input")?.checked,
        ),
      )
      .toBe(true);
    await again.page.close();
  });
});
