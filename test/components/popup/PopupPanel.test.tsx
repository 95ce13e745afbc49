// @vitest-environment happy-dom

import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import { PopupPanel } from "../../../components/popup/PopupPanel.tsx";
import type { Coverage } from "../../../core/coverage/coverage.ts";
import { MINUTE } from "../../../core/durations.ts";
import type { StoryCorrection } from "../../../core/protocol/requests.ts";
import type { TabCoverage } from "../../../core/protocol/responses.ts";
import type { Result } from "../../../core/protocol/result.ts";
import { FOUND, foundAnswer } from "../../fixtures/found-stories.ts";
import { answer, article, found, foundStory, OUTLET, story } from "../answers.ts";
import { button, choose, click, NOW, show, textOf, textsOf } from "../kit/english.tsx";

const STORY = story(article("The Gazette"), [article("A")]);

function popup(result: Result<TabCoverage> | null | "unreadable", isFindingStories = false) {
  const calls = {
    onSite: vi.fn<(site: string, on: boolean) => void>(),
    onBehaviour: vi.fn(),
    onSidePanel: vi.fn(),
    onShowSidebar: vi.fn(),
    onToday: vi.fn(),
    onOptions: vi.fn(),
    onRetry: vi.fn(),
    onDismissNotice: vi.fn(),
    onOrder: vi.fn(),
    onCorrect: vi.fn<(correction: StoryCorrection) => Promise<boolean>>(async () => true),
    onCompare: vi.fn(),
  };
  return {
    place: show(<PopupPanel answer={result} isFindingStories={isFindingStories} {...calls} />),
    ...calls,
  };
}

const siteSwitch = (place: HTMLElement) =>
  place.querySelector<HTMLInputElement>("input[type=checkbox]");

describe("the switch for the site", () => {
  test("is on, and switches the site off", () => {
    const { place, onSite } = popup(answer(STORY));
    expect(textOf(place.querySelector(".switch"))).toBe("Show on the-gazette.example");
    expect(siteSwitch(place)?.checked).toBe(true);
    siteSwitch(place)?.click();
    expect(onSite.mock.calls).toEqual([["the-gazette.example", false]]);
  });

  test("is off on a site that is switched off, shows that, and switches it on", () => {
    const { place, onSite } = popup(answer(STORY, { sitesOff: ["the-gazette.example"] }));
    expect(siteSwitch(place)?.checked).toBe(false);
    expect(textsOf(place, ".notice")).toEqual(["Hidden on the-gazette.example."]);
    siteSwitch(place)?.click();
    expect(onSite.mock.calls).toEqual([["the-gazette.example", true]]);
  });

  test("is there for an outlet", () => {
    const { place } = popup(answer(OUTLET));
    expect(textOf(place.querySelector(".switch"))).toBe("Show on gazette.example");
  });

  test.each<[string, Result<TabCoverage> | null | "unreadable"]>([
    ["nothing is known", answer({ kind: "none" })],
    ["there is no answer yet", null],
    ["there is no answer", { ok: false, failure: "unavailable" }],
    ["the page is no web page", "unreadable"],
  ])("is not there when %s", (_, result) => {
    expect(siteSwitch(popup(result).place)).toBeNull();
  });
});

describe("the sidebar can be shown", () => {
  test("on a page with a story", () => {
    const { place, onShowSidebar } = popup(answer(STORY));
    click(button(place, "Show sidebar on the page"));
    expect(onShowSidebar).toHaveBeenCalledTimes(1);
  });

  test.each([
    ["on a page of an outlet", answer(OUTLET)],
    ["on an unknown page", answer({ kind: "none" })],
    ["where it is switched off", answer(STORY, { sitesOff: ["the-gazette.example"] })],
  ])("not %s", (_, result) => {
    expect(textsOf(popup(result).place, ".popup-foot button")).toEqual(["Today", "Options"]);
  });
});

test("the side panel can be opened where coverage is to appear there", () => {
  const { place, onSidePanel } = popup(answer(STORY, { sidebar: "side-panel" }));
  expect(textsOf(place, ".popup-foot button")).toEqual([
    "Open in the side panel",
    "Today",
    "Options",
  ]);
  click(button(place, "Open in the side panel"));
  expect(onSidePanel).toHaveBeenCalledTimes(1);
});

