import { beforeAll, describe, expect, test } from "vitest";
import { waitFor } from "../../harness/wait-for.ts";
import { violations } from "../accessibility/axe.ts";
import { isBrowsersOwn } from "../privacy/browsers-own.ts";
import { unfoldCards } from "../session.ts";
import { PolledOutlets } from "./polled-outlets.ts";
import { IN_THE_AFTERNOON, SIX_OUTLETS } from "./six-outlets.ts";

const BRIDGE = "https://www.harbour-courier.example/news/marram-bridge-closed-cracks";
/** An item without a time counts from when it was first seen. */
const AS_OF_FIRST_SEEN = expect.stringMatching(/^8 hr(?:, \d min)? later$/);

const outlets = PolledOutlets.use();
const { servers, session } = outlets;

test("outlets are picked by a feed's address and by a file, and each is polled at once", async () => {
  const { articles } = await outlets.pickAll();
  expect(articles).toBe(18);
  expect(servers.answered.toSorted()).toEqual([
    "Ferry Times: 200",
    "Harbour Courier: 200",
    "Island Herald: 200",
    "Northern Wire: 200",
    "Radio Marram: 200",
    "The Coastal Gazette: 200",
  ]);
});

describe("an article's page shows who else has the story, and how much later or earlier", () => {
  test("when it was the first", async () => {
    expect(await outlets.sidebarOf(BRIDGE)).toMatchObject({
      lead: "First of 6 to report, 21 min before The Coastal Gazette",
      heading: "5 other articles",
      cards: [
        {
          outlet: "The Coastal Gazette",
          title: "Cracked girder shuts Marram Bridge, 14,000 commuters stranded",
          apart: "21 min later",
        },
        {
          outlet: "Northern Wire",
          title: "Marram Bridge closed indefinitely over cracks in girder",
          apart: "48 min later",
        },
        {
          outlet: "Island Herald",
          title: "Island cut off as Marram Bridge shuts: cracks found in girder",
          apart: "1 hr, 35 min later",
        },
        {
          outlet: "Ferry Times",
          title: "Extra ferries to Marram Island after bridge closed over girder cracks",
          apart: "2 hr, 10 min later",
        },
        {
          outlet: "Radio Marram",
          title: "Marram Bridge stays closed: what is known about the girder cracks",
          apart: AS_OF_FIRST_SEEN,
        },
      ],
    });
  });

  test("when another one was first", async () => {
    const { lead, cards } = await outlets.sidebarOf(
      "https://www.coastal-gazette.example/2026/mayor-quist-steps-down",
    );
    expect(lead).toBe("2nd of 3 to report, 40 min after Island Herald");
    expect(cards.map(({ outlet, apart }) => `${outlet}: ${apart}`)).toEqual([
      "Island Herald: 40 min earlier",
      "Ferry Times: 1 hr, 35 min later",
    ]);
  });

  test("without a request to any server but the page's own", async () => {
    const before = outlets.requests().length;
    await outlets.sidebarOf("https://northern-wire.example/a/hollin-listeria-recall");
    expect(outlets.requests().slice(before)).toEqual([
      "https://northern-wire.example/a/hollin-listeria-recall",
    ]);
  });
});

