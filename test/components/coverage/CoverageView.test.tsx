// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { CoverageView } from "../../../components/coverage/CoverageView.tsx";
import type { TabCoverage } from "../../../core/protocol/responses.ts";
import type { Failure, Result } from "../../../core/protocol/result.ts";
import { answer, article, OUTLET, story } from "../answers.ts";
import { button, click, show, textOf, textsOf } from "../kit/english.tsx";

const STORY = story(article("Page"), [article("A", { image: "https://cdn.example/1.jpg" })]);

function view(result: Result<TabCoverage> | null) {
  const onRetry = vi.fn();
  const onDismissNotice = vi.fn();
  const place = show(
    <CoverageView
      answer={result}
      onRetry={onRetry}
      onDismissNotice={onDismissNotice}
      onOrder={vi.fn()}
      onCorrect={async () => true}
    />,
  );
  return { place, onRetry, onDismissNotice };
}

test("loading is shown while the background is asked", () => {
  const { place } = view(null);
  const loading = place.querySelector("[aria-busy=true]");
  expect(loading?.getAttribute("aria-label")).toBe("Looking it up…");
});

test("a story is shown", () => {
  expect(textsOf(view(answer(STORY)).place, ".list-head h2")).toEqual(["1 other article"]);
});

test("an outlet is shown", () => {
  expect(textsOf(view(answer(OUTLET)).place, ".page-title")).toEqual(["The Gazette"]);
});

test("an unknown page is shown as such", () => {
  const { place } = view(answer({ kind: "none" }));
  expect(textsOf(place, "h2, p")).toEqual([
    "Nothing known about this page",
    "No data set on this device names this page or its outlet.",
  ]);
});

test.each([
  [false, 0],
  [true, 1],
])("pictures are shown according to the settings: %s", (remoteImages, pictures) => {
  const { place } = view(answer(STORY, { remoteImages }));
  expect(place.querySelectorAll("img")).toHaveLength(pictures);
});

describe("a failure", () => {
  test.each<[Failure, RegExp]>([
    ["internal", /^The index could not be read/],
    ["unavailable", /^The extension did not answer/],
    ["forbidden", /^The extension did not answer/],
  ])("is shown with what to do: %s", (failure, expected) => {
    const { place } = view({ ok: false, failure });
    expect(textsOf(place, "[role=status] h2")).toEqual(["No answer"]);
    expect(textOf(place.querySelector("p"))).toMatch(expected);
  });

  test("can be tried again", () => {
    const { place, onRetry } = view({ ok: false, failure: "unavailable" });
    click(button(place, "Try again"));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });
});

describe("a notice", () => {
  test.each([
    ["rebuilt", /^The browser had lost the index/],
    ["in-memory", /^This browser does not let extensions use a database/],
  ] as const)("is shown above the answer: %s", (notice, expected) => {
    const { place } = view(answer(STORY, {}, notice));
    expect(place.querySelector(".coverage")?.firstElementChild?.className).toBe("notice");
    expect(textOf(place.querySelector(".notice p"))).toMatch(expected);
  });

  test("can be dismissed", () => {
    const { place, onDismissNotice } = view(answer({ kind: "none" }, {}, "rebuilt"));
    click(button(place, "Dismiss"));
    expect(onDismissNotice).toHaveBeenCalledTimes(1);
  });

  test("is absent when there is none", () => {
    expect(view(answer(STORY)).place.querySelector(".notice")).toBeNull();
  });
});
