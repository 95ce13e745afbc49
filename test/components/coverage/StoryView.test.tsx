// @vitest-environment happy-dom

import { describe, expect, test } from "vitest";
import { HOUR, MINUTE } from "../../../core/durations.ts";
import { article, DATA_SET, found, foundStory, PUBLISHED, story } from "../answers.ts";
import { textOf, textsOf } from "../kit/english.tsx";
import { PAGE, standing, view } from "./story-view.tsx";

describe("where the page stands", () => {
  test("is shown with title, outlet and time", () => {
    const place = view(story(PAGE, []));
    expect(textOf(place.querySelector("h2"))).toBe("The page");
    expect(textOf(standing(place)?.querySelector(".when"))).toMatch(
      /^The Gazette · Apr 15, 2022, 12:00\sPM The only one rated$/,
    );
    expect(standing(place)?.querySelector("time")?.dateTime).toBe("2022-04-15T12:00:00.000Z");
  });

  test("has no time when it is not known", () => {
    const place = view(story({ ...PAGE, published: null }, []));
    expect(standing(place)?.querySelector("time")).toBeNull();
  });

  test("is shown with its rank among the rated articles", () => {
    const others = [article("A", { quality: 90 }), article("B", { quality: 10 }), article("C")];
    expect(textOf(view(story(PAGE, others)).querySelector(".rank"))).toBe("No. 2 of 3 rated");
  });

  test("has no rank when it is not rated", () => {
    const place = view(story({ ...PAGE, quality: null }, [article("A", { quality: 90 })]));
    expect(place.querySelector(".rank")).toBeNull();
    expect(textOf(standing(place)?.querySelector(".quality"))).toBe("Not rated");
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

describe("how the page was recognised is shown", () => {
  test.each([
    ["page", "page", "Matched by its address"],
    ["page", "amp", "Matched by its address (AMP version)"],
    ["page", "amp-cache", "Matched by its address (AMP cache)"],
    ["page", "amp-viewer", "Matched by its address (AMP viewer)"],
    ["page", "web-archive", "Matched by its address (web archive)"],
    ["canonical", "page", "Matched by the address the page gives itself (canonical)"],
    ["json-ld", "amp", "Matched by the address the page gives itself (json-ld)"],
  ] as const)("%s, %s", (address, rendition, expected) => {
    const place = view(story(PAGE, [], { match: { address, rendition } }));
    expect(textOf(standing(place)?.querySelector(".reason"))).toBe(expected);
  });
});

describe("who was first is shown", () => {
  const first = (page: Partial<typeof PAGE>, ...times: (number | null)[]) => {
    const others = times.map((published, i) => article(`Outlet ${i + 1}`, { published }));
    return textsOf(view(story({ ...PAGE, ...page }, others)), ".first");
  };

  test("with the outlet's name kept apart from the direction of the sentence", () => {
    const others = [article("ميناء", { published: PUBLISHED - HOUR })];
    const line = view(story(PAGE, others)).querySelector(".first")?.textContent;
    expect(line).toBe("First: \u2068ميناء\u2069, 1 hr before this page");
  });

  test("when it was another", () => {
    expect(first({}, PUBLISHED + HOUR, PUBLISHED - 3 * HOUR)).toEqual([
      "First: Outlet 2, 3 hr before this page",
    ]);
  });

  test("when it was the page", () => {
    expect(first({}, PUBLISHED + 5 * HOUR, PUBLISHED + 2 * HOUR, null)).toEqual([
      "This page was first, 2 hr ahead of Outlet 2",
    ]);
  });

  test.each([0, 59_999])("when the page was ahead by %i ms: together", (ms) => {
    expect(first({}, PUBLISHED + ms)).toEqual([
      "First: this page and Outlet 1, in the same minute",
    ]);
  });

  test("when the page was behind by less than a minute: together", () => {
    expect(first({}, PUBLISHED - 59_999)).toEqual([
      "First: this page and Outlet 1, in the same minute",
    ]);
  });

  test("when the page was behind by a minute: not together", () => {
    expect(first({}, PUBLISHED - MINUTE)).toEqual(["First: Outlet 1, 1 min before this page"]);
  });

  test("when the page's time is not known", () => {
    expect(first({ published: null }, PUBLISHED, PUBLISHED - HOUR)).toEqual(["First: Outlet 2"]);
  });

  test("of none when only the page's time is known", () => {
    expect(first({}, null, null)).toEqual([]);
  });

  test("of none when no time is known", () => {
    expect(first({ published: null }, null)).toEqual([]);
  });
});

describe("a page that is in no data set", () => {
  const coverage = foundStory([found("A", 0.9)]);

  test("is shown with its own statement, and as found by its text", () => {
    const place = view(coverage);
    expect(textOf(place.querySelector("h2"))).toBe("The page");
    expect(textsOf(place, ".page-standing .reason")).toEqual([
      "No data set has this page. Its story was found by what the page says.",
    ]);
  });

  test("has no quality, and is not called unrated", () => {
    expect(standing(view(coverage))?.querySelector(".quality")).toBeNull();
  });

  test("is not shown as found by its text when all articles were rejected", () => {
    const place = view(foundStory([], { sameTopic: [found("B", 0.4, { verdict: "same-topic" })] }));
    expect(textsOf(place, ".page-standing .reason")).toEqual(["No data set has this page."]);
    expect(textsOf(place, ".list-head h2")).toEqual([
      "No other article known that tells this story",
    ]);
  });
});

test("a copy that was first is shown as first", () => {
  const copy = found("Alpha", 0.9, { isFirst: true, delay: -HOUR, published: PUBLISHED - HOUR });
  const related = found("Bravo", 0.9, { copies: [copy], delay: HOUR, published: PUBLISHED + HOUR });
  expect(textsOf(view(foundStory([related])), ".page-standing .first")).toEqual([
    "First: Alpha, 1 hr before this page",
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
    expect(textsOf(place, ".card .from")).toEqual(["From: Made up", "From: Other, Made up"]);
  });

  test("at no article when there is one", () => {
    expect(textsOf(view(story(PAGE, [article("A")])), ".card .from")).toEqual([]);
  });
});