describe("when the feeds change", () => {
  beforeAll(async () => {
    for (const [name, entry] of IN_THE_AFTERNOON) servers.publish(name, entry);
    await outlets.pollAll(6);
    await outlets.live.settled();
  });

  test("unchanged feeds are not sent again", () => {
    expect(servers.answered.toSorted()).toEqual([
      "Ferry Times: 200",
      "Harbour Courier: 304",
      "Island Herald: 304",
      "Northern Wire: 304",
      "Radio Marram: 200",
      "The Coastal Gazette: 200",
    ]);
  });

  test("the sidebar has the new article, and changed headlines in their old places", async () => {
    const { cards } = await outlets.sidebarOf(BRIDGE);
    expect(cards).toMatchObject([
      {
        outlet: "The Coastal Gazette",
        title: "Cracked girder: Marram Bridge may stay shut for a month",
        apart: "21 min later",
      },
      { outlet: "Northern Wire" },
      { outlet: "Island Herald" },
      { outlet: "Ferry Times", apart: "2 hr, 10 min later" },
      {
        outlet: "Ferry Times",
        title: "Night ferries to Marram Island while bridge is closed over cracked girder",
        apart: "6 hr, 40 min later",
      },
      {
        outlet: "Radio Marram",
        title: "Marram Bridge closed for weeks: girder cracks deeper than first found",
        apart: AS_OF_FIRST_SEEN,
      },
    ]);
  });
});

describe("a headline that its outlet has changed", () => {
  const GAZETTE = "https://www.coastal-gazette.example/2026/cracked-girder-shuts-marram-bridge";

  test("is said on the article's card, with the words that changed", async () => {
    outlets.opened.push(BRIDGE);
    const page = await session.open(BRIDGE);
    const view = await session.sidebar(page);
    await unfoldCards(view);
    const shown = await view.run((document, address) => {
      const card = document.querySelector(`[data-address="${address}"]`);
      const textOf = (selector: string) =>
        Array.from(card?.querySelectorAll(selector) ?? [], ({ textContent }) => textContent);
      return [textOf(".history-title"), textOf(".change del"), textOf(".change ins")];
    }, GAZETTE);
    expect(shown).toEqual([
      ["Headline changed once"],
      ["shuts ", ", 14,000 commuters stranded", "; ", "Ellery asks commuters to stay at home"],
      [": ", "may stay shut for a month", ", ", "Ellery's engineers fear for weeks"],
    ]);
    expect(await violations(view)).toEqual([]);
    await page.close();
  });

  test("is said of the open page", async () => {
    outlets.opened.push(GAZETTE);
    const page = await session.open(GAZETTE);
    const view = await session.sidebar(page);
    expect(
      await view.run((document) => document.querySelector("details.history summary")?.textContent),
    ).toBe("Headline changed once");
    await page.close();
  });

  test("is a filter of Today", async () => {
    const { page, view } = await session.browser.openExtensionPage("today.html");
    await waitFor("the filter", () =>
      view.run((document) => {
        const buttons = Array.from(document.querySelectorAll<HTMLElement>("button.section"));
        const button = buttons.find((one) => one.textContent?.startsWith("Headline changed"));
        button?.click();
        return button === undefined ? null : true;
      }),
    );
    const headlines = await waitFor("the stories", () =>
      view.run((document) => {
        const pressed = document.querySelector("button.section[aria-pressed=true]")?.textContent;
        const stories = Array.from(document.querySelectorAll(".stories .story"), (story) => [
          story.querySelector("h2")?.textContent,
          story.querySelector(".story-facts .tag")?.textContent,
        ]);
        return pressed?.startsWith("Headline changed") && stories.length === 1 ? stories : null;
      }),
    );
    expect(headlines).toEqual([
      ["Marram Bridge closed after inspectors find cracks in main girder", "2 headlines changed"],
    ]);
    await page.close();
  });
});

test("only the feeds of the picked outlets and the opened pages were ever requested", () => {
  const feeds = SIX_OUTLETS.map(({ feed }) => feed);
  expect([...new Set(outlets.requests())].toSorted()).toEqual(
    [...new Set([...feeds, ...outlets.opened])].toSorted(),
  );
  const hosts = session.web.hosts.filter((host) => !isBrowsersOwn(host));
  expect([...new Set(hosts)].toSorted()).toEqual([
    "feeds.coastal-gazette.example",
    "ferry-times.example",
    "northern-wire.example",
    "radio-marram.example",
    "www.coastal-gazette.example",
    "www.harbour-courier.example",
    "www.island-herald.example",
  ]);
});
