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
} from "./session.ts";

const site: Site = (url) => ({ body: standInPage({ title: "A story", site: url.hostname }) });
const session = useBrowser(site);

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
