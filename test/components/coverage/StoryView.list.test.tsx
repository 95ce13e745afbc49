// @vitest-environment happy-dom

import { describe, expect, test } from "vitest";
import { HOUR } from "../../../core/durations.ts";
import { article, found, foundStory, PUBLISHED, story } from "../answers.ts";
import { button, choose, click, textOf, textsOf } from "../kit/english.tsx";
import { onReject, onUndo, PAGE, view } from "./story-view.tsx";

describe("the related articles", () => {
  const three = story(PAGE, [
    article("Beta", { quality: 10, published: PUBLISHED + HOUR }),
    article("Alpha", { quality: null, published: PUBLISHED - HOUR }),
    article("Gamma", { quality: 90, published: null }),
  ]);
  const outlets = (place: HTMLElement) => textsOf(place, ".cards .outlet");

  test("are counted", () => {
    expect(textOf(view(three).querySelector(".list-head h2"))).toBe("3 related articles");
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
    expect(textsOf(view(three), "option")).toEqual(["Best match", "Quality", "Time", "Outlet"]);
    expect(view(story(PAGE, [article("A")])).querySelector("select")).toBeNull();
  });

  test("that were left out are counted", () => {
    expect(textOf(view(story(PAGE, [], { omitted: 2 })))).toContain(
      "2 more records name this page",
    );
    expect(textOf(view(story(PAGE, [])))).not.toContain("more record");
  });
});

describe("copies of texts", () => {
  test("are no entries of their own: beneath the number of these is that of articles and voices", () => {
    const coverage = foundStory([found("A", 0.9), found("B", 0.8, { copies: [found("C", 0.8)] })]);
    const place = view(coverage);
    expect(textsOf(place, ".list-head h2")).toEqual(["2 related articles"]);
    expect(textsOf(place, ".list-note")).toEqual([
      "This page and all copies included: 4 articles, 3 independent voices. Copies of one text count as one voice, and so do the outlets of one owner.",
    ]);
  });

  test("are not mentioned when there are none", () => {
    const place = view(foundStory([found("A", 0.9), found("B", 0.8)]));
    expect(textsOf(place, ".list-head h2")).toEqual(["2 related articles"]);
    expect(place.querySelector(".list-note")).toBeNull();
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
    click(button(view(foundStory([kept])), "Not the same story"));
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
