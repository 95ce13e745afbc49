import { describe, expect, test } from "vitest";
import { waitFor } from "../../scripts/browser/driven-browser.ts";
import type { Site } from "../../scripts/browser/local-web.ts";
import { standInPage } from "../../scripts/browser/stand-in-page.ts";
import {
  BUSINESS_INSIDER,
  click,
  FUTURISM,
  relatedOutlets,
  textOf,
  useBrowser,
  WALL_STREET_JOURNAL,
  WASHINGTON_EXAMINER,
} from "./session.ts";

const STRICT = {
  "content-security-policy":
    "default-src 'none'; style-src 'none'; frame-src 'none'; require-trusted-types-for 'script'",
  "x-frame-options": "DENY",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-opener-policy": "same-origin",
};

const CANONICAL_ONLY = "https://futurism.com/print/8841?edition=3";
const site: Site = (url) => {
  const page = { title: "A story", site: url.hostname };
  if (url.href === CANONICAL_ONLY)
    return { body: standInPage({ ...page, head: `<link rel="canonical" href="${FUTURISM}">` }) };
  if (url.pathname === "/spa")
    return {
      body: standInPage({
        ...page,
        body: `<script>
          const go = (path) => history.pushState({}, "", path);
          window.toStory = () => go(${JSON.stringify(new URL(FUTURISM).pathname)});
          window.away = () => go("/somewhere-else");
        </script>`,
      }),
    };
  const headers = url.searchParams.get("utm_content") === "strict" ? STRICT : {};
  return { body: standInPage(page), headers };
};

const session = useBrowser(site);

describe("on a page the data knows, the sidebar opens by itself", () => {
  test.each([
    ["its own address", FUTURISM, "Matched by its address"],
    ["its AMP address", `${FUTURISM}/amp`, "AMP version"],
    [
      "its address in the AMP cache",
      "https://futurism-com.cdn.ampproject.org/c/s/futurism.com/ukraine-facial-recognition-russian-photos/amp",
      "AMP cache",
    ],
    [
      "an address with campaign parameters",
      `${FUTURISM}/?utm_source=x&utm_medium=y`,
      "Matched by its address",
    ],
    [
      "a page that only says so in its canonical link",
      CANONICAL_ONLY,
      "the page gives itself (canonical)",
    ],
    [
      "a page with a strict policy of its own",
      `${FUTURISM}?utm_content=strict`,
      "Matched by its address",
    ],
  ])("%s", async (_what, address, reason) => {
    const page = await session.open(address);
    const view = await session.sidebar(page);
    expect(await relatedOutlets(view)).toEqual([
      "Business Insider",
      "Washington Examiner",
      "Wall Street Journal",
    ]);
    expect(await textOf(view)).toContain(reason);
    await page.close();
  });

  test("and shows quality, rank, who was first, times and topics", async () => {
    const page = await session.open(FUTURISM);
    const text = await session.sidebarText(page);
    expect(text).toContain("No. 3 of 4 rated");
    expect(text).toContain("First: Wall Street Journal, 3 days, 4 hr before this page");
    expect(text).toContain("21 min after this page");
    expect(text).toContain("Computer Vision");
    expect(text).toContain("Data: Second Source starter set, Apr 15, 2022");
    expect(text).toContain("BUCHA, Ukraine—Searching");
    await page.close();
  });

  test.each([
    [
      BUSINESS_INSIDER,
      ["Washington Examiner", "Futurism", "Wall Street Journal"],
      "No. 1 of 4 rated",
    ],
    [
      WASHINGTON_EXAMINER,
      ["Business Insider", "Futurism", "Wall Street Journal"],
      "No. 2 of 4 rated",
    ],
    [
      WALL_STREET_JOURNAL,
      ["Business Insider", "Washington Examiner", "Futurism"],
      "No. 4 of 4 rated",
    ],
  ])("from the side of a page that a record names: %s", async (address, outlets, rank) => {
    const page = await session.open(address);
    const view = await session.sidebar(page);
    expect(await relatedOutlets(view)).toEqual(outlets);
    expect(await textOf(view)).toContain(rank);
    await page.close();
  });
});

describe("elsewhere it stays away", () => {
  test("a page of a known outlet without a record gets no sidebar, the popup has the outlet", async () => {
    const page = await session.open("https://futurism.com/another-story");
    expect(await session.hasSidebar(page)).toBe(false);
    const popup = await session.browser.openPopup(page);
    const text = await waitFor("the profile", async () => {
      const shown = await textOf(popup);
      return shown.includes("Median quality") ? shown : null;
    });
    expect(text).toContain("1 article known from this outlet");
    expect(text).toContain("59");
    await page.close();
  });

  test("an unknown site carries no trace", async () => {
    const page = await session.open("https://unknown.example/story");
    expect(await session.hasSidebar(page)).toBe(false);
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
    await page.close();
  });
});

