import { expect, test } from "vitest";
import type { View } from "../../harness/driven-browser.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { violations } from "../accessibility/axe.ts";
import { heightsOfLongHeadlines } from "../long-headlines.ts";
import { FUTURISM, textOf, unfoldCards, useBrowser } from "../session.ts";

const session = useBrowser((url) => ({ body: standInPage({ title: "A page", site: url.host }) }));

/** Opens the profile of the first listed article's outlet from its menu in a view. */
async function profileFrom(view: View) {
  await waitFor("the list", () =>
    view.run((document) => document.querySelector(".card") !== null || null),
  );
  await unfoldCards(view);
  const outlet = await view.run((document) => {
    const card = document.querySelector(".card");
    const menu = card?.querySelector<HTMLDetailsElement>(".outlet-menu");
    if (card == null || menu == null) throw new Error("no menu");
    menu.open = true;
    menu.querySelector<HTMLElement>("button:last-of-type")?.click();
    return card.querySelector(".outlet")?.textContent ?? "";
  });
  const opened = await session.browser.openedPage("/outlet.html");
  await waitFor("the profile", () =>
    opened.view.run((document) => document.querySelector(".outlet-part") !== null || null),
  );
  return { outlet, ...opened };
}

test("an outlet's profile is opened from its article's menu in the sidebar", async () => {
  const page = await session.open(FUTURISM);
  const { outlet, view, page: profile } = await profileFrom(await session.sidebar(page));
  const text = await textOf(view);
  expect(text.startsWith(outlet)).toBe(true);
  expect(text).toContain("article known from this outlet");
  expect(await view.run((document) => document.querySelector("svg.spread") !== null)).toBe(true);
  expect(await violations(view)).toEqual([]);
  await view.run((document) => document.querySelector<HTMLElement>(".buttons button")?.click());
  await waitFor("the preference", async () =>
    (await textOf(view)).includes("No longer prefer it") ? true : null,
  );
  await view.run((document) => document.querySelector<HTMLElement>(".buttons button")?.click());
  await waitFor("no preference", async () =>
    (await textOf(view)).includes("Prefer this outlet") ? true : null,
  );
  await profile.close();
  await page.close();
});

test("and from the popup", async () => {
  const page = await session.open(FUTURISM);
  const { view, page: profile } = await profileFrom(await session.browser.openPopup(page));
  expect(await textOf(view)).toContain("Latest known articles");
  expect(Math.max(...(await heightsOfLongHeadlines(view, ".outlet-latest a")))).toBeLessThan(6);
  await profile.close();
  await page.close();
});
