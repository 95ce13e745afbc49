// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { WelcomePage } from "../../../components/welcome/WelcomePage.tsx";
import type { ListedOutlet } from "../../../core/outlets/starter-list.ts";
import type { LiveStatus, OutletStatus } from "../../../core/protocol/live-status.ts";
import type { Introduction, Status } from "../../../core/protocol/responses.ts";
import type { Result } from "../../../core/protocol/result.ts";
import type { TodayAnswer, TodayState } from "../../../core/protocol/today.ts";
import { parseSettings } from "../../../core/settings/settings.ts";
import { liveOutlet, liveStatus } from "../../fixtures/live-outlets.ts";
import { article, DATA_SET, story } from "../answers.ts";
import { button, click, field, NOW, show, textOf, textsOf, type } from "../kit/english.tsx";
import { FakeBackground } from "../kit/fake-background.ts";
import { settle } from "../kit/run-hook.tsx";

const listed = (name: string, country: string, language: string): ListedOutlet => ({
  name,
  domains: [`${name.toLowerCase()}.example`],
  feed: `https://${name.toLowerCase()}.example/rss`,
  country,
  language,
  kind: "paper",
  evidence: { kind: "checked", date: "2026-11-30" },
});
const LIST = [
  listed("Courier", "GB", "en"),
  listed("Gazette", "GB", "en"),
  listed("Matin", "FR", "fr"),
];
const wanted = ({ name, domains, feed, country, language }: ListedOutlet) => ({
  ...{ name, domains, feed, country, language },
});
const STATUS: Status = {
  settings: parseSettings({}),
  notice: null,
  dataSets: [],
  deleted: [],
  job: null,
  canImport: true,
};
const TODAY: TodayAnswer = {
  outlets: [],
  articles: 212,
  stories: [
    {
      id: "courier.example/1",
      headline: 1,
      points: ["Bridge closed", "Bridge shut over cracks"].map((title, i) => ({
        title,
        url: `https://courier.example/${i}`,
        outlet: "Courier",
        published: NOW,
        isTimeStated: true,
        isReprint: false,
        isNew: false,
        type: "article",
        language: null,
        marks: [],
      })),
      articles: 2,
      outlets: ["Courier", "Gazette"],
      originals: 2,
      reprints: 0,
      changed: 0,
      first: null,
      fresh: 0,
      follow: null,
    },
  ],
  total: 1,
  shared: 31,
  single: 3,
  changed: 0,
  hidden: 0,
  preferences: [],
  following: 0,
  followingNew: 0,
  records: [],
  lookedAt: null,
};
const EXAMPLE = {
  address: "https://page.example/",
  coverage: story(article("Page"), [article("Other"), article("Third")], { dataSets: [DATA_SET] }),
  facts: null,
  settings: parseSettings({}),
  notice: null,
  live: null,
};

/** The introduction, once it knows what is followed. */
async function introduction(
  outlets: readonly OutletStatus[] = [],
  { chosen = null, example = null }: Partial<Introduction> = {},
) {
  const followed = liveStatus([liveOutlet("Courier", NOW), liveOutlet("Gazette", NOW)]);
  const background = new FakeBackground({
    "introduction.start": { example, chosen },
    "introduction.choose": null,
    "outlets.add": followed,
    "settings.change": STATUS.settings,
    "today.stories": TODAY,
  });
  const requestAccess = vi.fn(async () => true);
  let pushLive: (one: Result<LiveStatus>) => void = () => undefined;
  let pushToday: (one: Result<TodayState>) => void = () => undefined;
  const deps = {
    send: background.send,
    subscribeToStatus(listener: (one: Result<Status>) => void) {
      listener({ ok: true, value: STATUS });
      return () => undefined;
    },
    subscribeToLiveStatus(listener: (one: Result<LiveStatus>) => void) {
      pushLive = listener;
      return () => undefined;
    },
    subscribeToToday(listener: (one: Result<TodayState>) => void) {
      pushToday = listener;
      return () => undefined;
    },
    requestAccess,
    loadStarterList: async () => ({ writtenDown: "2026-11-30", outlets: LIST }),
    readOpmlFile: async () => ({ fault: "not-opml" }),
    languages: ["en"],
    browser: "firefox" as const,
  };
  const place = show(<WelcomePage deps={deps} />);
  await settle(() => pushLive({ ok: true, value: liveStatus(outlets) }));
  return {
    ...{ place, background, requestAccess },
    live: (value: LiveStatus) => settle(() => pushLive({ ok: true, value })),
    today: (value: TodayState) => settle(() => pushToday({ ok: true, value })),
  };
}

