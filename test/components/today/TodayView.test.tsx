// @vitest-environment happy-dom

import { beforeEach, describe, expect, test, vi } from "vitest";
import { TodayView } from "../../../components/today/TodayView.tsx";
import { DAY } from "../../../core/durations.ts";
import type { LiveStatus } from "../../../core/protocol/live-status.ts";
import type { Result } from "../../../core/protocol/result.ts";
import type { SearchAnswer, TodayAnswer, TodayState } from "../../../core/protocol/today.ts";
import type { TodayStory } from "../../../core/today/today-story.ts";
import { liveOutlet } from "../../fixtures/live-outlets.ts";
import { button, click, NOW, press, show, showIn, textOf, textsOf, type } from "../kit/english.tsx";
import { FakeBackground } from "../kit/fake-background.ts";
import { settle } from "../kit/run-hook.tsx";
import { ANSWER, BRIDGE, KNOTS, LIVE, point, story } from "./fixtures.ts";

const OTHER = story([
  point("Gazette", 50, { title: "Mayor resigns", url: "https://gazette.example/mayor" }),
]);
const FOUND: SearchAnswer = {
  articles: [
    {
      title: "Ferry returns to Sandvik",
      excerpt: "After nine days.",
      url: "https://courier.example/ferry",
      published: NOW,
      type: "article",
      language: null,
      marks: [],
      outlet: { name: "Courier", domain: "courier.example" },
      quality: 90,
      image: null,
      history: [],
      dataSets: ["mine"],
      band: "upper",
      thirds: null,
    },
  ],
  isCut: true,
  dataSets: [["mine", "My list"]],
};

let background: FakeBackground;
let place: HTMLElement;
let sendLive: (result: Result<LiveStatus>) => void;
let sendState: (result: Result<TodayState>) => void;

async function open(answer: TodayAnswer | null = ANSWER, live: LiveStatus | null = LIVE) {
  background = new FakeBackground({
    ...(answer !== null && { "today.stories": answer }),
    "today.looked": null,
    "today.follow": true,
    "today.unfollow": null,
    "outlets.poll": LIVE,
    "options.open": null,
    search: FOUND,
    "saved.list": [],
    "readings.list": { readings: [], isKept: false },
  });
  const deps = {
    send: background.send,
    subscribeToLiveStatus(listener: typeof sendLive) {
      sendLive = listener;
      return () => undefined;
    },
    subscribeToToday(listener: typeof sendState) {
      sendState = listener;
      return () => undefined;
    },
    now: () => NOW,
    download: () => undefined,
    loadStarterList: async () => ({ writtenDown: "2026-11-30", outlets: [] }),
  };
  if (place !== undefined) showIn(place, null);
  place = show(<TodayView deps={deps} />);
  await settle(() => {
    sendState({ ok: true, value: { revision: 1, progress: null } });
    if (live !== null) sendLive({ ok: true, value: live });
  });
}

const outlets = (...names: string[]) => ({
  ...LIVE,
  outlets: names.map((name) => liveOutlet(name, NOW)),
});
const titles = () => textsOf(place, ".story h2");
const asked = () => background.of("today.stories").map(({ choice }) => choice);

beforeEach(() => open());

