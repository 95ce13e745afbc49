import { expect, test } from "vitest";
import type { View } from "../../harness/driven-browser.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { BUSINESS_INSIDER, click, textOf, useBrowser } from "../session.ts";
import { wipeDatabase } from "./database.ts";

const session = useBrowser((url) => ({
  body: standInPage({ title: "A story", site: url.hostname }),
}));

/** Runs `change` on the extension's own storage, with the background stopped before and after. */
async function tamper(change: (view: View) => Promise<unknown>): Promise<void> {
  const { page, view } = await session.browser.openExtensionPage("options.html");
  await waitFor("the options", async () =>
    (await textOf(view)).includes("Comes with the extension") ? true : null,
  );
  await session.browser.stopBackground();
  await change(view);
  await page.close();
}

test("a database that was wiped changes neither the bundled data set's answer nor the settings", async () => {
  await tamper(async (view) => {
    await view.run((document) => {
      const field = document.querySelector("select");
      if (field === null) throw new Error("no select");
      field.value = "tab";
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await waitFor("the setting", async () =>
      (await textOf(view)).includes("Saved") ? true : null,
    );
    await session.browser.stopBackground();
    await wipeDatabase(view);
  });
  const page = await session.open(BUSINESS_INSIDER);
  const view = await session.sidebar(page);
  expect(await view.run((document) => document.querySelector(".tab-count")?.textContent)).toBe("3");
  await click(view, ".tab");
  expect(await textOf(view)).not.toContain("rebuilt");
  await page.close();
});
