import { expect, test } from "vitest";
import type { SavedStory } from "../../../core/saved/saved-story.ts";
import { OptionsPage } from "../../harness/options-page.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { violations } from "../accessibility/axe.ts";
import { heightsOfLongHeadlines } from "../long-headlines.ts";
import { click, FUTURISM, textOf, useBrowser } from "../session.ts";

const session = useBrowser((url) => ({ body: standInPage({ title: "A page", site: url.host }) }));
const HEADLINE = "Ukraine Reportedly Using Facial Recognition to Send Photos of Dead Russian";

/** "Today", once its saved stories are shown. */
async function savedStories() {
  const { page, view } = await session.browser.openExtensionPage("today.html");
  await waitFor("the tabs", () =>
    view.run((document) => document.querySelector(".today-tab:nth-child(2)") !== null || null),
  );
  await click(view, ".today-tab:nth-child(2)");
  return { page, view };
}
const shows = (view: Awaited<ReturnType<typeof savedStories>>["view"], text: string) =>
  waitFor(text, async () => ((await textOf(view)).includes(text) ? true : null));
const press = (view: Parameters<typeof shows>[0], label: string) =>
  view.run((document, text) => {
    const buttons = Array.from(document.querySelectorAll("button"));
    const button = buttons.find((one) => one.textContent === text);
    if (button === undefined) throw new Error(`no button ${text}`);
    button.click();
  }, label);

test("without a saved story Today says how one is saved", async () => {
  const { page, view } = await savedStories();
  await shows(view, "No story saved");
  expect(await violations(view)).toEqual([]);
  await page.close();
});

test("a story saved from the sidebar is on Today, with a note and tags, and found by them", async () => {
  const page = await session.open(FUTURISM);
  const sidebar = await session.sidebar(page);
  await press(sidebar, "Save story");
  await shows(sidebar, "Saved. You find it on “Today”");
  expect(await violations(sidebar)).toEqual([]);
  const popup = await session.browser.openPopup(page);
  await waitFor("the button", () =>
    popup.run((document) => document.querySelector(".save") !== null || null),
  );
  await press(popup, "Save story");
  await shows(popup, "You have saved this story.");
  await page.close();

  const today = await savedStories();
  await shows(today.view, HEADLINE);
  expect(await textOf(today.view)).toContain("4 articles");
  await press(today.view, "Note and tags");
  expect(await violations(today.view)).toEqual([]);
  await today.view.run((document) => {
    const write = (field: HTMLInputElement | HTMLTextAreaElement | null, text: string) => {
      if (field === null) throw new Error("no field");
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    write(document.querySelector("textarea"), "Ask the ministry");
    write(document.querySelector(".saved-form input"), "war, faces");
  });
  await press(today.view, "Save");
  await shows(today.view, "Ask the ministry");
  await today.view.run((document) => {
    const search = document.querySelector<HTMLInputElement>("input[type=search]");
    if (search === null) throw new Error("no search");
    search.value = "ministry faces";
    search.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await shows(today.view, "1 saved story");
  await today.view.run((document) => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  expect(await violations(today.view)).toEqual([]);
  expect(Math.max(...(await heightsOfLongHeadlines(today.view, ".story .clamped")))).toBeLessThan(
    6,
  );
  await today.page.close();
});

test("it stays, is deleted with an undo, and with everything", async () => {
  const today = await savedStories();
  await shows(today.view, "Ask the ministry");
  await press(today.view, "Remove");
  await shows(today.view, "No story saved");
  await press(today.view, "Undo");
  await shows(today.view, "Ask the ministry");

  const options = await OptionsPage.open(session.browser);
  await options.pressButton("Delete everything…", "#privacy");
  await options.pressButton("Delete", "#privacy");
  await options.waitForToast("Deleted: 1 saved story.");
  const saved = () => options.ask<readonly SavedStory[]>({ type: "saved.list" });
  expect(await saved()).toEqual([]);
  await options.pressButton("Undo", ".toast");
  await options.waitForToast("Everything is back.");
  expect(await saved()).toMatchObject([{ note: "Ask the ministry", tags: ["war", "faces"] }]);
  await options.close();
  await today.page.close();
});
