// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import { CoverageView } from "../../../components/coverage/CoverageView.tsx";
import type { Coverage } from "../../../core/coverage/coverage.ts";
import type { StoryCorrection } from "../../../core/protocol/requests.ts";
import { answer, article, found, foundStory, OUTLET, story } from "../answers.ts";
import { button, click, show, showIn, textOf, textsOf } from "../kit/english.tsx";

const A = found("A", 0.9);
const B = found("B", 0.8, { copies: [found("B 2", 0.8)] });
const C = found("C", 0.7);
const STORY = foundStory([A, B, C], {
  sameTopic: [found("D", 0.4, { verdict: "same-topic" })],
  rejected: [found("E", 0.6)],
});

/** A view whose corrections are stored once the test allows it. */
function view(coverage: Coverage) {
  const waiting: ((isKept: boolean) => void)[] = [];
  const said: StoryCorrection[] = [];
  const onCorrect = (correction: StoryCorrection) => {
    said.push(correction);
    return new Promise<boolean>((resolve) => waiting.push(resolve));
  };
  const draw = (next: Coverage) => (
    <CoverageView
      answer={answer(next)}
      onRetry={vi.fn()}
      onDismissNotice={vi.fn()}
      onOrder={vi.fn()}
      onCorrect={onCorrect}
    />
  );
  const place = show(draw(coverage));
  return {
    place,
    said,
    /** The background has stored the next correction, or failed; then its answer is shown. */
    async settle(isKept: boolean, next: Coverage = coverage) {
      await act(async () => {
        if (isKept) showIn(place, draw(next));
        waiting.shift()?.(isKept);
        await new Promise((resolve) => setTimeout(resolve));
      });
    },
    async press(outlet: string, name: string) {
      const card = place.querySelector<HTMLElement>(`[data-address*="//www.${outlet}.example"]`);
      click(card?.querySelector<HTMLElement>(".unfold[aria-expanded=false]") ?? place);
      await act(async () => click(button(card ?? place, name)));
    },
  };
}

const outlets = (place: HTMLElement) => textsOf(place, ".card .outlet");
const status = (place: HTMLElement) => textOf(place.querySelector(".correction p"));
const focused = () => textOf(document.activeElement);

describe("“Not the same story”", () => {
  test("removes the card at once", async () => {
    const { place, press } = view(STORY);
    await press("a", "Not the same story");
    expect(outlets(place)).toEqual(["B", "C", "D"]);
  });

  test("shows a message with an undo", async () => {
    const { place, press } = view(STORY);
    expect(textsOf(place, "[role=status]")).toEqual([""]);
    await press("a", "Not the same story");
    expect(place.querySelector(".correction")?.getAttribute("role")).toBe("status");
    expect(status(place)).toBe("Taken out as another story: “A’s story”");
    expect(textsOf(place, ".correction button")).toEqual(["Undo", ""]);
  });

  test("is stored for the page and the article, with all copies of its text", async () => {
    const { said, press } = view(STORY);
    await press("b", "Not the same story");
    expect(said).toEqual([
      {
        page: { url: "https://www.the-gazette.example/story", title: "The page" },
        articles: [
          { url: "https://www.b.example/story", title: "B’s story" },
          { url: "https://www.b-2.example/story", title: "B 2’s story" },
        ],
        verdict: "other-story",
      },
    ]);
  });

  test("of a copy under an article that a record names removes only the copy", async () => {
    const named = { ...found("N", 0), reason: { kind: "named-by-page" } as const };
    const { place, said, press, settle } = view(
      foundStory([{ ...named, copies: [found("F", 0.8)] }, C]),
    );
    await press("n", "Not the same story");
    expect(textsOf(place, ".found-copies")).toEqual([]);
    await settle(true, foundStory([named, C]));
    expect(said[0]?.articles).toEqual([{ url: "https://www.f.example/story", title: "F’s story" }]);
    expect(outlets(place)).toEqual(["N", "C"]);
    expect(textsOf(place, ".list-head h2")).toEqual(["2 other articles"]);
  });

  test("are counted with their copies, as in the options", async () => {
    const { place, press, settle } = view(STORY);
    await press("b", "Not the same story");
    await settle(true, foundStory([A, C], { rejected: [B, found("E", 0.6)] }));
    expect(textsOf(place, ".more-rejected summary")).toEqual([
      "3 articles you said tell another story",
    ]);
  });

  test("is stored for the tab's own address when the page is in no data set", async () => {
    const { said, press } = view({ ...OUTLET, sameTopic: STORY.sameTopic });
    await press("d", "Not related");
    expect(said[0]?.page).toEqual({ url: "https://www.the-gazette.example/open", title: "" });
  });

  test("is as the background has it once it has answered", async () => {
    const { place, press, settle } = view(STORY);
    await press("a", "Not the same story");
    await settle(true, foundStory([C], { rejected: [A] }));
    expect(outlets(place)).toEqual(["C"]);
    expect(status(place)).toBe("Taken out as another story: “A’s story”");
  });

  test("restores the card, with a message, when it could not be stored", async () => {
    const { place, press, settle } = view(STORY);
    await press("a", "Not the same story");
    await settle(false);
    expect(outlets(place)).toEqual(["A", "B", "C", "D"]);
    expect(status(place)).toMatch(/^This could not be saved/);
    expect(textsOf(place, ".correction button")).toEqual([""]);
  });

  test("of two cards is stored one after the other, and neither card reappears meanwhile", async () => {
    const { place, said, press, settle } = view(STORY);
    await press("a", "Not the same story");
    await press("b", "Not the same story");
    expect(said).toHaveLength(1);
    await settle(true, foundStory([B, C], { rejected: [A] }));
    expect(outlets(place)).toEqual(["C"]);
    expect(said.map(({ articles }) => articles[0]?.title)).toEqual(["A’s story", "B’s story"]);
  });

  test("is possible for an article on the same topic", async () => {
    const { place, press } = view(STORY);
    await press("d", "Not related");
    expect(outlets(place)).toEqual(["A", "B", "C"]);
  });
});

