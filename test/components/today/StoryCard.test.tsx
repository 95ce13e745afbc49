// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { StoryCard } from "../../../components/today/StoryCard.tsx";
import type { TodayStory } from "../../../core/today/today-story.ts";
import { button, click, show, textOf, textsOf } from "../kit/english.tsx";
import { BRIDGE, KNOTS, point, story } from "./fixtures.ts";

const OUTLETS = ["Courier", "Gazette", "Herald", "Post"];

function card(one: TodayStory, outlets: readonly string[] = OUTLETS) {
  const onFollow = vi.fn();
  return { place: show(<StoryCard story={one} outlets={outlets} onFollow={onFollow} />), onFollow };
}

test("a story shows its headline, who has it, who was first and who lacks it", () => {
  const { place } = card(BRIDGE);
  expect(textOf(place.querySelector("h2"))).toBe("Bridge closed, says Courier");
  expect(place.querySelector<HTMLAnchorElement>("h2 a")?.href).toBe(
    "https://courier.example/bridge",
  );
  expect(textOf(place.querySelector(".story-facts"))).toBe("Courier3 of 4 outlets2 hours ago");
  expect(textsOf(place, ".story-line")).toEqual([
    "First: Courier, 30 min before Gazette",
    "2 originals, 1 reprint",
    "Missing: Herald",
  ]);
});

test("a story of one outlet is its headline", () => {
  const { place } = card(KNOTS);
  expect(textOf(place)).toBe("A museum of knotsGazette10 minutes ago");
  expect(place.querySelector("svg.dots, details")).toBeNull();
});

test("if it is not known who was first, nothing is said about it", () => {
  const { place } = card({ ...BRIDGE, first: null });
  expect(textsOf(place, ".story-line")).toEqual(["2 originals, 1 reprint", "Missing: Herald"]);
});

test("outlets are missing where most others have the story, a few by name", () => {
  const many = Array.from({ length: 9 }, (_, i) => `Outlet ${i}`);
  const shared = story(many.map((name, i) => point(name, 100 - i)));
  const missing = (others: readonly string[]) =>
    textsOf(card(shared, [...many, ...others]).place, ".story-missing");
  expect(missing([])).toEqual([]);
  expect(missing(["A", "B", "C", "D", "E", "F"])).toEqual(["Missing: A, B, C, D, 2 more"]);
  expect(missing(Array.from({ length: 10 }, (_, i) => `Other ${i}`))).toEqual([]);
});

describe("the line of time", () => {
  test("says in words what it shows", () => {
    const label = card(BRIDGE).place.querySelector("svg[role=img]")?.getAttribute("aria-label");
    expect(label?.replaceAll(/[\u2068\u2069]/g, "").replaceAll("\u202f", " ")).toBe(
      "From Apr 15, 2026, 10:00 AM to Apr 15, 2026, 11:30 AM, in this order: Courier, Gazette, Post (reprint)",
    );
  });

  test("has a point for each article, marked by what it is", () => {
    const points = [
      point("Courier", 60),
      point("Gazette", 30, { isReprint: true }),
      point("Herald", 20, { isTimeStated: false }),
      point("Post", 0, { isNew: true }),
    ];
    const circles = Array.from(card(story(points)).place.querySelectorAll("circle"), (circle) => [
      circle.getAttribute("class"),
      Number(circle.getAttribute("cx")),
    ]);
    expect(circles).toEqual([
      ["dot dot-filled", 5.5],
      ["dot dot-hollow", 200],
      ["dot dot-dashed", expect.closeTo(264.8, 1)],
      ["dot dot-filled dot-new", 394.5],
    ]);
  });

  test("keeps points apart that came out together", () => {
    const points = ["A", "B", "C"].map((name) => point(name, 30)).concat(point("D", 0));
    const places = Array.from(card(story(points)).place.querySelectorAll("circle"), (circle) =>
      Number(circle.getAttribute("cx")),
    );
    expect(places).toEqual([5.5, 16.5, 27.5, 394.5]);
  });
});

test("its headlines unfold, with what is known of each", () => {
  const points = [
    point("Courier", 120),
    point("Gazette", 90, { isReprint: true }),
    point("Radio", 30, { isTimeStated: false, isNew: true }),
  ];
  const { place } = card(story(points, { articles: 5, fresh: 1 }));
  expect(textsOf(place, "ol li")).toEqual([]);
  const details = place.querySelector("details");
  expect(textOf(details?.querySelector("summary"))).toBe("5 headlines");
  details?.setAttribute("open", "");
  details?.dispatchEvent(new Event("toggle"));
  return vi.waitFor(() =>
    expect(textsOf(place, "ol li").map((text) => text.replaceAll("\u202f", " "))).toEqual([
      "CourierApr 15, 2026, 10:00 AMBridge closed, says Courier",
      "GazetteApr 15, 2026, 10:30 AMReprintBridge closed, says Gazette",
      "RadioApr 15, 2026, 11:30 AMfirst seenNewBridge closed, says Radio",
      "and 2 between them",
    ]),
  );
});

describe("what an article is", () => {
  const points = [
    point("Courier", 120, { language: "en", marks: ["live", "paywall"] }),
    point("Gazette", 90, { language: "en", type: "video" }),
    point("Matin", 60, { language: "fr", marks: ["fact-check"] }),
  ];

  test("is said of the one that stands for the story", () => {
    expect(textsOf(card(story(points)).place, ".story-facts .tag")).toEqual([
      "Live blog",
      "Paid access",
    ]);
    const { place } = card(story(points, { headline: 2 }));
    expect(textsOf(place, ".story-facts .tag")).toEqual(["Fact-check", "French"]);
  });

  test("is said of each of its headlines", async () => {
    const { place } = card(story(points));
    const details = place.querySelector("details");
    details?.setAttribute("open", "");
    details?.dispatchEvent(new Event("toggle"));
    await vi.waitFor(() =>
      expect(
        Array.from(place.querySelectorAll(".headlines li"), (one) => textsOf(one, ".tag")),
      ).toEqual([["Live blog", "Paid access"], ["Video"], ["Fact-check", "French"]]),
    );
  });
});

test("a story is followed with its star", () => {
  const { place, onFollow } = card(BRIDGE);
  const star = button(place, "Follow: \u2068Bridge closed, says Courier\u2069");
  expect(star.getAttribute("aria-pressed")).toBe("false");
  click(star);
  expect(onFollow).toHaveBeenCalledWith(BRIDGE);
  const { place: followed } = card({ ...BRIDGE, follow: "a", fresh: 2 });
  expect(followed.querySelector("[aria-pressed=true]")).not.toBeNull();
  expect(textOf(followed.querySelector(".tag"))).toBe("2 new");
});