describe("the choice of outlets", () => {
  test("begins with a suggestion for the user's languages, and names its sites", async () => {
    const { place } = await introduction();
    expect(textsOf(place, ".chip bdi")).toEqual(["Courier", "Gazette"]);
    expect(textOf(place.querySelector(".welcome-sites p"))).toBe(
      "courier.example, gazette.example",
    );
    expect(button(place, "Follow these 2 outlets").disabled).toBe(false);
  });

  test("can be changed, which is kept, and taken back", async () => {
    const { place, background } = await introduction();
    click(button(place, "Remove ⁨Courier⁩"));
    expect(textsOf(place, ".chip bdi")).toEqual(["Gazette"]);
    expect(background.of("introduction.choose")).toEqual([
      { type: "introduction.choose", outlets: [wanted(LIST[1] as ListedOutlet)] },
    ]);
    click(button(place, "Back to the suggestion"));
    expect(textsOf(place, ".chip bdi")).toEqual(["Courier", "Gazette"]);
  });

  test("continues where the user left it", async () => {
    const { place } = await introduction([], { chosen: [wanted(LIST[2] as ListedOutlet)] });
    expect(textsOf(place, ".chip bdi")).toEqual(["Matin"]);
  });

  test("finds others by their country", async () => {
    const { place } = await introduction();
    type(field(place, "Or find one by name, site or country"), "france");
    expect(textsOf(place, ".outlet-choices bdi")).toEqual(["Matin"]);
    click(place.querySelector(".outlet-choices input") as HTMLInputElement);
    expect(textsOf(place, ".chip bdi")).toEqual(["Courier", "Gazette", "Matin"]);
  });

  test("is followed with one request for exactly its sites, and the first check begins", async () => {
    const { place, background, requestAccess } = await introduction();
    await settle(() => {
      button(place, "Follow these 2 outlets").click();
      expect(requestAccess.mock.calls).toEqual([
        ["sites", ["*://*.courier.example/*", "*://*.gazette.example/*"]],
      ]);
    });
    expect(background.of("outlets.add").map(({ outlets }) => outlets)).toEqual([
      LIST.slice(0, 2).map(wanted),
    ]);
    expect(textsOf(place, ".checks bdi")).toEqual(["Courier", "Gazette"]);
    expect(document.activeElement?.textContent).toBe("Your outlets");
  });

  test("stays when the user refuses the sites, and says what works without them", async () => {
    const { place, background, requestAccess } = await introduction();
    requestAccess.mockResolvedValue(false);
    await settle(() => button(place, "Follow these 2 outlets").click());
    expect(background.of("outlets.add")).toEqual([]);
    expect(textsOf(place, ".chip bdi")).toEqual(["Courier", "Gazette"]);
    expect(textOf(place.querySelector("[role=alert]"))).toMatch(
      /^You did not allow these sites\. Nothing is lost: .* click the toolbar button on an article/,
    );
  });

  test("needs an outlet", async () => {
    const { place } = await introduction([], { chosen: [] });
    expect(button(place, "No outlet is chosen.").disabled).toBe(true);
  });
});

describe("the first check", () => {
  const COURIER = liveOutlet("Courier", NOW, { articles: 41 });

  test("shows the progress of each outlet", async () => {
    const waiting = liveOutlet("Gazette", NOW, { articles: 0, health: "new", lastSuccessAt: null });
    const { place, live } = await introduction([COURIER, waiting]);
    await live(liveStatus([COURIER, waiting], { round: { done: 1, total: 2 } }));
    expect(textsOf(place, ".checks li")).toEqual(["Courier41 articles", "Gazettewaiting"]);
    expect(textOf(place.querySelector(".progress .fine"))).toBe("1 of 2 · 41 articles");
  });

  test("says what is wrong with an outlet", async () => {
    const gone = liveOutlet("Gazette", NOW, {
      ...{ articles: 0, health: "failing", failure: "unreachable", failingSince: NOW },
    });
    const { place } = await introduction([COURIER, gone]);
    expect(textsOf(place, ".checks span")[1]).toMatch(/^Its server could not be reached/);
  });

  test("ends with stories of several outlets, each a link to an article", async () => {
    const { place, today } = await introduction([COURIER]);
    expect(textOf(place.querySelector("[role=status]"))).toBe("Comparing the articles…");
    await today({ revision: 1, progress: null });
    expect(textOf(place.querySelector("[role=status]"))).toBe(
      "212 articles, 31 stories at two or more of your outlets",
    );
    const link = place.querySelector<HTMLAnchorElement>(".first-stories a");
    expect([link?.textContent, link?.href]).toEqual([
      "Bridge shut over cracks",
      "https://courier.example/1",
    ]);
  });

  test("says so where no story is at two outlets", async () => {
    const { place, background, today } = await introduction([COURIER]);
    background.answers["today.stories"] = { ...TODAY, shared: 0, stories: [] };
    await today({ revision: 1, progress: null });
    expect(textOf(place.querySelector("[role=status]"))).toMatch(/^No story is at two/);
  });
});

test("a story that comes with the extension is shown as the sidebar shows it", async () => {
  const { place } = await introduction([], { example: EXAMPLE });
  expect(textsOf(place, ".welcome-example .card-title")).toEqual([
    "Other’s story",
    "Third’s story",
  ]);
});

test("where the sidebar appears is chosen by a picture", async () => {
  const { place, background } = await introduction();
  expect(textsOf(place, ".place")).toEqual([
    "By itself, beside the text",
    "As a small tab at the edge",
    "In the browser’s side panel",
    "Only when I click the button",
  ]);
  expect(place.querySelectorAll(".place svg")).toHaveLength(4);
  click(place.querySelector('[value="tab"]') as HTMLInputElement);
  expect(background.of("settings.change")).toEqual([
    { type: "settings.change", change: { sidebar: "tab" } },
  ]);
});

test("how to pin the button is said for the user's browser", async () => {
  const { place } = await introduction();
  expect(textOf(place)).toContain("Pin to Toolbar");
});
