import { expect, test } from "vitest";
import type { View } from "../../harness/driven-browser.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { violations } from "../accessibility/axe.ts";
import { click, FUTURISM, textOf, unfoldCards, useBrowser } from "../session.ts";

const session = useBrowser((url) => ({ body: standInPage({ title: "A page", site: url.host }) }));

/** Presses a button of a view that opens the page "Cite and export", and gives that page once it has the story. */
async function citations(view: View, selector: string) {
  // A popup has its answer a moment after it opens.
  await waitFor("the list", () =>
    view.run((document) => document.querySelector(".list-foot") !== null || null),
  );
  await unfoldCards(view);
  await waitFor("the button", () =>
    view.run((document, target) => document.querySelector(target) !== null || null, selector),
  );
  await click(view, selector);
  const opened = await session.browser.openedPage("/citations.html");
  await waitFor("the preview", () =>
    opened.view.run((document) => document.querySelector(".citations-preview") !== null || null),
  );
  return opened;
}

/** Chooses a format, and gives what the page then hands over as a download. */
async function downloaded(view: View, format: string): Promise<string> {
  await view.run((document, value) => {
    const scope = globalThis as unknown as { saved?: Promise<string> };
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob) scope.saved = blob.text();
      return make(blob);
    };
    const select = document.querySelectorAll("select")[1];
    if (select === undefined) throw new Error("no formats");
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }, format);
  await waitFor("the format", () =>
    view.run((document) => document.querySelector("pre") !== null || null),
  );
  await click(view, ".button-secondary");
  return view.run(() => (globalThis as unknown as { saved?: Promise<string> }).saved ?? "");
}

test("the story of the sidebar is downloaded as a table", async () => {
  const page = await session.open(FUTURISM);
  const opened = await citations(await session.sidebar(page), ".cite-story");
  expect(await violations(opened.view)).toEqual([]);
  const [header, own, ...others] = (await downloaded(opened.view, "csv")).trimEnd().split("\r\n");
  expect(header?.startsWith("title,outlet,domain,address,")).toBe(true);
  expect(own).toContain(",this-page,");
  expect(others).toHaveLength(3);
  expect(await textOf(opened.view)).toMatch(/Saved as “futurism\.com-story-\d{4}-\d\d-\d\d\.csv”/);
  await opened.page.close();
  await page.close();
});

test("an article of the popup is cited, and the page's address does not have the article's own", async () => {
  const page = await session.open(FUTURISM);
  const opened = await citations(await session.browser.openPopup(page), ".cite");
  const address = await opened.view.run((document) => document.location.search);
  expect(address).toMatch(/^\?tab=\d+&article=[0-9a-z]{1,7}$/);
  expect(
    await opened.view.run((document) => document.querySelectorAll(".citations-preview li").length),
  ).toBe(1);
  await opened.page.close();
  await page.close();
});

test("what was cited stays when the tab shows another page", async () => {
  const page = await session.open(FUTURISM);
  const opened = await citations(await session.sidebar(page), ".cite-story");
  const before = await textOf(opened.view);
  await page.goto("https://unknown.example/");
  await session.hasSidebar(page);
  expect(await textOf(opened.view)).toBe(before);
  await opened.page.close();
  await page.close();
});
