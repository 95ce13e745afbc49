import type { Page } from "puppeteer-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { LiveStatus } from "../../../core/protocol/live-status.ts";
import { READING } from "../../fixtures/readings.ts";
import type { View } from "../../harness/driven-browser.ts";
import { OptionsPage } from "../../harness/options-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { violations } from "../accessibility/axe.ts";
import { LiveSection } from "../live/live-section.ts";
import { OutletServers } from "../live/outlet-servers.ts";
import { IN_THE_AFTERNOON, SIX_OUTLETS } from "../live/six-outlets.ts";
import { useFolder } from "../own-folder.ts";
import { click, textOf, useBrowser } from "../session.ts";

const servers = new OutletServers();
const session = useBrowser(servers.site, { asksPermissions: true });
const { file } = useFolder();

let page: Page;
let view: View;

/** The stories as they are shown: the headline, and the lines beneath it. */
const stories = () =>
  view.run((document) =>
    Array.from(document.querySelectorAll<HTMLElement>(".stories .story"), (story) => ({
      headline: story.querySelector("h2")?.textContent,
      share: story.querySelector(".story-share")?.textContent ?? null,
      lines: Array.from(story.querySelectorAll(".story-line"), ({ textContent }) =>
        textContent?.replaceAll(/[\u2068\u2069]/g, ""),
      ),
      points: story.querySelectorAll("circle").length,
    })),
  );
const storiesAre = (count: number) =>
  waitFor(`${count} stories`, async () => {
    const shown = await stories();
    return shown.length === count ? shown : null;
  });
const press = async (label: string) => {
  const clicked = await view.run((document, text) => {
    const buttons = Array.from(document.querySelectorAll("button"));
    const button = buttons.find((one) => (one.textContent ?? "").startsWith(text));
    button?.click();
    return button !== undefined;
  }, label);
  expect(clicked).toBe(true);
};

beforeAll(async () => {
  const opened = await session.browser.openExtensionPage("today.html");
  page = opened.page;
  view = opened.view;
});

test("without outlets the page says how to begin", async () => {
  await waitFor("the page", async () =>
    (await textOf(view)).includes("No outlets yet") ? true : null,
  );
  expect(await violations(view)).toEqual([]);
});

