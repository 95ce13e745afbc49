// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { OutletPage } from "../../../components/outlet/OutletPage.tsx";
import type { ListedOutlet } from "../../../core/outlets/starter-list.ts";
import type { OutletProfileAnswer } from "../../../core/protocol/outlet-profile.ts";
import { parseSettings } from "../../../core/settings/settings.ts";
import { OUTLET } from "../answers.ts";
import { button, click, show, textOf, textsOf } from "../kit/english.tsx";
import { FakeBackground } from "../kit/fake-background.ts";
import { settle } from "../kit/run-hook.tsx";

const LISTED: ListedOutlet = {
  name: "The Gazette",
  domains: ["gazette.example"],
  feed: "https://gazette.example/rss",
  country: "NO",
  language: "nb",
  kind: "paper",
  owner: "Coastal Media",
  evidence: { kind: "listed", date: "2026-11-30" },
};
const PROFILE: OutletProfileAnswer = {
  known: OUTLET,
  latest: {
    ...{ read: 24, changed: 2 },
    topics: [
      { topic: "Ferries", articles: 3 },
      { topic: "Storm", articles: 1 },
    ],
  },
  week: {
    ...{ articles: 12, reprints: 3 },
    record: { outlet: "The Gazette", stories: 9, first: 4, lead: 21 * 60_000 },
  },
  preference: null,
};

const NOTHING: OutletProfileAnswer = {
  ...{ known: null, week: null, preference: null },
  latest: { read: 0, changed: 0, topics: [] },
};

async function open(profile: OutletProfileAnswer | undefined, listed: ListedOutlet[] = [LISTED]) {
  const background = new FakeBackground({
    ...(profile && { "outlet.profile": profile }),
    "outlet.prefer": parseSettings({}),
  });
  const deps = {
    send: background.send,
    loadStarterList: async () => ({ writtenDown: "2026-11-30", outlets: listed }),
  };
  const place = show(<OutletPage domain="gazette.example" deps={deps} />);
  await settle(() => undefined);
  return { place, background };
}

describe("the profile of an outlet", () => {
  test("says who it is, what is known of it, and how it did", async () => {
    const { place } = await open(PROFILE);
    expect(textsOf(place, "h1")).toEqual(["The Gazette"]);
    expect(textsOf(place, "dt, dd")).toEqual([
      ...["Kind", "Newspaper or magazine"],
      ...["Owner", "Coastal Media"],
      ...["Country", "Norway"],
      ...["Language", "Norwegian Bokmål"],
    ]);
    expect(textsOf(place, ".outlet-part h2")).toEqual([
      "Made up",
      "In the stories of the last 7 days",
      "Topics",
      "Latest known articles",
    ]);
    const parts = textsOf(place, ".outlet-part");
    expect(parts[0]).toContain("12 articles known from this outlet · 3 rated");
    expect(parts[1]).toContain("First in 4 of 9 stories. Typical lead (median): 21 min");
    expect(parts[1]).toContain("Reprints: 3 of 12 articles");
    expect(parts[3]).toContain("Headline changed after publication: 2 of 24 articles");
    expect(textsOf(place, ".outlet-topics li")).toEqual(["Ferries", "Storm"]);
  });

  test("draws how its qualities are spread, and says it in words", async () => {
    const { place } = await open(PROFILE);
    const spread = place.querySelector("svg.spread");
    expect(spread?.getAttribute("aria-label")).toBe(
      "Quality: typical (median) 65, half of the articles from 51.3 to 80, all from 40 to 120",
    );
    const box = spread?.querySelector("rect");
    // From 40 to 120 on 392 units: the middle half begins at 51.25 and ends at 80.
    expect([box?.getAttribute("x"), box?.getAttribute("width")]).toEqual(["59.125", "140.875"]);
    expect(spread?.querySelectorAll(".spread-third")).toHaveLength(2);
  });

  test("hides or prefers it, and takes that back", async () => {
    const { place, background } = await open(PROFILE);
    await settle(() => click(button(place, "Hide this outlet")));
    await settle(() => click(button(place, "Show it again")));
    expect(background.of("outlet.prefer").map(({ preference }) => preference)).toEqual([
      "hidden",
      null,
    ]);
  });

  test("says so where nothing is known", async () => {
    const { place } = await open(NOTHING, []);
    expect(textsOf(place, "h1, h2")).toEqual([
      "gazette.example",
      "Nothing known about this outlet",
    ]);
  });

  test("says so where the background does not answer", async () => {
    const { place } = await open(undefined);
    expect(textOf(place.querySelector("h2"))).toBe("No answer");
  });
});
