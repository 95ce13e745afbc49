import { expect, test } from "vitest";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { click, relatedTitles, textOf, unfoldCards, useBrowser } from "../session.ts";

/** An article of the bundled article's story, written for this test and in no data set. */
const UNLISTED = "https://futurism.com/written-for-a-test/faces-of-the-dead";
const HEADLINE = "Ukraine uses facial recognition software to identify dead Russian soldiers";

const session = useBrowser(({ href }) => ({
  body: standInPage({
    title: href === UNLISTED ? HEADLINE : "Another page",
    site: "futurism.com",
    head: `<meta property="og:type" content="article"><meta property="og:title" content="${HEADLINE}">
<meta property="article:published_time" content="2022-04-15T18:00:00Z">`,
  }),
}));

test("a correction in one tab shows in another open tab, and can be undone in the first", async () => {
  const one = await session.open(UNLISTED);
  await waitFor("the sidebar", () => session.browser.sidebar(one));
  const other = await session.open(UNLISTED);
  const [here, there] = [await session.sidebar(one), await session.sidebar(other)];
  const before = await relatedTitles(there);
  expect(before).toContain(HEADLINE);

  await unfoldCards(here);
  await click(here, ".card .reject");
  await waitFor("the card to go", async () =>
    (await relatedTitles(there)).length < before.length ? true : null,
  );
  const left = await relatedTitles(there);
  await expect.poll(() => relatedTitles(here)).toHaveLength(left.length);
  await expect.poll(() => textOf(here)).toContain("Undo");
  await click(here, ".correction .button-quiet");
  await waitFor("the card to come back", async () =>
    (await relatedTitles(there)).length === before.length ? true : null,
  );
  await one.close();
  await other.close();
});