describe("what the sidebar does on a matching page", () => {
  test.each(["open", "tab", "side-panel", "off"] as const)(
    "is shown as it is set: %s",
    (sidebar) => {
      const { place } = popup(answer(STORY, { sidebar }));
      expect(place.querySelector("select")?.value).toBe(sidebar);
    },
  );

  test("is changed", () => {
    const { place, onBehaviour } = popup(answer({ kind: "none" }));
    choose(place, "tab");
    expect(onBehaviour.mock.calls).toEqual([["tab"]]);
  });

  test("cannot be changed without an answer", () => {
    expect(popup(null).place.querySelector("select")).toBeNull();
  });
});

describe("a message while stories are still being found", () => {
  const note = (value: TabCoverage, isFinding = true) =>
    textOf(popup({ ok: true, value }, isFinding).place.querySelector(".popup-note"));
  const SAID = "Stories are still being found. Check again in a while.";

  test.each<[string, Coverage]>([
    ["of which nothing is known", { kind: "none" }],
    ["of which only the outlet is known", OUTLET],
    ["whose story the user has taken out", FOUND["nothingLeft"] ?? STORY],
  ])("is shown on an article %s", (_, coverage) => {
    expect(note(foundAnswer(coverage))).toBe(SAID);
    expect(note(foundAnswer(coverage), false)).toBe("");
  });

  test("is not shown beside a story, nor on a page that is not an article", () => {
    expect(note(foundAnswer(STORY))).toBe("");
    expect(note({ ...foundAnswer({ kind: "none" }), facts: null })).toBe("");
  });
});

test("a page that is not a web page is distinguished from an unknown page", () => {
  const { place } = popup("unreadable");
  expect(textsOf(place, "h2")).toEqual(["Not a web page"]);
});

test("a failure can be tried again", () => {
  const { place, onRetry } = popup({ ok: false, failure: "internal" });
  click(button(place, "Try again"));
  expect(onRetry).toHaveBeenCalledTimes(1);
});

test("a notice can be dismissed", () => {
  const { place, onDismissNotice } = popup(answer(STORY, {}, "in-memory"));
  click(button(place, "Dismiss"));
  expect(onDismissNotice).toHaveBeenCalledTimes(1);
});

test("the options can always be opened", () => {
  const { place, onOptions } = popup("unreadable");
  click(button(place, "Options"));
  expect(onOptions).toHaveBeenCalledTimes(1);
});

test("the page of today's stories can always be opened", () => {
  const { place, onToday } = popup("unreadable");
  click(button(place, "Today"));
  expect(onToday).toHaveBeenCalledTimes(1);
});

test("passes on a correction by the user", async () => {
  const { place, onCorrect } = popup(answer(foundStory([found("A", 0.9)])));
  click(place.querySelector<HTMLElement>(".unfold") ?? place);
  await act(async () => click(button(place, "Not the same story")));
  expect(onCorrect).toHaveBeenCalledWith({
    page: { url: "https://www.the-gazette.example/story", title: "The page" },
    articles: [{ url: "https://www.a.example/story", title: "A’s story" }],
    verdict: "other-story",
  });
});

describe("the live outlets", () => {
  const withLive = (live: TabCoverage["live"]): Result<TabCoverage> => {
    const result = answer(STORY);
    return result.ok ? { ok: true, value: { ...result.value, live } } : result;
  };

  test("are summarised in a line: how many outlets, the articles of today, and the last poll", () => {
    const live = { outlets: 42, articlesToday: 1310, lastSuccessAt: NOW - 3 * MINUTE };
    expect(textsOf(popup(withLive(live)).place, ".live-line")).toEqual([
      "42 outlets, 1,310 articles today, 3 minutes ago",
    ]);
  });

  test("that were not polled yet are shown as such", () => {
    const live = { outlets: 1, articlesToday: 0, lastSuccessAt: null };
    expect(textsOf(popup(withLive(live)).place, ".live-line")).toEqual([
      "1 outlet, 0 articles today, Not checked yet",
    ]);
  });

  test("are chosen in the introduction when there are none", () => {
    const link = popup(answer(STORY)).place.querySelector<HTMLAnchorElement>("a.live-line");
    expect([link?.textContent, link?.getAttribute("href")]).toEqual([
      "You follow no outlets yet. Choose some…",
      "/welcome.html",
    ]);
  });
});
