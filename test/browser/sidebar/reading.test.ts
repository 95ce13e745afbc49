import { describe, expect, test } from "vitest";
import type { Site } from "../../harness/local-web.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import {
  BUSINESS_INSIDER,
  FUTURISM,
  relatedOutlets,
  textOf,
  unfoldCards,
  useBrowser,
  WALL_STREET_JOURNAL,
  WASHINGTON_EXAMINER,
} from "../session.ts";

const STRICT = {
  "content-security-policy":
    "default-src 'none'; style-src 'none'; frame-src 'none'; require-trusted-types-for 'script'",
  "x-frame-options": "DENY",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-opener-policy": "same-origin",
};

const CANONICAL_ONLY = "https://futurism.com/print/8841?edition=3";
const site: Site = (url) => {
  const page = { title: "A story", site: url.hostname };
  if (url.href === CANONICAL_ONLY)
    return { body: standInPage({ ...page, head: `<link rel="canonical" href="${FUTURISM}">` }) };
  if (url.searchParams.get("utm_content") !== "strict") return { body: standInPage(page) };
  // Its style is not applied, so the room beside its text is left by an attribute.
  const body = standInPage(page)
    .replace("<main>", '<table width="680"><tr><td><main>')
    .replace("</main>", "</main></td></tr></table>");
  return { body, headers: STRICT };
};

const session = useBrowser(site);

describe("on a page the data knows, the sidebar opens by itself", () => {
  test.each([
    ["its own address", FUTURISM, "Found by its address"],
    ["its AMP address", `${FUTURISM}/amp`, "AMP version"],
    [
      "its address in the AMP cache",
      "https://futurism-com.cdn.ampproject.org/c/s/futurism.com/ukraine-facial-recognition-russian-photos/amp",
      "AMP cache",
    ],
    [
      "an address with campaign parameters",
      `${FUTURISM}/?utm_source=x&utm_medium=y`,
      "Found by its address",
    ],
    [
      "a page that only says so in its canonical link",
      CANONICAL_ONLY,
      "the page gives itself (canonical)",
    ],
    [
      "a page with a strict policy of its own",
      `${FUTURISM}?utm_content=strict`,
      "Found by its address",
    ],
  ])("%s", async (_what, address, reason) => {
    const page = await session.open(address);
    const view = await session.sidebar(page);
    expect(await relatedOutlets(view)).toEqual([
      "Business Insider",
      "Washington Examiner",
      "Wall Street Journal",
    ]);
    expect(await textOf(view)).toContain(reason);
    await page.close();
  });

  test("and shows quality, rank, who was first, times and topics", async () => {
    const page = await session.open(FUTURISM);
    const view = await session.sidebar(page);
    await unfoldCards(view);
    const text = await textOf(view);
    expect(text).toContain("No. 3 of 4 rated");
    expect(text).toContain("2nd of 4 to report, 3 days, 4 hr after Wall Street Journal");
    expect(text).toContain("21 min after this page");
    expect(text).toContain("Computer Vision");
    expect(text).toContain("Data: Second Source starter set, Apr 15, 2022");
    expect(text).toContain("BUCHA, Ukraine—Searching");
    await page.close();
  });

  test.each([
    [
      BUSINESS_INSIDER,
      ["Washington Examiner", "Futurism", "Wall Street Journal"],
      "No. 1 of 4 rated",
    ],
    [
      WASHINGTON_EXAMINER,
      ["Business Insider", "Futurism", "Wall Street Journal"],
      "No. 2 of 4 rated",
    ],
    [
      WALL_STREET_JOURNAL,
      ["Business Insider", "Washington Examiner", "Futurism"],
      "No. 4 of 4 rated",
    ],
  ])("from the side of a page that a record names: %s", async (address, outlets, rank) => {
    const page = await session.open(address);
    const view = await session.sidebar(page);
    expect(await relatedOutlets(view)).toEqual(outlets);
    expect(await textOf(view)).toContain(rank);
    await page.close();
  });
});

describe("the sidebar does not open elsewhere", () => {
  test("a page of a known outlet without a record gets no sidebar, the popup has the outlet", async () => {
    const page = await session.open("https://futurism.com/another-story");
    expect(await session.hasSidebar(page)).toBe(false);
    const popup = await session.browser.openPopup(page);
    const text = await waitFor("the profile", async () => {
      const shown = await textOf(popup);
      return shown.includes("Typical quality") ? shown : null;
    });
    expect(text).toContain("1 article known from this outlet");
    expect(text).toContain("59");
    await page.close();
  });

  test("on an unknown site there is no trace of the extension", async () => {
    const page = await session.open("https://unknown.example/story");
    expect(await session.hasSidebar(page)).toBe(false);
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
    await page.close();
  });
});