describe("the page shows", () => {
  test("the stories, and how many there are of each kind", () => {
    expect(titles()).toEqual(["Bridge closed, says Courier"]);
    expect(textsOf(place, ".section")).toEqual([
      "In several outlets1",
      "In one only1",
      "Following0",
    ]);
  });

  test("the stories with a changed headline where there are some, and on which it is", async () => {
    await open({ ...ANSWER, changed: 1, stories: [{ ...BRIDGE, changed: 2 }] });
    expect(textsOf(place, ".section")).toContain("Headline changed1");
    expect(textsOf(place, ".story-facts .tag")).toContain("2 headlines changed");
    await settle(() => click(button(place, "Headline changed1")));
    expect(background.of("today.stories").at(-1)?.choice.section).toBe("changed");
  });

  test("that it waits, and that there is no answer", async () => {
    await open(null, null);
    expect(textOf(place.querySelector(".message h2"))).toBe("No answer");
    background.answers["today.stories"] = ANSWER;
    await settle(() => click(button(place, "Try again")));
    expect(titles()).toEqual(["Bridge closed, says Courier"]);
  });

  test("how to begin where there are no outlets", async () => {
    await open({ ...ANSWER, outlets: [], stories: [], shared: 0, single: 0, total: 0 });
    expect(textOf(place.querySelector(".message h2"))).toBe("No outlets yet");
    const link = place.querySelector<HTMLAnchorElement>(".message a");
    expect([link?.textContent, link?.getAttribute("href")]).toEqual([
      "Choose outlets",
      "/welcome.html",
    ]);
  });

  test("that outlets were not checked yet", async () => {
    const live = { ...outlets("Courier"), lastSuccessAt: null };
    await open({ ...ANSWER, stories: [], total: 0 }, live);
    expect(textOf(place.querySelector(".message h2"))).toBe("Not checked yet");
    expect(textOf(place.querySelector(".today-head [role=status]"))).toBe(
      "1 outlet · not checked yet",
    );
    await settle(() => click(button(place, "Check now")));
    expect(background.of("outlets.poll")).toEqual([{ type: "outlets.poll", ids: null }]);
  });

  test("that no story is as the filters ask", async () => {
    await open({ ...ANSWER, stories: [], total: 0 });
    expect(textOf(place.querySelector(".message h2"))).toBe("No such story");
  });

  test("when outlets were checked, what is going on, and which cannot be reached", async () => {
    const status = () => textOf(place.querySelector(".today-head [role=status]"));
    await open(ANSWER, outlets("Courier", "Gazette"));
    expect(status()).toBe("2 outlets · checked 3 minutes ago");
    await settle(() => sendState({ ok: true, value: { revision: 1, progress: 0.5 } }));
    expect(status()).toBe("2 outlets · finding stories: 50%");
    const live = outlets("Courier", "Gazette");
    const failing = live.outlets.map((one) => ({ ...one, health: "failing" as const }));
    await settle(() =>
      sendLive({ ok: true, value: { ...live, outlets: failing, round: { done: 1, total: 2 } } }),
    );
    expect(status()).toBe("2 outlets · checking: 1 of 2");
    expect(textOf(place.querySelector(".today-failing"))).toBe(
      "2 outlets cannot be reached. Details",
    );
  });

  test("how often each outlet was first", () => {
    expect(textsOf(place, ".records td, .records tbody th")).toEqual([
      ...["Courier", "2 of 3 stories", "30 min"],
      ...["Gazette", "0 of 3 stories", "–"],
    ]);
  });
});

describe("the stories are asked for again", () => {
  test("when they have changed", async () => {
    expect(asked()).toHaveLength(1);
    await settle(() => sendState({ ok: true, value: { revision: 2, progress: null } }));
    expect(asked()).toHaveLength(2);
    await settle(() => sendState({ ok: true, value: { revision: 2, progress: null } }));
    expect(asked()).toHaveLength(2);
  });

  test("with another choice", async () => {
    const choose = (label: string, value: string) => {
      const field = Array.from(place.querySelectorAll("label")).find((one) =>
        textOf(one).startsWith(label),
      );
      const select = field?.querySelector("select");
      if (!select) throw new Error(`no field ${label}`);
      select.value = value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    };
    await settle(() => click(button(place, "In one only1")));
    await settle(() => choose("Time", "week"));
    await settle(() => choose("Missing from", "country GB"));
    await settle(() => choose("Sort by", "latest"));
    expect(asked().at(-1)).toEqual({
      section: "single",
      span: "week",
      without: { kind: "country", value: "GB" },
      order: "latest",
    });
    await settle(() => choose("Missing from", ""));
    expect(asked().at(-1)?.without).toBeNull();
  });

  test("with more of them", async () => {
    await open({ ...ANSWER, total: 300 });
    await settle(() => click(button(place, "Show more")));
    expect(background.of("today.stories").map(({ most }) => most)).toEqual([100, 200]);
  });

  test("with what was new when the page was opened, for as long as it is open", async () => {
    await open({ ...ANSWER, lookedAt: NOW - 5000 });
    background.answers["today.stories"] = { ...ANSWER, lookedAt: NOW };
    await settle(() => sendState({ ok: true, value: { revision: 2, progress: null } }));
    expect(background.of("today.stories").map(({ since }) => since)).toEqual([null, NOW - 5000]);
    expect(background.of("today.looked")).toHaveLength(1);
  });
});

