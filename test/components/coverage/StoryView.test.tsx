// @vitest-environment happy-dom

import { describe, expect, test } from "vitest";
import { HOUR } from "../../../core/durations.ts";
import { article, DATA_SET, found, foundStory, PUBLISHED, story } from "../answers.ts";
import { button, click, press, textOf, textsOf } from "../kit/english.tsx";
import { PAGE, standing, view } from "./story-view.tsx";

const about = (place: HTMLElement) => place.querySelector(".about-page");

describe("the page", () => {
  test("is named for screen readers, with outlet and time beneath the list", () => {
    const place = view(story(PAGE, []));
    expect(textOf(place.querySelector("h2"))).toBe("The page");
    expect(place.querySelector("h2")?.className).toContain("visually-hidden");
    expect(textOf(about(place)?.querySelector(".when"))).toMatch(
      /^This page: The Gazette · Apr 15, 2022, 12:00\sPM$/,
    );
    expect(about(place)?.querySelector("time")?.dateTime).toBe("2022-04-15T12:00:00.000Z");
  });

  test("has no time when it is not known", () => {
    const place = view(story({ ...PAGE, published: null }, []));
    expect(about(place)?.querySelector("time")).toBeNull();
  });

  test("has its topics", () => {
    expect(textsOf(view(story(PAGE, [], { topics: ["War", "AI"] })), ".topics li")).toEqual([
      "War",
      "AI",
    ]);
  });

  test("has no list of topics when there are none", () => {
    expect(view(story(PAGE, [])).querySelector(".topics")).toBeNull();
  });
});

describe("the quality of the page", () => {
  const quality = (place: HTMLElement) =>
    textsOf(standing(place) as Element, ".page-quality > :is(.quality, .rank)");

  test("is shown with its rank among the rated articles", () => {
    const others = [article("A", { quality: 90 }), article("B", { quality: 10 }), article("C")];
    expect(quality(view(story(PAGE, others)))).toEqual([
      "Quality 60middle third",
      "No. 2 of 3 rated",
    ]);
  });

  test("of the only one that is rated is shown as such", () => {
    expect(quality(view(story(PAGE, [article("A")])))).toEqual([
      "Quality 60middle third",
      "The only one rated",
    ]);
  });

  test("has no rank when it is not rated, but says how many others are", () => {
    const place = view(story({ ...PAGE, quality: null }, [article("A", { quality: 90 })]));
    expect(quality(place)).toEqual(["Not rated", "1 other article is rated"]);
  });

  test("is not mentioned where nothing is rated; the list says so once", () => {
    const place = view(story({ ...PAGE, quality: null }, [article("A"), article("B")]));
    expect(place.querySelector(".page-quality, .quality-strip, .quality")).toBeNull();
    expect(textsOf(place, ".list-note")).toContain("None of these articles is rated.");
  });

  test("is explained by a button", () => {
    const place = view(story(PAGE, [article("A")]));
    click(button(place, "What does this mean? Quality"));
    expect(textsOf(place, ".page-quality .help-text")).toEqual([
      "Quality is the data set’s own open-ended score, not a percentage. In this data set the lower third ends at 50, the middle third at 70.",
    ]);
  });

  test("is drawn among those of the others, in the thirds of the data set", () => {
    const place = view(story(PAGE, [article("A", { quality: 90 }), article("B")]));
    const strip = place.querySelector(".quality-strip svg");
    expect(strip?.getAttribute("aria-label")).toBe(
      "Quality of 2 rated articles on this story, from 60 to 90. Each third of the line stands for a third of the data set.",
    );
    expect(strip?.querySelectorAll(".third")).toHaveLength(3);
    expect(labels(strip)).toEqual(["This page: quality 60", "A: quality 90"]);
  });
});

/** What the dots of a line are, in words. */
function labels(line: Element | null | undefined): (string | undefined)[] {
  return Array.from(line?.querySelectorAll("[role=button]") ?? [], (dot) =>
    dot.getAttribute("aria-label")?.replaceAll(/[\u2068\u2069]/g, ""),
  );
}

