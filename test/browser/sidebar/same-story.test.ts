import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { urlKey } from "../../../core/url/url-key.ts";
import { corpusPath } from "../../../scripts/bench/corpus.ts";
import type { View } from "../../harness/driven-browser.ts";
import type { Site } from "../../harness/local-web.ts";
import { OptionsPage } from "../../harness/options-page.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { click, textOf, unfoldCards, useBrowser } from "../session.ts";

/** 5,177 headlines of March 2014, each with the story it tells. */
const HEADLINES = corpusPath("stories/uci.tsv.gz");

/** Pages of an outlet whose site the data knows, written for this test; the data has none of them. */
const POT_TAXES = "https://www.latimes.com/written-for-a-test/pot-taxes";
const RECALL = "https://www.latimes.com/written-for-a-test/recall";
const TEAPOTS = "https://www.latimes.com/written-for-a-test/teapots";
const HOSTILE = "https://www.latimes.com/written-for-a-test/hostile";

const HEADLINE_AT: Readonly<Record<string, readonly [headline: string, description: string]>> = {
  [POT_TAXES]: [
    "Colorado takes in two million dollars in taxes on recreational marijuana",
    "In the first month of legal sales the state collected more than it had hoped for from pot shops.",
  ],
  [RECALL]: [
    "Regulators press General Motors for answers on its ignition switch recall",
    "The safety agency wants to know why GM waited for years before it recalled its cars.",
  ],
  [TEAPOTS]: [
    "Village choir rehearses a cantata on glazed teapots",
    "Forty voices meet in a barn, and the kettle is always on.",
  ],
};

/** An article page that is hostile to a page reader: too much of everything. */
const HOSTILE_HEAD = `<script>
  for (const name of ["head", "title", "documentElement", "querySelector"])
    Object.defineProperty(document, name, { get() { throw new Error("a trap"); } });
  addEventListener("DOMContentLoaded", () => document.getElementById("text").append("pot tax ".repeat(12_500_000)));
</script>
<meta property="og:title" content="${"Colorado pot taxes ".repeat(52_632)}">
${'<script type="application/ld+json">{"@type":"NewsArticle","headline":"Colorado collects pot taxes","datePublished":"2014-03-11"}</script>'.repeat(10_000)}`;

const site: Site = ({ href }) => {
  if (href === HOSTILE)
    return {
      body: standInPage({
        title: "Pot",
        site: "latimes.com",
        head: HOSTILE_HEAD,
        body: '<p id="text" hidden></p>',
      }),
    };
  const [title, description] = HEADLINE_AT[href] ?? ["Front page", ""];
  const head = `<meta property="og:type" content="article">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:site_name" content="Los Angeles Times">
<meta property="article:published_time" content="2014-03-11T09:00:00Z">`;
  return { body: standInPage({ title, site: "latimes.com", head }) };
};

const session = useBrowser(site, { asksPermissions: true });

/** The story of each article of the data, by its URL key. */
function labels(): Map<string | null, string> {
  const [, ...lines] = gunzipSync(readFileSync(HEADLINES)).toString().split("\n");
  return new Map(
    lines.map((line) => {
      const [, , url = "", , , story = ""] = line.split("\t");
      return [urlKey(url), story];
    }),
  );
}

interface ShownStory {
  readonly heading: string;
  readonly cards: readonly { readonly url: string; readonly text: string }[];
}

function shownStory(view: View): Promise<ShownStory> {
  return view.run((document) => {
    const section = document.querySelector("section:has(> .cards)");
    return {
      heading: section?.querySelector("h2")?.textContent ?? "",
      cards: Array.from(section?.querySelectorAll<HTMLElement>(".card") ?? [], (card) => ({
        url: card.querySelector<HTMLAnchorElement>(".card-title a")?.href ?? "",
        text: card.innerText.replaceAll(/[\u2068\u2069]/g, ""),
      })),
    };
  });
}

