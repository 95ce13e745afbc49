import { expect, test } from "vitest";
import type { Responses } from "../../../core/protocol/responses.ts";
import type { View } from "../../harness/driven-browser.ts";
import { OptionsPage } from "../../harness/options-page.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { violations } from "../accessibility/axe.ts";
import { RECORD, STORY } from "../data-sets/harbour.ts";
import { useFolder } from "../own-folder.ts";
import {
  BUSINESS_INSIDER,
  FUTURISM,
  relatedOutlets,
  textOf,
  unfoldCards,
  useBrowser,
} from "../session.ts";

const session = useBrowser((url) => ({ body: standInPage({ title: "A page", site: url.host }) }));
const { file } = useFolder();

type ReadingList = Responses["readings.list"];

const press = (view: View, label: string) =>
  view.run((document, text) => {
    const buttons = Array.from(document.querySelectorAll("button"));
    const button = buttons.find((one) => one.textContent === text);
    if (button === undefined) throw new Error(`no button ${text}`);
    button.click();
  }, label);
const shows = (view: View, text: string) =>
  waitFor(text, async () => ((await textOf(view)).includes(text) ? true : null));
/** The outlets of the articles that a view marks as read. */
const readOutlets = (view: View) =>
  view.run((document) =>
    Array.from(document.querySelectorAll(".card-read .outlet"), ({ textContent }) => textContent),
  );

/** "Today", once it shows what the user has read. */
async function reading() {
  const { page, view } = await session.browser.openExtensionPage("today.html");
  await waitFor("the tabs", () =>
    view.run((document) => document.querySelector(".today-tab") !== null || null),
  );
  await press(view, "Your reading");
  return { page, view };
}

test("nothing is remembered until the user switches it on", async () => {
  const page = await session.open(BUSINESS_INSIDER);
  await session.sidebar(page);
  await page.close();
  const today = await reading();
  await shows(today.view, "What you read is not remembered");
  expect(await violations(today.view)).toEqual([]);
  await press(today.view, "Remember what I read from now on");
  await shows(today.view, "Nothing read yet");
  await today.page.close();
});

test("then an article that was opened is marked where it is listed, and counted", async () => {
  const first = await session.open(BUSINESS_INSIDER);
  await session.sidebar(first);
  await first.close();
  const page = await session.open(FUTURISM);
  const view = await session.sidebar(page);
  await waitFor("the mark", async () => ((await readOutlets(view)).length === 1 ? true : null));
  expect(await readOutlets(view)).toEqual(["Business Insider"]);
  await unfoldCards(view);
  expect(await violations(view)).toEqual([]);

  const today = await reading();
  await shows(today.view, "You have read 2 articles.");
  await shows(today.view, "Read in one outlet only: 0 of 1 stories that several outlets have");
  await today.view.run((document) => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  expect(await violations(today.view)).toEqual([]);
  await today.page.close();

  await page.bringToFront();
  await press(view, "Forget that I read this");
  await waitFor("no mark", async () => ((await readOutlets(view)).length === 0 ? true : null));
  await page.close();
});

test("all of it is saved as a file, deleted with one click, and comes back once", async () => {
  const today = await reading();
  await shows(today.view, "You have read 1 article.");
  await today.view.run(() => {
    const scope = globalThis as unknown as { saved?: Promise<string> };
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob) scope.saved = blob.text();
      return make(blob);
    };
  });
  await press(today.view, "Save as CSV");
  const saved = await today.view.run(
    () => (globalThis as unknown as { saved?: Promise<string> }).saved ?? "",
  );
  expect(saved).toContain(`,${FUTURISM}\r\n`);
  await press(today.view, "Delete all of this");
  await shows(today.view, "Nothing read yet");
  await press(today.view, "Undo");
  await shows(today.view, "You have read 1 article.");

  const options = await OptionsPage.open(session.browser);
  expect((await options.status()).settings.keepsReadings).toBe(true);
  await options.pressButton("Delete everything…", "#privacy");
  await waitFor("the question", async () =>
    (await textOf(options.view)).includes("This deletes: 1 article that you read.") ? true : null,
  );
  await options.pressButton("Delete", "#privacy");
  await options.waitForToast("Deleted: 1 article that you read.");
  expect((await options.status()).settings.keepsReadings).toBe(false);
  await options.close();
  await today.page.close();
});

test("an article that only the toolbar button looked up counts the same", async () => {
  const options = await OptionsPage.open(session.browser);
  await options.add("Harbour", [file("harbour.jsonl", JSON.stringify(RECORD))], "toolbar");
  await options.ask({ type: "settings.change", change: { keepsReadings: true } });
  const page = await session.open(STORY);
  expect(await session.hasSidebar(page)).toBe(false);
  const popup = await session.browser.openPopup(page);
  await waitFor("the answer", async () =>
    (await relatedOutlets(popup)).includes("Ferry Times") ? true : null,
  );
  const urls = async () => {
    const { readings } = await options.ask<ReadingList>({ type: "readings.list" });
    return readings.map(({ url }) => url);
  };
  await expect.poll(urls).toEqual([STORY]);
  await page.close();
  await options.close();
});
