import { describe, expect, test } from "vitest";
import type { Site } from "../../harness/local-web.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import {
  BUSINESS_INSIDER,
  click,
  FUTURISM,
  relatedOutlets,
  textOf,
  useBrowser,
} from "../session.ts";

const site: Site = (url) => ({ body: standInPage({ title: "A story", site: url.hostname }) });
const session = useBrowser(site);

describe("the user controls the sidebar", () => {
  test("Esc in the sidebar closes it and returns the focus to the page", async () => {
    const page = await session.open(FUTURISM);
    const view = await session.sidebar(page);
    await view.run((document) => {
      document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    });
    await waitFor("the sidebar to close", async () =>
      (await session.browser.sidebar(page)) === null ? true : null,
    );
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
    await page.reload();
    expect(await session.hasSidebar(page)).toBe(false);
    const popup = await session.browser.openPopup(page);
    await waitFor("the answer", async () =>
      (await relatedOutlets(popup)).length === 3 ? true : null,
    );
    await click(popup, ".popup-foot .button");
    expect(await relatedOutlets(await session.sidebar(page))).toHaveLength(3);
    await page.reload();
    expect(await relatedOutlets(await session.sidebar(page))).toHaveLength(3);
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
    await click(view, 'button[aria-label="Collapse to a tab"]');
    await expect.poll(() => view.run((document) => document.activeElement?.className)).toBe("tab");
    await expect.poll(async () => (await overlayBox(page)).width).toBe(44);
    // A page that was being left and stays has its sidebar as before.
    await page.evaluate(() => dispatchEvent(new Event("beforeunload")));
    await waitFor("the tab to come back", async () => {
      const again = await session.browser.sidebar(page);
      const shape = await again?.run((document) => document.querySelector(".tab") !== null);
      return shape === true ? true : null;
    });
    await page.close();
    // It stays collapsed on the site until the user opens it.
    const next = await session.open(FUTURISM);
    const tab = await session.sidebar(next);
    await click(tab, ".tab");
    expect(await relatedOutlets(tab)).toHaveLength(3);
    await next.close();
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
    await expect.poll(async () => (await overlayBox(next)).width).toBe(380);
    await page.close();
    await next.close();
  });

  test("hiding it on a site is said and can be undone, and the popup restores it later", async () => {
    const page = await session.open(FUTURISM);
    const view = await session.sidebar(page);
    const hide = async () => {
      await click(view, ".foot button");
      await waitFor("the message", async () =>
        (await textOf(view)).includes("Hidden on futurism.com.") ? true : null,
      );
    };
    await hide();
    await click(view, ".hidden-site .button");
    await expect.poll(() => relatedOutlets(view)).toHaveLength(3);
    await hide();
    await click(view, 'button[aria-label="Close"]');
    await waitFor("the sidebar to go", async () =>
      (await session.browser.sidebar(page)) === null ? true : null,
    );
    const again = await session.open(FUTURISM);
    expect(await session.hasSidebar(again)).toBe(false);
    const popup = await session.browser.openPopup(again);
    await waitFor("the notice", async () =>
      (await textOf(popup)).includes("Hidden on futurism.com") ? true : null,
    );
    await click(popup, ".switch input");
    expect(await relatedOutlets(await session.sidebar(again))).toHaveLength(3);
    await page.close();
    await again.close();
  });

  test("a change of its behaviour applies to the open pages, and the badge follows", async () => {
    const page = await session.open(FUTURISM);
    await session.sidebar(page);
    const popup = await session.browser.openPopup(page);
    await waitFor("the answer", async () =>
      (await relatedOutlets(popup)).length === 3 ? true : null,
    );
    const choose = (behaviour: string) =>
      popup.run((document, value) => {
        const select = document.querySelector<HTMLSelectElement>(".popup-more select");
        if (select === null) throw new Error("nothing to choose from");
        select.value = value;
        select.dispatchEvent(new Event("change", { bubbles: true }));
      }, behaviour);
    await choose("off");
    await waitFor("the sidebar to go", async () =>
      (await session.browser.sidebar(page)) === null ? true : null,
    );
    await choose("open");
    expect(await relatedOutlets(await session.sidebar(page))).toHaveLength(3);
    await page.close();
  });

  test("an unknown site is not switched off, and a host of a known site stands for that site", async () => {
    const { page, view } = await session.browser.openExtensionPage("options.html");
    await waitFor("the options", async () =>
      (await textOf(view)).includes("Comes with the extension") ? true : null,
    );
    const add = async (site: string, says: string) => {
      await view.run((document, typed) => {
        const input = document.querySelector<HTMLInputElement>("form input");
        if (input !== null) input.value = typed;
        document.querySelector("form")?.requestSubmit();
      }, site);
      await waitFor(says, async () => ((await textOf(view)).includes(says) ? true : null));
    };
    await add("co.uk", "No data set names co.uk, so nothing runs there.");
    await add("markets.businessinsider.com", "Hidden on");
    const sites = () =>
      view.run((document) =>
        Array.from(document.querySelectorAll(".sites li span"), (site) => site.textContent),
      );
    await expect.poll(sites).toEqual(["businessinsider.com"]);
    await click(view, ".sites button");
    await expect.poll(sites).toEqual([]);
    await page.close();
  });

  test("the popup shows the same answer as the sidebar", async () => {
    const page = await session.open(FUTURISM);
    const view = await session.sidebar(page);
    const popup = await session.browser.openPopup(page);
    await waitFor("the answer", async () =>
      (await relatedOutlets(popup)).length === 3 ? true : null,
    );
    expect(await relatedOutlets(popup)).toEqual(await relatedOutlets(view));
    for (const one of [popup, view])
      expect(
        await one.run((document) => document.querySelector(".list-head h2")?.textContent),
      ).toBe("3 other articles");
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
