import { describe, expect, test } from "vitest";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { FUTURISM, useBrowser } from "../session.ts";

const path = new URL(FUTURISM).pathname;
const RULES = `<script type="speculationrules">
  { "prerender": [{ "source": "list", "urls": ["${path}"], "eagerness": "immediate" }] }
</script>
<a id="next" href="${path}">next</a>`;

const session = useBrowser((url) => ({
  body: standInPage({
    title: "A story",
    site: url.hostname,
    body:
      url.pathname === "/front"
        ? RULES
        : "<script>window.wasPrerendering = document.prerendering</script>",
  }),
}));

describe("a page that is prerendered", () => {
  test("is looked up only when it is shown", async () => {
    // Once it has answered a page, the extension has registered its content script.
    const earlier = await session.open(FUTURISM);
    await session.sidebar(earlier);
    await earlier.close();
    const before = session.web.requests.length;
    const page = await session.open("https://futurism.com/front");
    await waitFor("the prerendering", () =>
      session.web.requests.slice(before).includes(FUTURISM) ? true : null,
    );
    await new Promise((resolve) => setTimeout(resolve, 800));
    const { page: options, view } = await session.browser.openExtensionPage("options.html");
    const storyTabs = () =>
      view.run(async () => {
        const { storage } = (globalThis as unknown as { chrome: Storage }).chrome;
        const kept = Object.values(await storage.session.get(null));
        return kept.flatMap((value) => (typeof value === "object" ? [value.url] : []));
      });
    expect(await storyTabs()).toEqual(["https://futurism.com/front"]);
    await page.bringToFront();
    await page.evaluate(() => void setTimeout(() => document.getElementById("next")?.click()));
    await waitFor("the navigation", async () =>
      (await page.evaluate(() => location.href)) === FUTURISM ? true : null,
    );
    expect(
      await page.evaluate(
        () => (window as unknown as { wasPrerendering: boolean }).wasPrerendering,
      ),
    ).toBe(true);
    // The driver cannot see frames in a page that was prerendered; the page's own element shows.
    await expect
      .poll(() => page.evaluate(() => document.documentElement.lastElementChild?.clientWidth))
      .toBe(360);
    expect(await storyTabs()).toEqual([FUTURISM]);
    await page.close();
    await options.close();
  });
});

interface Storage {
  storage: { session: { get(keys: null): Promise<Record<string, number | { url: string }>> } };
}