describe("how the page was recognised is shown", () => {
  test.each([
    ["page", "page", "Found by its address"],
    ["page", "amp", "Found by its address (AMP version)"],
    ["page", "amp-cache", "Found by its address (AMP cache)"],
    ["page", "amp-viewer", "Found by its address (AMP viewer)"],
    ["page", "web-archive", "Found by its address (web archive)"],
    ["canonical", "page", "Found by the address that the page gives itself (canonical)"],
    ["json-ld", "amp", "Found by the address that the page gives itself (json-ld)"],
  ] as const)("%s, %s", (address, rendition, expected) => {
    const place = view(story(PAGE, [], { match: { address, rendition } }));
    expect(textOf(about(place)?.querySelector(".reason"))).toBe(expected);
  });
});

describe("where the page stands is said in one sentence", () => {
  const said = (page: Partial<typeof PAGE>, ...times: (number | null)[]) => {
    const others = times.map((published, i) => article(`Outlet ${i + 1}`, { published }));
    return textsOf(view(story({ ...PAGE, ...page }, others)), ".standing-line > *");
  };

  test("with the outlet's name kept apart from the direction of the sentence", () => {
    const others = [article("ميناء", { published: PUBLISHED - HOUR })];
    const line = view(story(PAGE, others)).querySelector(".first")?.textContent;
    expect(line).toBe("2nd of 2 to report, 1 hr after \u2068ميناء\u2069");
  });

  test("when others were before it, with how many are newer", () => {
    expect(said({}, PUBLISHED + HOUR, PUBLISHED - 3 * HOUR, PUBLISHED - HOUR)).toEqual([
      "3rd of 4 to report, 3 hr after Outlet 2",
      "1 newer article",
    ]);
  });

  test("when it was the first", () => {
    expect(said({}, PUBLISHED + 5 * HOUR, PUBLISHED + 2 * HOUR, null)).toEqual([
      "First of 3 to report, 2 hr before Outlet 2",
    ]);
  });

  test("when two were first in one minute", () => {
    expect(said({}, PUBLISHED + 59_999)).toEqual([
      "Among the first of 2 to report, in the same minute as Outlet 1",
    ]);
  });

  test("when the page's time is not known", () => {
    expect(said({ published: null }, PUBLISHED, PUBLISHED - HOUR)).toEqual([
      "First to report: Outlet 2",
    ]);
  });

  test("when the page is the only one of the user's outlets", () => {
    const page = { ...PAGE, dataSets: ["live"] };
    expect(textsOf(view(story(page, [article("A")])), ".standing-line")).toEqual([
      "The only one of your outlets to report it",
    ]);
  });

  test("not at all when only the page's time is known", () => {
    expect(said({}, null, null)).toEqual([]);
  });
});

describe("the timeline", () => {
  const LATER = article("A", { published: PUBLISHED + HOUR });
  const timeline = (place: HTMLElement) => place.querySelector(".timeline");

  test("has a dot for each article whose time is known, in words too", () => {
    const copy = found("Copy", 0.9, { delay: 2 * HOUR, published: PUBLISHED + 2 * HOUR });
    const coverage = story(PAGE, [LATER, article("B")]);
    const related = coverage.related.map((one, i) => (i === 0 ? { ...one, copies: [copy] } : one));
    const place = view({ ...coverage, related });
    expect(labels(timeline(place))).toEqual([
      "This page",
      "A · 1 hr later",
      "Copy (reprint) · 2 hr later",
    ]);
    expect(
      textsOf(place, ".timeline-words > span").map((text) => text.replaceAll(/\s/g, " ")),
    ).toEqual(["Apr 15, 2022, 12:00 – 2:00 PM", "◆ This page", "○ Reprint"]);
  });

  test("is not there where fewer than two times are known", () => {
    expect(timeline(view(story(PAGE, [article("B")])))).toBeNull();
    expect(timeline(view(story(PAGE, [])))).toBeNull();
  });

  test("is one tab stop, with the arrow keys from dot to dot", () => {
    const place = view(story(PAGE, [LATER]));
    const [here, other] = Array.from(place.querySelectorAll<SVGElement>(".timeline [role=button]"));
    expect([here?.getAttribute("tabindex"), other?.getAttribute("tabindex")]).toEqual(["0", "-1"]);
    here?.focus();
    press(here as Element, "ArrowRight");
    expect(document.activeElement).toBe(other);
    press(other as Element, "Home");
    expect(document.activeElement).toBe(here);
  });

  test("leads from a dot to its article, though a filter has left that out", () => {
    const others = [LATER, article("B", { quality: 90, published: PUBLISHED + 2 * HOUR })];
    const place = view(story(PAGE, others));
    click(button(place, "Rated 1"));
    expect(textsOf(place, ".cards .outlet")).toEqual(["B"]);
    press(place.querySelector(".timeline [role=button]:nth-of-type(1)") as Element, "Enter");
    const dot = Array.from(place.querySelectorAll(".timeline [role=button]")).find((one) =>
      one.getAttribute("aria-label")?.includes("1 hr"),
    );
    press(dot as Element, "Enter");
    expect(textOf(document.activeElement)).toBe("A’s story");
  });
});

