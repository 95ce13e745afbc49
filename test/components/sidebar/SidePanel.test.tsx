// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import type { SubscribeToSteps } from "../../../components/coverage/focus-article.ts";
import { SidePanel } from "../../../components/sidebar/SidePanel.tsx";
import type { Step } from "../../../core/protocol/article-step.ts";
import type { TabCoverage } from "../../../core/protocol/responses.ts";
import type { Result } from "../../../core/protocol/result.ts";
import type { Settings } from "../../../core/settings/settings.ts";
import { answer, article, story } from "../answers.ts";
import { button, click, press, show, showIn, textOf, textsOf } from "../kit/english.tsx";
import { FakeBackground } from "../kit/fake-background.ts";

const LINK = { url: "https://a.example/1", text: "Ferry returns" };

/** @param result of the link where there is one, else of the page */
function sidePanel(result: Result<TabCoverage> | null, link: typeof LINK | null = null) {
  const calls = {
    onBack: vi.fn(),
    onBehaviour: vi.fn(),
    onToday: vi.fn(),
    onOptions: vi.fn(),
    onRetry: vi.fn(),
    onDismissNotice: vi.fn(),
    onOrder: vi.fn(),
    onCorrect: vi.fn(async () => true),
    onCompare: vi.fn(),
    send: new FakeBackground({ "saved.save": { id: "a", isNew: true } }).send,
  };
  const steps = vi.fn<SubscribeToSteps>(() => () => undefined);
  const panel = (asked: typeof LINK | null, settings: Partial<Settings> = {}) => (
    <SidePanel
      answer={asked === null ? result : answer({ kind: "none" }, settings)}
      link={asked}
      linkAnswer={result}
      today={<p class="story">Bridge closed</p>}
      subscribeToSteps={steps}
      {...calls}
    />
  );
  const place = show(panel(link));
  return {
    place,
    redraw: (asked: typeof LINK | null, settings: Partial<Settings> = {}) =>
      showIn(place, panel(asked, settings)),
    step: (step: Step) => act(() => steps.mock.lastCall?.[0](step)),
    ...calls,
  };
}

test("the side panel shows the coverage of the page in front", () => {
  const { place } = sidePanel(answer(story(article("The Gazette"), [article("A"), article("B")])));
  expect(textsOf(place, ".list-head h2")).toEqual(["2 other articles"]);
});

test("it says how a page on another site is looked up", () => {
  const { place } = sidePanel(answer({ kind: "none" }));
  expect(textOf(place.querySelector(".side-panel-note"))).toBe(
    "On other sites, click the toolbar button to look a page up.",
  );
});

test("where coverage appears is chosen in it", () => {
  const { place, onBehaviour } = sidePanel(answer({ kind: "none" }));
  const select = place.querySelector("select");
  expect(Array.from(select?.options ?? [], ({ text }) => text)).toEqual([
    "By itself, beside the text",
    "As a small tab at the edge",
    "In the browser’s side panel",
    "Only when I click the button",
  ]);
  if (select !== null) select.value = "side-panel";
  select?.dispatchEvent(new Event("change", { bubbles: true }));
  expect(onBehaviour).toHaveBeenCalledWith("side-panel");
});

test("the commands for the next and the previous article move the focus in its list", async () => {
  const { step } = sidePanel(answer(story(article("The Gazette"), [article("A"), article("B")])));
  await step(1);
  await step(1);
  expect(document.activeElement?.textContent).toBe("B’s story");
  await step(-1);
  expect(document.activeElement?.textContent).toBe("A’s story");
});