describe.skipIf(!existsSync(HEADLINES))("pages of which no data set has a record", () => {
  let options: OptionsPage;

  beforeAll(async () => {
    options = await OptionsPage.open(session.browser);
    await options.chooseFiles(HEADLINES);
    await options.waitForPanel("Before it is added");
    await options.nameIt("March 2014");
    await options.confirm("sites");
    await options.waitForToast("has been added.");
  });

  test("get the coverage of their story automatically once the stories of a new data set are found", async () => {
    const page = await session.open(POT_TAXES);
    // Nothing is clicked or loaded again: the page is told when there is something to show.
    await waitFor("the sidebar", () => session.browser.sidebar(page));
    const view = await session.sidebar(page);
    await unfoldCards(view);
    const { heading, cards } = await shownStory(view);
    expect(heading).toBe(`${cards.length} other articles`);
    expect(cards.length).toBeGreaterThan(10);
    const storyOf = labels();
    const stories = cards.map(({ url }) => storyOf.get(urlKey(url)));
    const story = stories.toSorted()[stories.length >> 1];
    const right = stories.filter((one) => one === story).length;
    expect(right / stories.length).toBeGreaterThanOrEqual(0.9);
    expect(cards[0]?.text).toMatch(/(?:Very likely|Probably) the same story: .*Colorado/);
    expect(await textOf(view)).toContain(HEADLINE_AT[POT_TAXES]?.[0]);
    await page.close();
  });

  test("each get their own story", async () => {
    const page = await session.open(RECALL);
    const { cards } = await shownStory(await session.sidebar(page));
    expect(cards.length).toBeGreaterThan(5);
    expect(cards.filter(({ text }) => /GM|General Motors/.test(text)).length).toBe(cards.length);
    await page.close();
  });

  test("get none when their story is not in the data", async () => {
    const page = await session.open(TEAPOTS);
    expect(await session.hasSidebar(page)).toBe(false);
    const popup = await session.browser.openPopup(page);
    const text = await waitFor("the outlet", async () => {
      const shown = await textOf(popup);
      return shown.includes("Latest") ? shown : null;
    });
    expect(text).toContain("Village choir rehearses a cantata on glazed teapots");
    expect(text).not.toContain("the same story");
    await page.close();
  });

  test("lose an article that the user rejects, at once and permanently, until that is undone", async () => {
    const page = await session.open(POT_TAXES);
    const view = await session.sidebar(page);
    const [first] = (await shownStory(view)).cards;
    const urls = async (of: View) => (await shownStory(of)).cards.map(({ url }) => url);
    await unfoldCards(view);
    await click(view, ".card .reject");
    await waitFor("the card to go", async () =>
      (await urls(view)).includes(first?.url ?? "") ? null : true,
    );
    await page.reload();
    const again = await session.sidebar(page);
    expect(await urls(again)).not.toContain(first?.url);
    await click(again, ".rejected-entry button");
    await waitFor("the card to come back", async () =>
      (await urls(again)).includes(first?.url ?? "") ? true : null,
    );
    await page.close();
  });

  test("are answered in bounded time when they are hostile, and the next page too", async () => {
    const page = await session.open(HOSTILE);
    const { cards } = await shownStory(await session.sidebar(page));
    expect(cards.length).toBeGreaterThan(5);
    await page.close();
    const next = await session.open(RECALL);
    expect((await shownStory(await session.sidebar(next))).cards.length).toBeGreaterThan(5);
    await next.close();
  });

  test("have no sidebar again when the data set is deleted", async () => {
    const page = await session.open(RECALL);
    await session.sidebar(page);
    const { dataSets } = await options.status();
    await options.ask({ type: "dataSet.delete", id: dataSets[1]?.info.id ?? "" });
    const later = await session.open(POT_TAXES);
    expect(await session.hasSidebar(later)).toBe(false);
    await later.close();
    await page.close();
    await options.close();
  });
});
