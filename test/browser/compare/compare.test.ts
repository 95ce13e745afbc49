import { expect, test } from "vitest";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { violations } from "../accessibility/axe.ts";
import { click, FUTURISM, textOf, useBrowser } from "../session.ts";

const session = useBrowser((url) => ({
  body: standInPage({ title: "A page", site: url.host, body: "<p>Only this is said here.</p>" }),
}));

/** Presses the button of a view that opens the comparison, and gives that page once it has an answer. */
async function comparison(view: Parameters<typeof click>[0]) {
  await waitFor("the button below the list", () =>
    view.run((document) => document.querySelector(".list-foot button") !== null || null),
  );
  await click(view, ".list-foot button");
  const opened = await session.browser.openedPage("/compare.html");
  await waitFor("the headlines", () =>
    opened.view.run((document) => document.querySelector(".headlines") !== null || null),
  );
  return opened;
}

test("the sidebar opens the comparison of its story, for which the page's text is read", async () => {
  const page = await session.open(FUTURISM);
  const { page: compared, view } = await comparison(await session.sidebar(page));
  await waitFor("the page's text to be read", async () =>
    (await textOf(view)).includes("The text was read just now") ? true : null,
  );
  expect(await view.run((document) => document.querySelectorAll(".headlines > li").length)).toBe(4);
  expect(await textOf(view)).not.toContain("cannot be read");
  expect(await violations(view)).toEqual([]);
  await compared.close();
  await page.close();
});

test("and so does the popup; two of its articles can be compared", async () => {
  const page = await session.open(FUTURISM);
  const { page: compared, view } = await comparison(await session.browser.openPopup(page));
  await click(view, ".compare-choice summary");
  for (const box of [1, 2]) await click(view, `.compare-choice label:nth-of-type(${box}) input`);
  expect(await view.run((document) => document.querySelectorAll(".headlines > li").length)).toBe(2);
  expect(await textOf(view)).not.toContain("this page does not");
  await compared.close();
  await page.close();
});

test("what the page says is kept nowhere", async () => {
  const page = await session.open(FUTURISM);
  const { page: compared, view } = await comparison(await session.sidebar(page));
  await waitFor("the page's text to be read", async () =>
    (await textOf(view)).includes("The text was read just now") ? true : null,
  );
  const kept = await view.run(async () => {
    const { storage } = (
      globalThis as unknown as { chrome: typeof import("webextension-polyfill") }
    ).chrome;
    return JSON.stringify([await storage.local.get(null), await storage.session.get(null)]);
  });
  expect(kept).not.toContain("Only this is said here");
  await compared.close();
  await page.close();
});
