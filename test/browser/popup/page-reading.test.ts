import { describe, expect, test } from "vitest";
import type { PageReading } from "../../../core/page/page-reading.ts";
import type { View } from "../../harness/driven-browser.ts";
import { hostilePage } from "../../harness/hostile-page.ts";
import type { Site } from "../../harness/local-web.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { FUTURISM, relatedOutlets, textOf, useBrowser } from "../session.ts";

const ORDINARY = "https://futurism.com/robots-learn-to-fold-shirts";
const FRONT = "https://futurism.com/";

const HEAD = `<link rel="canonical" href="/home">
<meta property="og:type" content="article">
<meta property="og:title" content="Robots Learn to Fold Shirts &amp;amp; Socks - Futurism">
<meta property="og:site_name" content="Futurism">
<meta property="article:published_time" content="2024-03-01T08:00:00Z">`;

const site: Site = (url) => {
  if (url.href === FUTURISM) return { body: hostilePage() };
  const head = url.href === ORDINARY || url.href === FRONT ? HEAD : "";
  return { body: standInPage({ title: "A story", site: url.hostname, head }) };
};

const session = useBrowser(site);

/** Runs files of the extension in the tab that shows `url`; gives the value of the last. */
async function runInTab<Value>(url: string, files: readonly string[]): Promise<Value> {
  const { page, view } = await session.browser.openExtensionPage("options.html");
  try {
    return await view.run(
      async (_document, address, names) => {
        const scope = globalThis as unknown as { browser?: Extension; chrome: Extension };
        const { tabs, scripting } = scope.browser ?? scope.chrome;
        const [tab] = await tabs.query({ url: address });
        const target = { tabId: tab?.id ?? -1 };
        const [frame] = await scripting.executeScript({ target, files: names });
        return frame?.result as Value;
      },
      url,
      files,
    );
  } finally {
    await page.close();
  }
}

interface Extension {
  tabs: { query(of: { url: string }): Promise<{ id?: number }[]> };
  scripting: {
    executeScript(of: {
      target: { tabId: number };
      files: readonly string[];
    }): Promise<{ result?: unknown }[]>;
  };
}

const isLoaded = (view: View) => textOf(view).then((text) => (/median/i.test(text) ? text : null));

describe("a page that no record names", () => {
  test("is shown in the popup with its own headline and time, above its outlet", async () => {
    const page = await session.open(ORDINARY);
    const popup = await session.browser.openPopup(page);
    await expect
      .poll(() => isLoaded(popup))
      .toMatch(/Robots Learn to Fold Shirts & Socks\s+\w+ 1, 2024/);
    expect(await textOf(popup)).not.toContain("Socks - Futurism");
    await page.close();
  });

  test("is not shown with them when it is a front page", async () => {
    const page = await session.open(FRONT);
    const popup = await session.browser.openPopup(page);
    expect(await waitFor("the profile", () => isLoaded(popup))).not.toContain("Robots");
    await page.close();
  });

  test("is not read when the document has navigated to another page", async () => {
    const page = await session.open(ORDINARY);
    // By then the content script has read it.
    await session.hasSidebar(page);
    expect(await runInTab<PageReading>(ORDINARY, ["/read-page.js"])).toMatchObject({
      statement: { published: ["2024-03-01T08:00:00Z"] },
    });
    const next = "https://futurism.com/robots-learn-to-iron-shirts";
    await page.evaluate((address) => history.pushState(null, "", address), next);
    await waitFor("the script to follow", async () =>
      (await runInTab<PageReading>(next, ["/read-page.js"])).statement === null ? true : null,
    );
    await page.close();
  });

  test("is read for its claims only when it is a front page", async () => {
    const page = await session.open(FRONT);
    expect(await runInTab<PageReading>(FRONT, ["/read-page.js"])).toEqual({
      alternates: [],
      claims: [{ source: "canonical", url: "https://futurism.com/home" }],
      statement: null,
    });
    await page.close();
  });
});

describe("a hostile page that is huge and full of traps", () => {
  test("is matched by its address like any other", async () => {
    const page = await session.open(FUTURISM);
    expect(await relatedOutlets(await session.sidebar(page))).toHaveLength(3);
    await page.close();
  });

  test("is read up to a limit", async () => {
    const page = await session.open(FUTURISM);
    const { statement } = await runInTab<PageReading>(FUTURISM, ["/read-page.js"]);
    expect(statement?.headline).toBe("x".repeat(500));
    expect(statement?.published).toEqual(["2024-03-01"]);
    await page.close();
  });
});
