import { expect, test } from "vitest";
import type { View } from "../../harness/driven-browser.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { click, textOf, useBrowser } from "../session.ts";
import { LiveSection } from "./live-section.ts";

const FEED = "https://feeds.bbci.co.uk/news/world/rss.xml";
const AT_UK = "https://www.bbc.co.uk/news/articles/c1";
const AT_COM = "https://www.bbc.com/news/articles/c1";
const RSS = `<rss version="2.0"><channel><title>All news</title><item>
<title>The ferry returns after nine days</title><link>${AT_UK}</link></item></channel></rss>`;

// Only Chromium's popup takes a driver's click for the user's, without which no permission can be asked for.
const session = useBrowser(
  ({ href, hostname }) =>
    href === FEED
      ? { headers: { "content-type": "application/rss+xml" }, body: RSS }
      : { body: standInPage({ title: "A page", site: hostname }) },
  { asksPermissions: true },
);

const popupAt = async (address: string) => session.browser.openPopup(await session.open(address));
const hasOffer = (popup: View) =>
  popup.run((document) => document.querySelector(".offer button") !== null);

test("an outlet on two domains is added on one of its pages, and its article is known on both", async () => {
  const popup = await popupAt("https://www.bbc.co.uk/news");
  await waitFor("the offer", async () => ((await hasOffer(popup)) ? true : null));
  await click(popup, ".offer button");
  await expect
    .poll(() => textOf(popup))
    .toContain("“BBC News (bbc.com, bbc.co.uk)” has been added.");

  const live = await LiveSection.open(session);
  expect((await live.settled()).outlets).toMatchObject([
    { name: "BBC News", domains: ["bbc.com", "bbc.co.uk"], health: "good", articles: 1 },
  ]);
  for (const address of [AT_UK, AT_COM])
    expect(await live.options.coverageOf(address)).toMatchObject({
      kind: "article",
      page: { url: AT_UK, title: "The ferry returns after nine days" },
    });

  const again = await popupAt(AT_COM);
  await expect.poll(() => textOf(again)).toContain("The ferry returns after nine days");
  expect(await hasOffer(again)).toBe(false);
});
