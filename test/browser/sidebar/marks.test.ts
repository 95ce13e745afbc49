import { beforeAll, expect, test } from "vitest";
import { OptionsPage } from "../../harness/options-page.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { violations } from "../accessibility/axe.ts";
import { useFolder } from "../own-folder.ts";
import { click, relatedOutlets, unfoldCards, useBrowser } from "../session.ts";

const STORY = "https://www.harbour-news.example/2024/bridge";
const ABROAD = "https://journal-du-port.example/pont";

function article(name: string, webUrl: string, title: string, more: object) {
  const domain = new URL(webUrl).hostname;
  return { title, webUrl, type: "article", provider: { name, domain }, ...more };
}

const RECORD = {
  ...article("Harbour News", STORY, "Bridge closed for a month", { marks: ["paywall"] }),
  related: [
    article("Ferry Times", "https://ferry-times.example/bridge", "Commuters take the ferry", {
      language: "en-GB",
      quality: 90,
      marks: ["opinion", "agency"],
    }),
    article("Journal du port", ABROAD, "Le pont est fermé pour un mois", { language: "fr" }),
    article("Checkers", "https://checkers.example/bridge", "No, the bridge did not fall", {
      language: "en",
      marks: ["fact-check"],
    }),
  ],
};

const session = useBrowser(() => ({ body: standInPage({ title: "A story", site: "An outlet" }) }), {
  asksPermissions: true,
});
const { file } = useFolder();

beforeAll(async () => {
  const options = await OptionsPage.open(session.browser);
  await options.add("Harbour", [file("harbour.json", JSON.stringify([RECORD]))], "sites");
  await options.close();
});

test("the marks of a data set and other languages are on its cards, and a fact-check is the first of all", async () => {
  const page = await session.open(STORY);
  const view = await session.sidebar(page);
  expect(await relatedOutlets(view)).toEqual(["Checkers", "Ferry Times", "Journal du port"]);
  const marks = await view.run((document) =>
    Array.from(document.querySelectorAll(".card"), (card) =>
      Array.from(card.querySelectorAll(".tag-mark"), ({ textContent }) => textContent),
    ),
  );
  expect(marks).toEqual([["Fact-check"], ["Opinion", "Agency text"], ["French"]]);
  expect(await view.run((document) => document.querySelector(".marks")?.textContent)).toBe(
    "Paid access",
  );
  expect(await violations(view)).toEqual([]);
  await page.close();
});

test("a story in two languages is filtered by language", async () => {
  const page = await session.open(STORY);
  const view = await session.sidebar(page);
  const names = await view.run((document) => {
    const select = document.querySelector<HTMLSelectElement>(".filter-choice select");
    const options = Array.from(select?.options ?? [], ({ text }) => text);
    if (select !== null) select.value = "fr";
    select?.dispatchEvent(new Event("change", { bubbles: true }));
    return options;
  });
  expect(names).toEqual(["All languages", "English (2)", "French (1)"]);
  await waitFor("the filtered list", async () =>
    (await relatedOutlets(view)).length === 1 ? true : null,
  );
  expect(await relatedOutlets(view)).toEqual(["Journal du port"]);
  await page.close();
});

test("one article is compared with the page, whose address does not have the article's own", async () => {
  const page = await session.open(STORY);
  const view = await session.sidebar(page);
  await unfoldCards(view);
  await click(view, `[data-address="${ABROAD}"] .compare`);
  const opened = await session.browser.openedPage("/compare.html");
  const titles = await waitFor("the headlines", () =>
    opened.view.run((document) => {
      const shown = Array.from(
        document.querySelectorAll(".headline"),
        (link) => link.querySelector("[dir]")?.textContent,
      );
      return shown.length === 0 ? null : shown;
    }),
  );
  expect(titles).toEqual(["Bridge closed for a month", "Le pont est fermé pour un mois"]);
  expect(await opened.view.run((document) => document.location.search)).toMatch(
    /^\?tab=\d+&other=[0-9a-z]{1,7}$/,
  );
  await opened.page.close();
  await page.close();
});