describe("it follows the reader", () => {
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

  test("back out of the back/forward cache", async () => {
    const page = await session.open(FUTURISM);
    await session.sidebar(page);
    await page.evaluate(() => {
      addEventListener("pageshow", ({ persisted }) => {
        document.title = persisted ? "kept" : "loaded anew";
      });
    });
    await page.goto("https://unknown.example/next");
    await page.evaluate(() => history.back());
    await waitFor("the page before", async () =>
      (await page.evaluate(() => document.title)) === "kept" ? true : null,
    );
    expect(await relatedOutlets(await session.sidebar(page))).toHaveLength(3);
    expect(
      await page.evaluate(() => document.querySelectorAll("html > :not(head, body)").length),
    ).toBe(1);
    await page.close();
  });

  test("stays when the page does not go after all", async () => {
    const page = await session.open(FUTURISM);
    await session.sidebar(page);
    await page.evaluate(() => dispatchEvent(new Event("beforeunload")));
    expect(await session.browser.sidebar(page)).toBeNull();
    expect(await relatedOutlets(await session.sidebar(page))).toHaveLength(3);
    await page.close();
  });

  test("with the number of related articles on the toolbar button", async () => {
    const story = await session.open(FUTURISM);
    await session.sidebar(story);
    expect(await badge("https://futurism.com/ukraine*")).toBe("3");
    const other = await session.open("https://futurism.com/no-record");
    await session.hasSidebar(other);
    expect(await badge("https://futurism.com/no-record")).toBe("•");
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

  test("when the background is stopped the moment before it is asked, and in two tabs at once", async () => {
    await session.browser.stopBackground();
    const pages = await Promise.all([session.open(FUTURISM), session.open(WALL_STREET_JOURNAL)]);
    const texts = await Promise.all(pages.map((page) => session.sidebarText(page)));
    expect(texts[0]).toContain("No. 3 of 4 rated");
    expect(texts[1]).toContain("No. 4 of 4 rated");
    await Promise.all(pages.map((page) => page.close()));
  });
});

describe("the reader is in charge", () => {
  test("Esc in the sidebar closes it and gives the focus back to the page", async () => {
    const page = await session.open(FUTURISM);
    const view = await session.sidebar(page);
    await view.run((document) => {
      document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    });
    await waitFor("the sidebar to close", async () =>
      (await session.browser.sidebar(page)) === null ? true : null,
    );
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
    await page.close();
  });

  test("it collapses to a tab and opens again", async () => {
    const page = await session.open(FUTURISM);
    const view = await session.sidebar(page);
    await click(view, 'button[aria-label="Collapse to a tab"]');
    await waitFor("the frame to shrink", async () => {
      const { width } = await overlayBox(page);
      return width === 44 ? true : null;
    });
    expect(await view.run((document) => document.querySelector(".tab-count")?.textContent)).toBe(
      "3",
    );
    await click(view, ".tab");
    await waitFor("the frame to grow", async () =>
      (await overlayBox(page)).width === 360 ? true : null,
    );
    await expect
      .poll(() => view.run((document) => document.activeElement?.getAttribute("aria-label")))
      .toBe("Close");
    await page.close();
  });

  test("the arrow keys on its edge make it wider, and the next page remembers", async () => {
    const page = await session.open(FUTURISM);
    const view = await session.sidebar(page);
    await view.run((document) => {
      document
        .querySelector(".resize")
        ?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", bubbles: true }));
    });
    await waitFor("the wider frame", async () =>
      (await overlayBox(page)).width === 380 ? true : null,
    );
    const next = await session.open(BUSINESS_INSIDER);
    await session.sidebar(next);
    await waitFor("the wider frame there", async () =>
      (await overlayBox(next)).width === 380 ? true : null,
    );
    await page.close();
    await next.close();
  });

  test("hiding it on a site takes it away there, and the popup brings it back", async () => {
    const page = await session.open(FUTURISM);
    const view = await session.sidebar(page);
    await click(view, ".foot button");
    await waitFor("the sidebar to go", async () =>
      (await session.browser.sidebar(page)) === null ? true : null,
    );
    const again = await session.open(FUTURISM);
    expect(await session.hasSidebar(again)).toBe(false);
    const popup = await session.browser.openPopup(again);
    await waitFor("the notice", async () =>
      (await textOf(popup)).includes("Switched off for futurism.com") ? true : null,
    );
    await click(popup, ".switch input");
    expect(await relatedOutlets(await session.sidebar(again))).toHaveLength(3);
    await page.close();
    await again.close();
  });

  test("the popup shows the same answer as the sidebar", async () => {
    const page = await session.open(FUTURISM);
    const view = await session.sidebar(page);
    const popup = await session.browser.openPopup(page);
    await waitFor("the answer", async () =>
      (await relatedOutlets(popup)).length === 3 ? true : null,
    );
    expect(await relatedOutlets(popup)).toEqual(await relatedOutlets(view));
    expect(await textOf(popup)).toContain("No. 3 of 4 rated");
    await page.close();
  });

  test("the popup answers where the content script does not run", async () => {
    const page = await session.open(
      "https://web.archive.org/web/20220416000000/https://futurism.com/ukraine-facial-recognition-russian-photos",
    );
    expect(await session.hasSidebar(page)).toBe(false);
    const popup = await session.browser.openPopup(page);
    await waitFor("the answer", async () =>
      (await textOf(popup)).includes("web archive") ? true : null,
    );
    expect(await relatedOutlets(popup)).toHaveLength(3);
    await page.close();
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

/** Where the overlay lies on a page, CSS pixels. */
function overlayBox(page: { evaluate<T>(action: () => T): Promise<T> }) {
  return page.evaluate(() => {
    const { width, height } =
      document.documentElement.lastElementChild?.getBoundingClientRect() ?? {
        width: 0,
        height: 0,
      };
    return { width, height };
  });
}