describe("with six outlets", () => {
  beforeAll(async () => {
    const live = await LiveSection.open(session);
    const outlines = SIX_OUTLETS.map(
      ({ name, feed }) => `<outline text="${name}" xmlUrl="${feed}" htmlUrl="${siteOf(name)}"/>`,
    );
    await live.addByFile(file("feeds.opml", `<opml><body>${outlines.join("")}</body></opml>`));
    await live.settled();
    await live.options.close();
    await page.bringToFront();
  });

  test("the open page shows the stories they share, by the number of outlets", async () => {
    expect(await storiesAre(3)).toEqual([
      {
        headline: "Marram Bridge closed after inspectors find cracks in main girder",
        share: "6 of 6 outlets",
        lines: ["First: Harbour Courier, 21 min before The Coastal Gazette", "6 originals"],
        points: 6,
      },
      {
        headline: "Hollin creamery recalls soft cheese after listeria finding",
        share: "3 of 6 outlets",
        lines: [
          "First: Northern Wire, 34 min before Harbour Courier",
          "3 originals",
          "Missing: Ferry Times, Island Herald, The Coastal Gazette",
        ],
        points: 3,
      },
      {
        headline: "Mayor Adela Quist resigns over harbour dredging contract",
        share: "3 of 6 outlets",
        lines: [
          "First: Island Herald, 40 min before The Coastal Gazette",
          "3 originals",
          "Missing: Harbour Courier, Northern Wire, Radio Marram",
        ],
        points: 3,
      },
    ]);
    expect(await violations(view)).toEqual([]);
  });

  test("and those that one outlet has alone, or that one of them lacks", async () => {
    await press("In one only");
    const alone = await storiesAre(6);
    expect(alone.map(({ headline }) => headline)).toContain(
      "Restored lighthouse opens as a museum of knots",
    );
    await press("In several outlets");
    await view.run((document) => {
      const select = document.querySelectorAll<HTMLSelectElement>(".filter select")[1];
      if (select === undefined) throw new Error("no filter");
      select.value = "outlet Ferry Times";
      select.dispatchEvent(new Event("change", { bubbles: true }));
    });
    const lacking = await storiesAre(1);
    expect(lacking[0]?.headline).toBe("Hollin creamery recalls soft cheese after listeria finding");
    await view.run((document) => {
      const select = document.querySelectorAll<HTMLSelectElement>(".filter select")[1];
      if (select === undefined) throw new Error("no filter");
      select.value = "";
      select.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await storiesAre(3);
  });

  test("a story is followed with a key, and stays under its own heading", async () => {
    await page.keyboard.press("j");
    await page.keyboard.press("f");
    await waitFor("the story to be followed", () =>
      view.run((document) =>
        document.querySelector(".follow[aria-pressed=true]") === null ? null : true,
      ),
    );
    await press("Following");
    const [followed] = await storiesAre(1);
    expect(followed?.headline).toBe(
      "Marram Bridge closed after inspectors find cracks in main girder",
    );
    await press("In several outlets");
    await storiesAre(3);
  });

  test("while outlets are checked, what they bring is shown by itself", async () => {
    for (const [name, entry] of IN_THE_AFTERNOON)
      servers.publish(name, name === "Ferry Times" ? { ...entry, genre: "Opinion" } : entry);
    await press("Check now");
    const bridge = await waitFor("the new articles", async () => {
      const [first] = await stories();
      return first?.points === 7 ? first : null;
    });
    expect(bridge.lines[0]).toBe("First: Harbour Courier, 21 min before The Coastal Gazette");
    await view.run((document) => document.querySelector("summary")?.click());
    const headlines = await waitFor("the headlines", async () => {
      const shown = await view.run((document) =>
        Array.from(document.querySelectorAll(".headlines li a"), (link) => link.textContent),
      );
      return shown.length > 0 ? shown : null;
    });
    const opinions = await view.run((document) =>
      Array.from(document.querySelectorAll(".headlines li:has(.tag-mark)"), (headline) => [
        headline.querySelector(".tag-mark")?.textContent,
        headline.querySelector("a")?.textContent,
      ]),
    );
    expect(opinions).toEqual([
      ["Opinion", "Night ferries to Marram Island while bridge is closed over cracked girder"],
    ]);
    expect(headlines).toContain("Cracked girder: Marram Bridge may stay shut for a month");
    expect(headlines).toContain(
      "Night ferries to Marram Island while bridge is closed over cracked girder",
    );
    expect(await violations(view)).toEqual([]);
  });

  test("a preferred outlet tells a story, a hidden one does not", async () => {
    const options = await OptionsPage.open(session.browser);
    const { outlets } = await options.ask<LiveStatus>({ type: "outlets.status" });
    const prefer = (name: string, preference: "hidden" | "preferred" | null) => {
      const [domain = ""] = outlets.find((one) => one.name === name)?.domains ?? [];
      return options.ask({ type: "outlet.prefer", name, domain, preference });
    };
    const headlineIs = (headline: string) =>
      waitFor(`the headline ${headline}`, async () =>
        (await stories())[0]?.headline === headline ? true : null,
      );
    const first = "Marram Bridge closed after inspectors find cracks in main girder";
    await prefer("Radio Marram", "preferred");
    await headlineIs("Marram Bridge closed for weeks: girder cracks deeper than first found");
    await prefer("Radio Marram", null);
    await headlineIs(first);
    await prefer("Island Herald", "hidden");
    await press("In one only");
    await waitFor("what is left out", async () =>
      (await textOf(view)).includes("only outlets you hide have") ? true : null,
    );
    expect(await violations(view)).toEqual([]);
    await press("Show");
    await storiesAre(6);
    await press("Hide again");
    await prefer("Island Herald", null);
    await storiesAre(6);
    await press("In several outlets");
    await storiesAre(3);
    await options.close();
    await page.bringToFront();
  });

  test("all articles can be searched", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("listeria");
    const found = await waitFor("what is found", async () => {
      const shown = await view.run((document) =>
        Array.from(document.querySelectorAll(".found-list h2"), (title) => title.textContent),
      );
      return shown.length === 3 ? shown : null;
    });
    expect(found.toSorted()).toEqual([
      "Hollin cheese recall: which soft cheese to bring back because of listeria",
      "Hollin creamery recalls soft cheese after listeria finding",
      "Listeria fears: Hollin soft cheese recalled from 300 shops",
    ]);
    expect(await violations(view)).toEqual([]);
    await page.keyboard.press("Escape");
    await storiesAre(3);
  });

  test("what was read is recognised by any address of the article", async () => {
    const options = await OptionsPage.open(session.browser);
    await options.ask({ type: "settings.change", change: { keepsReadings: true } });
    const url = `${SIX_OUTLETS[0]?.entries[0]?.url}?utm_source=newsletter`;
    await options.ask({ type: "readings.add", readings: [{ ...READING, url }] });
    await options.close();
    const other = await session.browser.openExtensionPage("today.html");
    const read = await waitFor("a story that was read", () =>
      other.view.run((document) => document.querySelector(".story-read h2")?.textContent ?? null),
    );
    expect(read).toBe("Marram Bridge closed after inspectors find cracks in main girder");
    await other.page.close();
    await page.bringToFront();
  });

  test("the side panel has them too, where a story is followed, unfolded, saved and searched for", async () => {
    const panel = await session.browser.openSidePanel();
    const has = (what: string, count: number) =>
      waitFor(`${count} of ${what}`, () =>
        panel.run(
          (document, selector, wanted) =>
            document.querySelectorAll(selector).length === wanted || null,
          what,
          count,
        ),
      );
    await has("[role=tab]", 2);
    await click(panel, "[role=tab]:nth-child(2)");
    await has(".stories .story", 3);
    expect(await textOf(panel)).toContain("6 of 6 outlets");
    // One of them was followed on the page.
    await has(".follow[aria-pressed=true]", 1);
    await click(panel, ".follow[aria-pressed=false]");
    await has(".follow[aria-pressed=true]", 2);
    await click(panel, ".follow[aria-pressed=true]:not(.story:first-child .follow)");
    await has(".follow[aria-pressed=true]", 1);
    await click(panel, ".headlines summary");
    await has(".headlines[open] li a", 7);
    await click(panel, ".save-story");
    await has(".save-story[aria-pressed=true]", 1);
    expect(await violations(panel)).toEqual([]);
    await panel.run((document) => {
      const field = document.querySelector<HTMLInputElement>("input[type=search]");
      if (field === null) throw new Error("no search");
      field.value = "listeria";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await has(".found-list h2", 3);
    expect(await violations(panel)).toEqual([]);
    await session.browser.closeSidePanel();
    await page.bringToFront();
  });

  test("another page shows the same at once, and what is followed", async () => {
    const other = await session.browser.openExtensionPage("today.html");
    await waitFor("the stories", () =>
      other.view.run((document) =>
        document.querySelectorAll(".stories .story").length === 3 &&
        document.querySelector(".follow[aria-pressed=true]") !== null
          ? true
          : null,
      ),
    );
    expect(await textOf(other.view)).toContain("6 outlets · checked");
    await other.page.close();
  });
});

/** The site of an outlet's articles, which is not always that of its feed. */
function siteOf(name: string): string {
  const outlet = SIX_OUTLETS.find((one) => one.name === name);
  return new URL(outlet?.entries[0]?.url ?? "").origin;
}