describe("a page that is in no data set", () => {
  const coverage = foundStory([found("A", 0.9)]);

  test("is shown with its own statement, and as found by its text", () => {
    const place = view(coverage);
    expect(textOf(place.querySelector("h2"))).toBe("The page");
    expect(textsOf(place, ".about-page .reason")).toEqual([
      "No data set has this page. Its story was found by what the page says.",
    ]);
  });

  test("has no quality, and is not called unrated", () => {
    expect(standing(view(coverage))?.querySelector(".quality")).toBeNull();
  });

  test("is not shown as found by its text when all articles were rejected", () => {
    const place = view(foundStory([], { sameTopic: [found("B", 0.4, { verdict: "same-topic" })] }));
    expect(textsOf(place, ".about-page .reason")).toEqual(["No data set has this page."]);
    expect(textsOf(place, ".list-head h2")).toEqual([
      "No other article known that tells this story",
    ]);
  });
});

test("an article whose copy was first counts from that", () => {
  const copy = found("Alpha", 0.9, { isFirst: true, delay: -HOUR, published: PUBLISHED - HOUR });
  const related = found("Bravo", 0.9, { copies: [copy], delay: HOUR, published: PUBLISHED + HOUR });
  const coverage = foundStory([related]);
  const page = { ...coverage.page, published: PUBLISHED };
  expect(textsOf(view({ ...coverage, page }), ".first")).toEqual([
    "2nd of 2 to report, 1 hr after Alpha",
  ]);
});

describe("the data set is named", () => {
  const lines = (place: HTMLElement) => textsOf(place, ".data-set p");

  test("with its date", () => {
    const place = view(story(PAGE, []));
    expect(lines(place)).toEqual(["Data: Made up, Apr 16, 2022"]);
    expect(place.querySelector(".data-set p")?.getAttribute("title")).toBe(
      "Made up for these tests.",
    );
  });

  test("without one when no record has a date", () => {
    const undated = { ...DATA_SET, from: null, to: null };
    expect(lines(view(story(PAGE, [], { dataSets: [undated] })))).toEqual(["Data: Made up"]);
  });

  test("once for each, and at each article, when the answer comes from several", () => {
    const other = { ...DATA_SET, id: "other", name: "Other", to: null };
    const related = [
      article("A", { quality: 90 }),
      article("B", { quality: 10, dataSets: ["other", "made-up"] }),
    ];
    const place = view(story(PAGE, related, { dataSets: [DATA_SET, other] }));
    expect(lines(place)).toEqual(["Data: Made up, Apr 16, 2022", "Data: Other"]);
    for (const unfold of place.querySelectorAll<HTMLElement>(".unfold")) click(unfold);
    expect(textsOf(place, ".card .from")).toEqual(["From: Made up", "From: Other, Made up"]);
  });

  test("at no article when there is one", () => {
    const place = view(story(PAGE, [article("A")]));
    click(place.querySelector<HTMLElement>(".unfold") ?? place);
    expect(textsOf(place, ".card .from")).toEqual([]);
  });
});
