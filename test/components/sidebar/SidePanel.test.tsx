// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { SidePanel } from "../../../components/sidebar/SidePanel.tsx";
import type { TabCoverage } from "../../../core/protocol/responses.ts";
import type { Result } from "../../../core/protocol/result.ts";
import { answer, article, story } from "../answers.ts";
import { button, click, show, textOf, textsOf } from "../kit/english.tsx";

const LINK = { url: "https://a.example/1", text: "Ferry returns" };

function sidePanel(result: Result<TabCoverage> | null, link: typeof LINK | null = null) {
  const calls = {
    onBack: vi.fn(),
    onBehaviour: vi.fn(),
    onToday: vi.fn(),
    onOptions: vi.fn(),
    onRetry: vi.fn(),
    onDismissNotice: vi.fn(),
    onCorrect: vi.fn(async () => true),
  };
  return { place: show(<SidePanel answer={result} link={link} {...calls} />), ...calls };
}

test("the side panel shows the coverage of the page in front", () => {
  const { place } = sidePanel(answer(story(article("The Gazette"), [article("A"), article("B")])));
  expect(textsOf(place, ".list-head h2")).toEqual(["2 related articles"]);
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
    "Open the sidebar",
    "Show only its tab",
    "In the browser’s side panel",
    "Only the toolbar button",
  ]);
  if (select !== null) select.value = "side-panel";
  select?.dispatchEvent(new Event("change", { bubbles: true }));
  expect(onBehaviour).toHaveBeenCalledWith("side-panel");
});

test("it leads to the stories of today", () => {
  const { place, onToday } = sidePanel(null);
  click(button(place, "Today"));
  expect(onToday).toHaveBeenCalledTimes(1);
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
