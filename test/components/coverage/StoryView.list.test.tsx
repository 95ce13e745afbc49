// @vitest-environment happy-dom

import { act } from "preact/test-utils";
import { describe, expect, test } from "vitest";
import { HOUR } from "../../../core/durations.ts";
import { article, found, foundStory, PUBLISHED, story } from "../answers.ts";
import { button, choose, click, press, textOf, textsOf } from "../kit/english.tsx";
import { onOrder, onReject, onUndo, PAGE, view } from "./story-view.tsx";

describe("the related articles", () => {
  const three = story(PAGE, [
    article("Beta", { quality: 10, published: PUBLISHED + HOUR }),
    article("Alpha", { quality: null, published: PUBLISHED - HOUR }),
    article("Gamma", { quality: 90, published: null }),
  ]);
  const outlets = (place: HTMLElement) => textsOf(place, ".cards .outlet");

  test("are counted", () => {
    expect(textOf(view(three).querySelector(".list-head h2"))).toBe("3 other articles");
  });

  test("are sorted by match, which for a record is by quality, with the unrated ones last", () => {
    expect(outlets(view(three))).toEqual(["Gamma", "Beta", "Alpha"]);
  });

  test.each([
    ["time", ["Alpha", "Beta", "Gamma"]],
    ["outlet", ["Alpha", "Beta", "Gamma"]],
    ["quality", ["Gamma", "Beta", "Alpha"]],
    ["match", ["Gamma", "Beta", "Alpha"]],
  ])("are sorted by %s when the user chooses that", (order, expected) => {
    const place = view(three);
    choose(place, "outlet");
    choose(place, order);
    expect(outlets(place)).toEqual(expected);
  });

  test("can be sorted when there are two or more", () => {
    expect(textsOf(view(three), "option")).toEqual(["Best match", "Time", "Quality", "Outlet"]);
    expect(view(story(PAGE, [article("A")])).querySelector("select")).toBeNull();
  });

  test("that were left out are counted", () => {
    expect(textOf(view(story(PAGE, [], { omitted: 2 })))).toContain(
      "2 more records name this page",
    );
    expect(textOf(view(story(PAGE, [])))).not.toContain("more record");
  });
});

describe("the order of the list", () => {
  const two = story(PAGE, [article("Beta", { quality: 90 }), article("Alpha", { quality: 10 })]);

  test("is the one that the user chose last", () => {
    expect(textsOf(view(two, "outlet"), ".cards .outlet")).toEqual(["Alpha", "Beta"]);
  });

  test("is kept when the user chooses another", () => {
    choose(view(two), "outlet");
    expect(onOrder).toHaveBeenLastCalledWith("outlet");
  });

  test("is not by quality where nothing is rated", () => {
    const place = view(story({ ...PAGE, quality: null }, [article("A"), article("B")]));
    expect(textsOf(place, "option")).toEqual(["Best match", "Time", "Outlet"]);
  });
});

describe("filters", () => {
  const chips = (place: HTMLElement) => textsOf(place, ".filter-chip");
  const outlets = (place: HTMLElement) => textsOf(place, ".cards .outlet");

  test("are there only where they change something", () => {
    expect(chips(view(story(PAGE, [article("A"), article("B")])))).toEqual([]);
    expect(chips(view(story(PAGE, [article("A", { quality: 9 }), article("B")])))).toEqual([
      "All 2",
      "Rated 1",
    ]);
  });

  test("leave out what is not rated", () => {
    const place = view(story(PAGE, [article("A", { quality: 9 }), article("B")]));
    click(button(place, "Rated 1"));
    expect(outlets(place)).toEqual(["A"]);
    expect(button(place, "Rated 1").getAttribute("aria-pressed")).toBe("true");
    expect(textsOf(place, ".list-head h2")).toEqual(["2 other articles"]);
    click(button(place, "All 2"));
    expect(outlets(place)).toEqual(["A", "B"]);
  });

  test("leave out reprints of the page", () => {
    const related = [found("A", 0.9, { hasPageText: true }), found("B", 0.8)];
    const place = view(foundStory(related));
    expect(chips(place)).toEqual(["All 2", "Originals 1"]);
    click(button(place, "Originals 1"));
    expect(outlets(place)).toEqual(["B"]);
  });

  test("are by outlet where one has several articles", () => {
    const again = { ...article("A"), url: "https://www.a.example/again" };
    const place = view(story(PAGE, [article("A"), again, article("B")]));
    const select = place.querySelector<HTMLSelectElement>(".filter-choice select");
    expect(Array.from(select?.options ?? [], ({ text }) => text)).toEqual([
      "All outlets",
      "A (2)",
      "B (1)",
    ]);
    void act(() => {
      if (select !== null) select.value = "B";
      select?.dispatchEvent(new Event("change", { bubbles: true }));
    });
    expect(outlets(place)).toEqual(["B"]);
  });
});

