import { describe, expect, test } from "vitest";
import type { Site } from "../../harness/local-web.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import {
  BUSINESS_INSIDER,
  FUTURISM,
  relatedOutlets,
  useBrowser,
  WALL_STREET_JOURNAL,
} from "../session.ts";

const site: Site = (url) => {
  const page = { title: "A story", site: url.hostname };
  if (url.pathname === "/spa")
    return {
      body: standInPage({
        ...page,
        body: `<script>
          const go = (path) => history.pushState({}, "", path);
          window.toStory = () => go(${JSON.stringify(new URL(FUTURISM).pathname)});
          window.away = () => go("/somewhere-else");
          window.toStoryDrawnLater = () => {
            go("/drawn-later-1234567");
            setTimeout(() => {
              document.head.insertAdjacentHTML("beforeend", '<link rel="canonical" href=${JSON.stringify(FUTURISM)}>');
            }, 900);
          };
        </script>`,
      }),
    };
  return { body: standInPage(page) };
};

const session = useBrowser(site);

describe("the sidebar follows the user's navigation", () => {
  test("through navigation inside a single-page site, there and away", async () => {
    const page = await session.open("https://futurism.com/spa");
    expect(await session.hasSidebar(page)).toBe(false);
    await page.evaluate("toStory()");
    expect(await relatedOutlets(await session.sidebar(page))).toHaveLength(3);
    await page.evaluate("away()");
    await waitFor("the sidebar to go", async () =>
      (await session.browser.sidebar(page)) === null ? true : null,
    );
    await page.close();
  });

  test("to a story whose head such a site updates later", async () => {
    const page = await session.open("https://futurism.com/spa");
    expect(await session.hasSidebar(page)).toBe(false);
    await page.evaluate("toStoryDrawnLater()");
    expect(await relatedOutlets(await session.sidebar(page))).toHaveLength(3);
    await page.close();
  });

  test("and stays when the site only cleans the page's address", async () => {
    const page = await session.open(`${FUTURISM}?utm_source=letter`);
    await session.sidebar(page);
    const isSameElement = await page.evaluate(async () => {
      const sidebar = document.documentElement.lastElementChild;
      history.replaceState(null, "", location.pathname);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      return document.documentElement.lastElementChild === sidebar;
    });
    expect(isSameElement).toBe(true);
    expect(await session.browser.sidebar(page)).not.toBeNull();
    await page.close();
  });

  test("back out of the back/forward cache", async () => {
    const page = await session.open(FUTURISM);
    await session.sidebar(page);
    await page.evaluate(() => {
      addEventListener("pageshow", ({ persisted }) => {
        document.title = persisted ? "kept" : "loaded again";
      });
    });
    await page.goto("https://unknown.example/next");
    // Delayed, so that the answer to this call is not lost with the page.
    await page.evaluate(() => void setTimeout(() => history.back()));
    await waitFor("the page before", async () =>
      (await page.evaluate(() => document.title)) === "kept" ? true : null,
    );
    expect(await relatedOutlets(await session.sidebar(page))).toHaveLength(3);
    expect(
      await page.evaluate(() => document.querySelectorAll("html > :not(head, body)").length),
    ).toBe(1);
    await page.close();
  });

  test("stays when the page is not left after all", async () => {
    const page = await session.open(FUTURISM);
    await session.sidebar(page);
    const removed = await page.evaluate(() => {
      const { childElementCount } = document.documentElement;
      dispatchEvent(new Event("beforeunload"));
      return childElementCount - document.documentElement.childElementCount;
    });
    expect(removed).toBe(1);
    expect(await relatedOutlets(await session.sidebar(page))).toHaveLength(3);
    await page.close();
  });

  test("with the number of related articles on the toolbar button", async () => {
    const story = await session.open(FUTURISM);
    await session.sidebar(story);
    await expect.poll(() => badge("https://futurism.com/ukraine*")).toBe("3");
    const other = await session.open("https://futurism.com/no-record");
    await expect.poll(() => badge("https://futurism.com/no-record")).toBe("•");
    await story.close();
    await other.close();
  });

  test("after the background was stopped between two pages", async () => {
    const first = await session.open(FUTURISM);
    await session.sidebar(first);
    await session.browser.stopBackground();
    const second = await session.open(BUSINESS_INSIDER);
    expect(await relatedOutlets(await session.sidebar(second))).toHaveLength(3);
    await first.close();
    await second.close();
  });

  test("when the background is stopped just before it is asked, and in two tabs at once", async () => {
    await session.browser.stopBackground();
    const pages = await Promise.all([session.open(FUTURISM), session.open(WALL_STREET_JOURNAL)]);
    const texts = await Promise.all(pages.map((page) => session.sidebarText(page)));
    expect(texts[0]).toContain("No. 3 of 4 rated");
    expect(texts[1]).toContain("No. 4 of 4 rated");
    await Promise.all(pages.map((page) => page.close()));
  });
});

/** The text on the toolbar button for the tab that shows `pattern`. */
async function badge(pattern: string): Promise<string> {
  const { page, view } = await session.browser.openExtensionPage("options.html");
  const text = await view.run(async (_document, url) => {
    const scope = globalThis as unknown as { browser?: Toolbar; chrome: Toolbar };
    const { tabs, action } = scope.browser ?? scope.chrome;
    const [tab] = await tabs.query({ url });
    return action.getBadgeText({ tabId: tab?.id ?? -1 });
  }, pattern);
  await page.close();
  return text;
}

interface Toolbar {
  tabs: { query(query: { url: string }): Promise<{ id: number }[]> };
  action: { getBadgeText(details: { tabId: number }): Promise<string> };
}
