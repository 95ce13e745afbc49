// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { CoverageView } from "../../../components/coverage/CoverageView.tsx";
import type { OutletPreference } from "../../../core/outlets/outlet-preference.ts";
import { parseSettings } from "../../../core/settings/settings.ts";
import { answer, article, found, foundStory, story } from "../answers.ts";
import { button, click, show, showIn, textOf, textsOf } from "../kit/english.tsx";
import { FakeBackground } from "../kit/fake-background.ts";
import { settle } from "../kit/run-hook.tsx";

const STORY = story(article("Page"), [article("Coast"), article("Wire"), article("Herald")]);
const COAST = { name: "Coast", domain: "coast.example" };

let background: FakeBackground;
let place: HTMLElement;

const draw = (outletPreferences: OutletPreference[], coverage = STORY) => (
  <CoverageView
    answer={answer(coverage, { outletPreferences })}
    onRetry={() => undefined}
    onDismissNotice={() => undefined}
    onOrder={() => undefined}
    onCorrect={async () => true}
    send={background.send}
  />
);
const outlets = () => textsOf(place, ".cards .outlet");
const toast = () =>
  textsOf(place, ".toast p").map((text) => text.replaceAll(/[\u2068\u2069]/g, ""));

beforeEach(() => {
  background = new FakeBackground({ "outlet.prefer": parseSettings({}) });
});

describe("an outlet is hidden", () => {
  test("from the menu of its article, with an undo", async () => {
    place = show(draw([]));
    click(button(place, "More about the article of \u2068Coast\u2069"));
    await settle(() => click(button(place, "Hide this outlet")));
    expect(background.of("outlet.prefer")).toEqual([
      { type: "outlet.prefer", ...COAST, preference: "hidden" },
    ]);
    expect(toast()).toEqual(["Coast is hidden: lists leave out its articles."]);
    await settle(() => click(button(place, "Undo")));
    expect(background.of("outlet.prefer").at(-1)?.preference).toBeNull();
    expect(toast()).toEqual(["Coast is treated like any other outlet."]);
  });

  test("and its articles are left out and counted, until the user shows them", () => {
    place = show(draw([{ ...COAST, preference: "hidden" }]));
    expect(outlets()).toEqual(["Wire", "Herald"]);
    // The same number as on the toolbar button.
    expect(textsOf(place, ".list-head h2")).toEqual(["3 other articles"]);
    expect(textOf(place.querySelector(".hidden-line"))).toBe(
      "1 article of an outlet you hide Show",
    );
    click(button(place, "Show"));
    expect(outlets()).toEqual(["Coast", "Wire", "Herald"]);
    click(button(place, "Hide again"));
    expect(outlets()).toEqual(["Wire", "Herald"]);
  });

  test("also where articles are only on the topic", () => {
    const sameTopic = [found("Coast", 0.5, { verdict: "same-topic" })];
    place = show(draw([{ ...COAST, preference: "hidden" }], foundStory([], { sameTopic })));
    expect(outlets()).toEqual([]);
    click(button(place, "Show"));
    expect(outlets()).toEqual(["Coast"]);
  });
});

describe("an outlet is preferred", () => {
  test("and its articles come first", async () => {
    place = show(draw([]));
    click(button(place, "More about the article of \u2068Herald\u2069"));
    await settle(() => click(button(place, "Prefer this outlet")));
    const preference: OutletPreference = {
      name: "Herald",
      domain: "herald.example",
      preference: "preferred",
    };
    expect(background.of("outlet.prefer")).toEqual([{ type: "outlet.prefer", ...preference }]);
    showIn(place, draw([preference]));
    expect(outlets()).toEqual(["Herald", "Coast", "Wire"]);
    await settle(() => click(button(place, "No longer prefer it")));
    expect(background.of("outlet.prefer").at(-1)?.preference).toBeNull();
  });
});

test("the user is told when it could not be kept", async () => {
  background.isUnavailable = true;
  place = show(draw([]));
  click(button(place, "More about the article of \u2068Coast\u2069"));
  await settle(() => click(button(place, "Hide this outlet")));
  expect(toast()[0]).toMatch(/^The extension did not answer/);
  expect(textsOf(place, ".toast button").slice(0, -1)).toEqual([]);
});