describe("filters by language", () => {
  const outlets = (place: HTMLElement) => textsOf(place, ".cards .outlet");
  const languages = (place: HTMLElement) => textsOf(place, ".filter-choice option");

  test("are there where a story has several languages", () => {
    const place = view(
      story(PAGE, [
        article("A", { language: "fr" }),
        article("B", { language: "en" }),
        article("C", { language: "en" }),
        article("D"),
      ]),
    );
    expect(languages(place)).toEqual(["All languages", "English (2)", "French (1)"]);
    const filters = place.querySelector(".filters") as HTMLElement;
    choose(filters, "fr");
    expect(outlets(place)).toEqual(["A"]);
    choose(filters, "");
    expect(outlets(place)).toEqual(["A", "B", "C", "D"]);
  });

  test("are not there where all articles that state one have the same", () => {
    const one = story(PAGE, [article("A", { language: "en" }), article("B")]);
    expect(languages(view(one))).toEqual([]);
  });
});

describe("the keyboard", () => {
  const links = (place: HTMLElement) =>
    Array.from(place.querySelectorAll<HTMLAnchorElement>(".card-title a"));

  test("has one tab stop in the list, and goes through it with the arrow keys", () => {
    const place = view(story(PAGE, [article("A"), article("B"), article("C")]));
    expect(links(place).map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
    const [first] = links(place);
    first?.focus();
    const at = () => textOf(document.activeElement);
    press(document.activeElement as Element, "ArrowDown");
    expect(at()).toBe("B’s story");
    expect(links(place).map(({ tabIndex }) => tabIndex)).toEqual([-1, 0, -1]);
    press(document.activeElement as Element, "End");
    expect(at()).toBe("C’s story");
    press(document.activeElement as Element, "ArrowDown");
    expect(at()).toBe("C’s story");
    press(document.activeElement as Element, "Home");
    expect(at()).toBe("A’s story");
    press(document.activeElement as Element, "ArrowUp");
    expect(at()).toBe("A’s story");
  });

  test("goes on to the next article from within an unfolded one", () => {
    const place = view(foundStory([found("A", 0.9), found("B", 0.9)]));
    links(place)[0]?.focus();
    press(document.activeElement as Element, "ArrowRight");
    button(place, "Not the same story").focus();
    press(document.activeElement as Element, "ArrowDown");
    expect(textOf(document.activeElement)).toBe("B’s story");
  });
});

describe("copies of texts", () => {
  test("are no entries of their own: beneath the number of these is that of articles and voices", () => {
    const coverage = foundStory([found("A", 0.9), found("B", 0.8, { copies: [found("C", 0.8)] })]);
    const place = view(coverage);
    expect(textsOf(place, ".list-head h2")).toEqual(["2 other articles"]);
    expect(textsOf(place, ".list-note")[0]).toBe(
      "With this page and all reprints: 4 articles, 3 independent sources. ?",
    );
    click(button(place, "What does this mean? Reprint"));
    expect(textsOf(place, ".list-note .help-text")).toEqual([
      "Reprints of one text count as one source, and so do the outlets of one owner.",
    ]);
  });

  test("are not mentioned when there are none", () => {
    const place = view(foundStory([found("A", 0.9), found("B", 0.8)]));
    expect(textsOf(place, ".list-head h2")).toEqual(["2 other articles"]);
    expect(textsOf(place, ".list-note")).toEqual(["None of these articles is rated."]);
  });
});

describe("articles on the same topic", () => {
  const onTopic = [found("C", 0.4, { verdict: "same-topic" })];
  const section = (place: HTMLElement) => place.querySelector<HTMLDetailsElement>(".more");

  test("are folded away below the story", () => {
    const place = view(foundStory([found("A", 0.9)], { sameTopic: onTopic }));
    expect(section(place)?.open).toBe(false);
    expect(textsOf(place, ".more summary")).toEqual(["On the same topic1"]);
    expect(textsOf(place, ".card .outlet")).toEqual(["A", "C"]);
  });

  test("are unfolded when there is nothing else", () => {
    expect(section(view(foundStory([], { sameTopic: onTopic })))?.open).toBe(true);
  });

  test("are not sorted with the story", () => {
    const related = [found("B", 0.9), found("A", 0.8)];
    const place = view(foundStory(related, { sameTopic: onTopic }));
    choose(place, "outlet");
    expect(textsOf(place, ".card .outlet")).toEqual(["A", "B", "C"]);
  });

  test("are not mentioned when there are none", () => {
    expect(section(view(foundStory([found("A", 0.9)])))).toBeNull();
  });
});

describe("a correction by the user", () => {
  const kept = found("A", 0.9);
  const gone = found("B", 0.6);

  test("is passed on", () => {
    const place = view(foundStory([kept]));
    click(place.querySelector<HTMLElement>(".unfold") ?? place);
    click(button(place, "Not the same story"));
    expect(onReject).toHaveBeenLastCalledWith(kept);
  });

  test("is there at the end, folded away, and can be taken back", () => {
    const place = view(foundStory([kept], { rejected: [gone] }));
    expect(textsOf(place, ".more summary")).toEqual(["1 article you said tells another story"]);
    expect(place.querySelector<HTMLDetailsElement>(".more")?.open).toBe(false);
    expect(textsOf(place, ".rejected p")).toEqual(["B’s storyB"]);
    click(button(place, "Undo"));
    expect(onUndo).toHaveBeenLastCalledWith(gone);
  });

  test("is counted when there are several", () => {
    const place = view(foundStory([kept], { rejected: [gone, found("C", 0.5)] }));
    expect(textsOf(place, ".more summary")).toEqual(["2 articles you said tell another story"]);
  });
});