describe("the keyboard focus", () => {
  test("moves to the next card", async () => {
    const { press } = view(STORY);
    await press("a", "Not the same story");
    expect(focused()).toBe("B’s story");
  });

  test("moves to the card above when the last one was removed", async () => {
    const { press } = view(STORY);
    await press("c", "Not the same story");
    expect(focused()).toBe("B’s story");
  });

  test("moves to the heading when the only one was removed", async () => {
    const { press, settle } = view(foundStory([A]));
    await press("a", "Not the same story");
    await settle(true, foundStory([], { rejected: [A] }));
    expect(focused()).toBe("No other article known that tells this story");
  });

  test("moves to the card that is restored", async () => {
    const { place, press, settle } = view(STORY);
    await press("b", "Not the same story");
    await settle(true, foundStory([A, C], { rejected: [B] }));
    await act(async () => click(button(place, "Undo")));
    await settle(true, STORY);
    expect(focused()).toBe("B’s story");
  });

  test("stays where it is when the background's answer comes", async () => {
    const { press, settle } = view(STORY);
    await press("a", "Not the same story");
    await settle(true, foundStory([B, C]));
    expect(focused()).toBe("B’s story");
  });
});

describe("the message", () => {
  test("disappears when it is dismissed, and the focus is not lost", async () => {
    const { place, press, settle } = view(STORY);
    await press("a", "Not the same story");
    await settle(true, foundStory([B, C]));
    const dismiss = button(place, "Dismiss");
    dismiss.focus();
    await act(async () => click(dismiss));
    expect(textsOf(place, ".correction")).toEqual([""]);
    expect(focused()).toBe("2 other articles");
  });

  test("stays, with its undo, when nothing else is known of the page", async () => {
    const { place, press, settle } = view(foundStory([A]));
    await press("a", "Not the same story");
    await settle(true, { kind: "none" });
    expect(textsOf(place, ".message h2")).toEqual(["Nothing known about this page"]);
    expect(textsOf(place, ".correction button")).toEqual(["Undo", ""]);
  });
});

describe("a correction that is undone", () => {
  test("restores the card to its place", async () => {
    const { place, said, press, settle } = view(STORY);
    await press("b", "Not the same story");
    await settle(true, foundStory([A, C], { rejected: [B] }));
    await act(async () => click(button(place, "Undo")));
    await settle(true, foundStory([A, B, C]));
    expect(outlets(place)).toEqual(["A", "B", "C"]);
    expect(status(place)).toBe("Shown with this page again: “B’s story”");
    expect(said[1]).toMatchObject({ verdict: null, articles: [{ title: "B’s story" }, {}] });
  });

  test("can be one made long ago", async () => {
    const { place, settle } = view(STORY);
    await act(async () => click(button(place.querySelector(".rejected") ?? place, "Undo")));
    await settle(true, foundStory([A, B, C, found("E", 0.6)]));
    expect(outlets(place)).toEqual(["A", "B", "C", "E"]);
    expect(place.querySelector(".rejected")).toBeNull();
  });

  test("shows the card only when it is in the background's answer", async () => {
    const named = story(article("The Gazette"), [article("Named")]);
    const { place, settle } = view({ ...named, rejected: [A] });
    await act(async () => click(button(place, "Undo")));
    expect(outlets(place)).toEqual(["Named"]);
    await settle(true, foundStory([{ ...A, reason: { kind: "named-by-page" } }, B]));
    expect(outlets(place)).toEqual(["A", "B"]);
  });

  test("waits for the answer when only the outlet is shown", async () => {
    const { place, settle } = view({ ...OUTLET, rejected: [A] });
    await act(async () => click(button(place, "Undo")));
    expect(outlets(place)).toEqual([]);
    await settle(true, foundStory([A]));
    expect(outlets(place)).toEqual(["A"]);
  });
});