describe("a story is followed", () => {
  test("with its articles; unfollowing can be undone", async () => {
    await settle(() => click(place.querySelector<HTMLElement>(".follow") as HTMLElement));
    expect(background.of("today.follow")[0]?.articles.map(({ outlet }) => outlet)).toEqual([
      "Courier",
      "Gazette",
      "Post",
    ]);
    await open({ ...ANSWER, stories: [{ ...BRIDGE, follow: "id" }] });
    await settle(() => click(place.querySelector<HTMLElement>(".follow") as HTMLElement));
    expect(background.of("today.unfollow")).toEqual([{ type: "today.unfollow", id: "id" }]);
    expect(textOf(place.querySelector(".toast p"))).toBe("You no longer follow this story.");
    await settle(() => click(button(place, "Undo")));
    expect(background.of("today.follow")).toHaveLength(1);
  });

  test("unless too many are", async () => {
    background.answers["today.follow"] = false;
    await settle(() => click(place.querySelector<HTMLElement>(".follow") as HTMLElement));
    expect(textOf(place.querySelector(".toast p"))).toContain("200 stories");
  });
});

describe("keys", () => {
  beforeEach(() => open({ ...ANSWER, stories: [BRIDGE, KNOTS, OTHER], total: 3 }));
  const focused = () => textOf(document.activeElement);

  test("J and K go from story to story", () => {
    press(document.body, "j");
    expect(focused()).toBe("Bridge closed, says Courier");
    press(document.body, "j");
    expect(focused()).toBe("A museum of knots");
    press(document.body, "k");
    press(document.body, "k");
    expect(focused()).toBe("Bridge closed, says Courier");
  });

  test("F follows the story that has the focus", async () => {
    press(document.body, "f");
    expect(background.of("today.follow")).toHaveLength(0);
    press(document.body, "j");
    await settle(() => press(document.activeElement as Element, "f"));
    expect(background.of("today.follow")).toHaveLength(1);
  });

  test("/ goes to the search, where letters are letters", () => {
    press(document.body, "/");
    expect(document.activeElement?.tagName).toBe("INPUT");
    press(document.activeElement as Element, "j");
    expect(document.activeElement?.tagName).toBe("INPUT");
  });

  test("with Control or Alt are the browser's", () => {
    press(document.body, "j", { ctrlKey: true });
    expect(document.activeElement).toBe(document.body);
  });
});

