import { expect, test } from "vitest";
import type { Responses } from "../../../core/protocol/responses.ts";
import { OptionsPage } from "../../harness/options-page.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { BUSINESS_INSIDER, click, FUTURISM, relatedOutlets, useBrowser } from "../session.ts";

const session = useBrowser((url) => ({ body: standInPage({ title: "A page", site: url.host }) }), {
  allowsPrivateWindows: true,
});

const CLOSE = 'button[aria-label="Close"]';

test("in a private window the sidebar answers, and nothing of it stays that the user did not ask for", async () => {
  const options = await OptionsPage.open(session.browser);
  await options.ask({ type: "settings.change", change: { keepsReadings: true } });
  const hasPrivateTab = () =>
    options.view.run(async () => {
      const scope = globalThis as unknown as { browser?: Extension; chrome: Extension };
      const tabs = await (scope.browser ?? scope.chrome).tabs.query({});
      return tabs.some(({ incognito }) => incognito);
    });
  const readings = async () => {
    const { readings: all } = await options.ask<Responses["readings.list"]>({
      type: "readings.list",
    });
    return all.map(({ url }) => url);
  };
  const forms = () => options.ask<Responses["siteForms.list"]>({ type: "siteForms.list" });

  const secret = await session.browser.openPrivateWindow();
  await secret.goto(BUSINESS_INSIDER);
  // A new window gets its size a moment later, and the sidebar another shape with it.
  const view = await waitFor("the list", async () => {
    const sidebar = await session.browser.sidebar(secret);
    return sidebar !== null && (await relatedOutlets(sidebar)).length === 3 ? sidebar : null;
  });
  expect(await hasPrivateTab()).toBe(true);
  await click(view, CLOSE);
  await expect.poll(() => session.browser.sidebar(secret)).toBeNull();
  await secret.close();
  await expect.poll(hasPrivateTab).toBe(false);

  // What is kept of a page in an ordinary window comes later, so that of the private one would be there by then.
  const page = await session.open(FUTURISM);
  await click(await session.sidebar(page), CLOSE);
  await expect.poll(readings).toEqual([FUTURISM]);
  await expect.poll(forms).toEqual([{ site: "futurism.com", form: "closed" }]);
  await page.close();
  await options.close();
});

interface Extension {
  readonly tabs: { query(of: object): Promise<{ readonly incognito: boolean }[]> };
}