describe("its tabs", () => {
  const tabs = (place: Element) =>
    Array.from(place.querySelectorAll<HTMLElement>("[role=tab]"), (tab) => [
      textOf(tab),
      tab.getAttribute("aria-selected"),
      tab.tabIndex,
    ]);
  const shown = (place: Element) => ({
    view: place.querySelector("[role=tabpanel]")?.getAttribute("aria-labelledby"),
    today: textsOf(place, ".story"),
    coverage: place.querySelectorAll(".coverage").length,
  });
  const PAGE = { view: "panel-view-page", today: [], coverage: 1 };
  const TODAY = { view: "panel-view-today", today: ["Bridge closed"], coverage: 0 };

  test("show the page in front, or the stories of today", () => {
    const { place } = sidePanel(answer({ kind: "none" }));
    expect(tabs(place)).toEqual([
      ["This page", "true", 0],
      ["Today", "false", -1],
    ]);
    expect(shown(place)).toEqual(PAGE);
    click(button(place, "Today"));
    expect(tabs(place)).toEqual([
      ["This page", "false", -1],
      ["Today", "true", 0],
    ]);
    expect(shown(place)).toEqual(TODAY);
  });

  test.each([
    [["ArrowRight"], TODAY, "Today"],
    [["ArrowRight", "ArrowRight"], PAGE, "This page"],
    [["ArrowLeft"], TODAY, "Today"],
    [["End", "End"], TODAY, "Today"],
    [["End", "Home"], PAGE, "This page"],
    [["Enter"], PAGE, "This page"],
  ])("are gone through with keys: %j", (keys, expected, focused) => {
    const { place } = sidePanel(answer({ kind: "none" }));
    button(place, "This page").focus();
    for (const key of keys) press(document.activeElement ?? place, key);
    expect(shown(place)).toEqual(expected);
    expect(textOf(document.activeElement)).toBe(focused);
  });

  test("lead back to the page when the user asks about a link", () => {
    const { place, redraw } = sidePanel(answer({ kind: "none" }));
    click(button(place, "Today"));
    redraw(LINK);
    expect(shown(place)).toEqual(PAGE);
  });

  test("Today can be opened in a tab of its own, and only there", () => {
    const { place, onToday } = sidePanel(answer({ kind: "none" }));
    expect(textsOf(place, ".side-panel-foot button")).toEqual(["Options"]);
    click(button(place, "Today"));
    expect(textsOf(place, ".side-panel-foot button")).toEqual(["Open in a tab", "Options"]);
    click(button(place, "Open in a tab"));
    expect(onToday).toHaveBeenCalledTimes(1);
  });
});

test("while the background is asked, it has the options alone", () => {
  const { place, onOptions } = sidePanel(null);
  expect(textsOf(place, ".side-panel-foot button, .side-panel-foot label")).toEqual(["Options"]);
  click(button(place, "Options"));
  expect(onOptions).toHaveBeenCalledTimes(1);
});

test("it names the link that the user asked about, and leads back to the page", () => {
  const { place, onBack } = sidePanel(answer({ kind: "none" }), LINK);
  expect(textOf(place.querySelector(".asked-link p"))).toBe("You asked about: Ferry returns");
  expect(place.querySelector(".side-panel-note")).toBeNull();
  click(button(place, "Back to the page"));
  expect(onBack).toHaveBeenCalledTimes(1);
});

test("a link without text is named by its address", () => {
  const { place } = sidePanel(null, { ...LINK, text: "" });
  expect(textOf(place.querySelector(".asked-link b"))).toBe("https://a.example/1");
});

describe("the answer for a link", () => {
  const ofStory = answer(story(article("Gazette"), [article("Courier"), article("Wire")]));
  const outlets = (place: Element) => textsOf(place, ".cards .outlet");

  test("has the menu of outlets and saves the story, as that for a page does", async () => {
    const { place } = sidePanel(ofStory, LINK);
    for (const unfold of place.querySelectorAll<HTMLElement>(".unfold")) click(unfold);
    expect(textsOf(place, ".outlet-menu:first-of-type button").slice(0, 3)).toEqual([
      "Prefer this outlet",
      "Hide this outlet",
      "Outlet profile",
    ]);
    await act(async () => button(place, "Save story").click());
    expect(textOf(place)).toContain("Saved. You find it on “Today”");
  });

  test("follows the settings while it is shown", () => {
    const { place, redraw } = sidePanel(ofStory, LINK);
    expect(outlets(place)).toEqual(["Courier", "Wire"]);
    const hidden = { name: "Courier", domain: "courier.example", preference: "hidden" } as const;
    redraw(LINK, { outletPreferences: [hidden] });
    expect(outlets(place)).toEqual(["Wire"]);
  });
});

describe("the comparison of headlines", () => {
  const ofStory = answer(story(article("Gazette"), [article("Courier")]));

  test("is opened below the list of the page's story", () => {
    const { place, onCompare } = sidePanel(ofStory);
    click(button(place, "Compare headlines"));
    expect(onCompare).toHaveBeenCalledOnce();
  });

  test("is not offered for a link, which has no page to read", () => {
    expect(textOf(sidePanel(ofStory, LINK).place)).not.toContain("Compare headlines");
  });

  test("is not offered where there is nothing to compare", () => {
    const { place } = sidePanel(answer(story(article("Gazette"), [])));
    expect(textOf(place)).not.toContain("Compare headlines");
  });
});
