import { afterEach, expect, test } from "vitest";
import type { View } from "../../harness/driven-browser.ts";
import { OptionsPage } from "../../harness/options-page.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { violations } from "../accessibility/axe.ts";
import { click, FUTURISM, relatedOutlets, textOf, unfoldCards, useBrowser } from "../session.ts";

const LINKS = `<p class="note"><a id="known" href="${FUTURISM}">Ukraine and the photos</a></p>`;
const session = useBrowser((url) => ({
  body: standInPage({ title: "A page", site: url.host, body: LINKS }),
}));

const showsStory = (panel: View) => expect.poll(() => relatedOutlets(panel)).toHaveLength(3);
const says = (panel: View, text: string) => expect.poll(() => textOf(panel)).toContain(text);

/** Presses the first button that is called `label`. */
const press = (panel: View, label: string) =>
  panel.run((document, text) => {
    const buttons = Array.from(document.querySelectorAll("button"));
    const button = buttons.find((one) => one.textContent === text);
    if (button === undefined) throw new Error(`no button ${text}`);
    button.click();
  }, label);

afterEach(() => session.browser.closeSidePanel());

test("the side panel follows the page in a tab", async () => {
  const options = await OptionsPage.open(session.browser);
  await options.ask({ type: "settings.change", change: { sidebar: "side-panel" } });
  const page = await session.open(FUTURISM);
  expect(await session.hasSidebar(page)).toBe(false);
  const panel = await session.browser.openSidePanel();
  await page.bringToFront();
  await showsStory(panel);
  await page.goto("https://unknown.example/");
  await says(panel, "Nothing known about this page");
  await page.goto(FUTURISM);
  await showsStory(panel);
  await options.ask({ type: "settings.change", change: { sidebar: "open" } });
  await page.close();
  await options.close();
});

test("and the tab in front", async () => {
  const panel = await session.browser.openSidePanel();
  const story = await session.open(FUTURISM);
  await showsStory(panel);
  const other = await session.open("https://unknown.example/");
  await says(panel, "Nothing known about this page");
  await story.bringToFront();
  await showsStory(panel);
  await story.close();
  await other.close();
});

test("its second view has the stories of today, without a page of their own", async () => {
  const page = await session.open(FUTURISM);
  const panel = await session.browser.openSidePanel();
  await page.bringToFront();
  await showsStory(panel);
  await click(panel, "[role=tab]:nth-child(2)");
  await says(panel, "No outlets yet");
  expect(await violations(panel)).toEqual([]);
  await click(panel, "[role=tab]:nth-child(1)");
  await showsStory(panel);
  expect(await violations(panel)).toEqual([]);
  await page.close();
});

test("the context menu of a link has it answer for the article behind that link, on any site", async () => {
  const page = await session.open("https://unknown.example/");
  await session.browser.chooseInLinkMenu(page, "#known");
  const panel = await session.browser.openedSidePanel();
  await showsStory(panel);
  // Chromium tells no text of a link, and lets the extension read it only for a real click.
  const link = session.browser.name === "firefox" ? "Ukraine and the photos" : FUTURISM;
  await says(panel, `You asked about: ${link}`);

  // What can be done with the articles of a page can be done with these, and the list follows.
  const [first = "", ...others] = await relatedOutlets(panel);
  await unfoldCards(panel);
  await press(panel, "Hide this outlet");
  await expect.poll(() => relatedOutlets(panel)).toEqual(others);
  await says(panel, `${first} is hidden`);
  expect(await violations(panel)).toEqual([]);
  await press(panel, "Undo");
  await expect.poll(() => relatedOutlets(panel)).toEqual([first, ...others]);
  await press(panel, "Save story");
  await says(panel, "Saved. You find it on “Today”");
  await click(panel, ".asked-link button");
  await says(panel, "Nothing known about this page");
  await page.close();
});
