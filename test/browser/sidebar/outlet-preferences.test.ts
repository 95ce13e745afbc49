import { expect, test } from "vitest";
import type { View } from "../../harness/driven-browser.ts";
import { OptionsPage } from "../../harness/options-page.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { violations } from "../accessibility/axe.ts";
import { FUTURISM, relatedOutlets, textOf, unfoldCards, useBrowser } from "../session.ts";

const session = useBrowser((url) => ({ body: standInPage({ title: "A page", site: url.host }) }));

const outletsAre = (view: View, ...outlets: string[]) =>
  waitFor(`the outlets ${outlets.join(", ")}`, async () => {
    const shown = await relatedOutlets(view);
    return JSON.stringify(shown) === JSON.stringify(outlets) ? true : null;
  });

/** Presses what is called `label` on the card of an outlet, or in the view where there is no outlet. */
async function press(view: View, label: string, outlet: string | null = null): Promise<void> {
  const isPressed = await view.run(
    (document, text, name) => {
      const cards = Array.from(document.querySelectorAll<HTMLElement>(".card"));
      const card = cards.find((one) => one.querySelector(".outlet")?.textContent === name);
      const place: ParentNode = name === null ? document : (card ?? document.createElement("div"));
      const all = Array.from(place.querySelectorAll<HTMLElement>("button, summary"));
      const button = all.find((one) =>
        (one.textContent ?? "").replaceAll(/[\u2068\u2069]/g, "").startsWith(text),
      );
      button?.click();
      return button !== undefined;
    },
    label,
    outlet,
  );
  if (!isPressed) throw new Error(`no ${label} on the card of ${outlet}`);
}

test("an outlet is hidden from its article's menu, and comes back from the options", async () => {
  const page = await session.open(FUTURISM);
  const view = await session.sidebar(page);
  const before = await relatedOutlets(view);
  const [first = "", ...others] = before;
  await unfoldCards(view);
  await press(view, `Outlet: ${first}`, first);
  expect(await violations(view)).toEqual([]);
  await press(view, "Hide this outlet", first);
  await outletsAre(view, ...others);
  expect(await textOf(view)).toContain(`${first} is hidden: lists leave out its articles.`);
  expect(await textOf(view)).toContain("3 other articles");
  expect(await textOf(view)).toContain("1 article of an outlet you hide");
  expect(await violations(view)).toEqual([]);
  await press(view, "Show");
  await outletsAre(view, ...before);
  await press(view, "Hide again");
  await outletsAre(view, ...others);

  const options = await OptionsPage.open(session.browser);
  await waitFor("the outlet", async () =>
    (await textOf(options.view)).includes(first) ? true : null,
  );
  expect(await violations(options.view)).toEqual([]);
  await options.pressButton("Show it again");
  await options.waitForToast("is treated like any other outlet.");
  await options.close();
  await page.bringToFront();
  await outletsAre(view, ...before);
  await page.close();
});

test("a preferred outlet comes first, in the popup too, until that is undone", async () => {
  const page = await session.open(FUTURISM);
  const view = await session.sidebar(page);
  const before = await relatedOutlets(view);
  expect(before).toHaveLength(3);
  const last = before.at(-1) ?? "";
  await unfoldCards(view);
  await press(view, "Prefer this outlet", last);
  await outletsAre(view, last, ...before.slice(0, -1));
  const popup = await session.browser.openPopup(page);
  await outletsAre(popup, last, ...before.slice(0, -1));
  await press(view, "Undo");
  await outletsAre(view, ...before);
  await page.close();
});

test("everything is deleted with the outlets that are hidden, which are counted, and comes back", async () => {
  const options = await OptionsPage.open(session.browser);
  await options.ask({
    type: "outlet.prefer",
    name: "Harbour News",
    domain: "harbour.example",
    preference: "hidden",
  });
  await waitFor("the outlet", async () =>
    (await textOf(options.view)).includes("Harbour News") ? true : null,
  );
  await options.pressButton("Delete everything…", "#privacy");
  await options.pressButton("Delete", "#privacy");
  await options.waitForToast("Deleted: 1 hidden or preferred outlet.");
  expect((await options.status()).settings.outletPreferences).toEqual([]);
  await options.pressButton("Undo", ".toast");
  await options.waitForToast("Everything is back.");
  expect((await options.status()).settings.outletPreferences).toMatchObject([
    { name: "Harbour News" },
  ]);
  await options.close();
});