describe("a search", () => {
  const field = () =>
    place.querySelector<HTMLInputElement>("input[type=search]") as HTMLInputElement;
  const search = (text: string) => settle(() => type(field(), text));

  test("shows what is found in the place of the stories", async () => {
    await search("ferry");
    expect(background.of("search")[0]?.question).toEqual({
      text: "ferry",
      ...{ domains: null, language: null, from: null, to: null, quality: "any" },
    });
    expect(titles()).toEqual(["Ferry returns to Sandvik"]);
    expect(textOf(place.querySelector(".found-list .story-facts"))).toBe(
      "CourierApr 15, 2026My listQuality 90upper third",
    );
    expect(textOf(place.querySelector(".found [role=status]"))).toBe(
      "1 article found. There may be more: add a word or a filter.",
    );
  });

  test("is narrowed by outlet, language, time and quality", async () => {
    await search("ferry");
    const selects = () => Array.from(place.querySelectorAll<HTMLSelectElement>(".filters select"));
    for (const [i, value] of ["Gazette", "nb", "7", "upper"].entries())
      await settle(() => {
        const select = selects()[i] as HTMLSelectElement;
        select.value = value;
        select.dispatchEvent(new Event("change", { bubbles: true }));
      });
    expect(background.of("search").at(-1)?.question).toEqual({
      text: "ferry",
      domains: ["gazette.example"],
      language: "nb",
      from: NOW - 7 * DAY,
      to: null,
      quality: "upper",
    });
  });

  test("ends with Escape, or without a word", async () => {
    await search("ferry");
    await settle(() => press(field(), "Escape"));
    expect(titles()).toEqual(["Bridge closed, says Courier"]);
    await search("ferry");
    await search(" ");
    expect(titles()).toEqual(["Bridge closed, says Courier"]);
  });

  test("says that nothing is found, or that there is no answer", async () => {
    background.answers.search = { ...FOUND, articles: [] };
    await search("ferry");
    expect(textOf(place.querySelector(".message h2"))).toBe("Nothing found");
    background.isUnavailable = true;
    await search("ferries");
    expect(textOf(place.querySelector(".message h2"))).toBe("No answer");
  });
});

test("many stories are drawn a few at a time, and unchanged ones are not drawn again", async () => {
  const many = Array.from({ length: 30 }, (_, i) =>
    story([point("Gazette", 50, { title: `Story ${i}`, url: `https://gazette.example/${i}` })]),
  );
  await open({ ...ANSWER, stories: many, total: 30 });
  expect(titles().slice(0, 2)).toEqual(["Story 0", "Story 1"]);
  expect(titles().length).toBeLessThan(30);
  await vi.waitFor(async () => {
    await settle();
    expect(titles()).toHaveLength(30);
  });
  const [first, second] = place.querySelectorAll(".story a");
  if (first === undefined || second === undefined) throw new Error("no stories");
  first.textContent = "drawn before";
  second.textContent = "drawn before";
  const [one, two, ...others] = structuredClone(many) as [TodayStory, TodayStory, ...TodayStory[]];
  background.answers["today.stories"] = {
    ...ANSWER,
    stories: [one, { ...two, follow: "id" }, ...others],
  };
  await settle(() => sendState({ ok: true, value: { revision: 2, progress: null } }));
  expect(titles()[0]).toBe("drawn before");
  expect(place.querySelectorAll(".follow[aria-pressed=true]")).toHaveLength(1);
});

test("many changed stories are drawn again a few at a time, and stay as they were until then", async () => {
  const many = (word: string) =>
    Array.from({ length: 30 }, (_, i) =>
      story([point("Gazette", 50, { title: word, url: `https://gazette.example/${i}` })]),
    );
  await open({ ...ANSWER, stories: many("before"), total: 30 });
  await vi.waitFor(async () => {
    await settle();
    expect(titles()).toHaveLength(30);
  });
  background.answers["today.stories"] = { ...ANSWER, stories: many("after"), total: 30 };
  const seen: string[] = [];
  const observer = new MutationObserver(() => void seen.push(titles().join(" ")));
  observer.observe(place, { subtree: true, childList: true, characterData: true });
  sendState({ ok: true, value: { revision: 2, progress: null } });
  await vi.waitFor(async () => {
    await settle();
    expect(titles()).toEqual(Array(30).fill("after"));
  });
  observer.disconnect();
  const changed = (count: number) =>
    [...Array(count).fill("after"), ...Array(30 - count).fill("before")].join(" ");
  expect(seen.slice(0, 2)).toEqual([changed(4), changed(8)]);
  expect(new Set(seen).size).toBe(8);
});

test("a failure is shown", async () => {
  await open(ANSWER, outlets("Courier"));
  background.isUnavailable = true;
  await settle(() => click(button(place, "Check now")));
  expect(textOf(place.querySelector(".toast p"))).toContain("did not answer");
});
