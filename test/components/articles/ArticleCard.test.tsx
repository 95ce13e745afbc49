// @vitest-environment happy-dom

import { describe, expect, test } from "vitest";
import type { RelatedArticle, TextMatch } from "../../../core/coverage/coverage.ts";
import { HOUR, MINUTE } from "../../../core/durations.ts";
import { found } from "../answers.ts";
import { button, click, press, textOf, textsOf } from "../kit/english.tsx";
import { card } from "./shown-card.tsx";

/** Data sets by id. */
const TWO = new Map([
  ["made-up", "Made up"],
  ["other", "Other"],
]);

describe("the quality of a related article", () => {
  test("is a dash when there is none: not 0, and in no third", () => {
    const place = card({ quality: null });
    expect(textsOf(place, ".quality")).toEqual(["–Not rated"]);
    expect(place.querySelector(".quality-bars")).toBeNull();
  });

  test("is left out where the list says once that nothing is rated", () => {
    expect(card({ quality: null }, { marksUnrated: false }).querySelector(".quality")).toBeNull();
  });

  test("is 0 when it is 0", () => {
    expect(textsOf(card({ quality: 0, band: "lower" }), ".quality")).toEqual([
      "Quality 0lower third",
    ]);
  });

  test.each([
    ["lower", 50, "Quality 50lower third", "1"],
    ["middle", 70, "Quality 70middle third", "2"],
    ["upper", 173.26, "Quality 173.3upper third", "3"],
  ] as const)(
    "is drawn with its third, which screen readers say: %s",
    (band, quality, text, level) => {
      const place = card({ quality, band });
      expect(textOf(place.querySelector(".quality"))).toBe(text);
      expect(place.querySelector(".quality-bars")?.getAttribute("data-level")).toBe(level);
    },
  );

  test("is never shown as a share of 100", () => {
    const place = card({ quality: 85, band: "upper" });
    expect(place.outerHTML).not.toMatch(/85\s*(?:%|\/)|\b100\b|percent(?!age\b)/);
    expect(place.querySelector(".quality")?.getAttribute("title")).toBe(
      "Quality is the data set’s own open-ended score, not a percentage. In this data set the lower third ends at 50, the middle third at 70.",
    );
  });
});

describe("the time of a related article", () => {
  test.each([
    [0, "in the same minute"],
    [59_999, "in the same minute"],
    [-59_999, "in the same minute"],
    [MINUTE, "1 min later"],
    [-HOUR - 5 * MINUTE, "1 hr, 5 min earlier"],
  ])("is shown by its distance from the page: %i ms", (delay, expected) => {
    expect(textsOf(card({ published: Date.UTC(2022, 3, 14), delay }), ".apart")).toEqual([
      expected,
    ]);
  });

  test("is shown by how long ago it was when the page's time is not known", () => {
    const place = card({ published: Date.UTC(2022, 3, 14, 9, 30) });
    expect(textsOf(place, ".apart")).toEqual(["4 years ago"]);
    expect(place.querySelector("time")?.dateTime).toBe("2022-04-14T09:30:00.000Z");
  });

  test("is “Time unknown” when it is not known", () => {
    const place = card({ published: null });
    expect(textsOf(place, ".apart")).toEqual(["Time unknown"]);
    expect(place.querySelector("time")).toBeNull();
  });

  test("unfolds in full", () => {
    const place = card({ published: Date.UTC(2022, 3, 14, 9, 30), delay: -HOUR }, { isOpen: true });
    expect(textOf(place.querySelector(".when"))).toMatch(
      /^Apr 14, 2022, 9:30\sAM · 4 years ago · 1 hr before this page$/,
    );
  });
});

const MATCH: TextMatch = {
  kind: "similar-text",
  verdict: "same-story",
  confidence: 0.912,
  shared: [{ words: "Clearview" }, { words: "facial recognition" }, { country: "UA" }],
};

/** A card that is unfolded. */
const unfolded = (fields: Partial<RelatedArticle> = {}) => card(fields, { isOpen: true });

describe("the reason for a related article unfolds", () => {
  test.each<[RelatedArticle["reason"], string]>([
    [{ kind: "named-by-page" }, "Linked by Futurism"],
    [{ kind: "names-page" }, "Links to this page"],
    [{ kind: "named-together", by: "Le Phare" }, "Linked together with this page by Le Phare"],
    [MATCH, "Very likely the same story: Clearview, facial recognition, Ukraine?"],
    [
      { ...MATCH, confidence: 0.79 },
      "Probably the same story: Clearview, facial recognition, Ukraine?",
    ],
    [
      { ...MATCH, verdict: "same-topic", confidence: 0.3 },
      "On the same topic, but probably another story: Clearview, facial recognition, Ukraine?",
    ],
    [{ ...MATCH, shared: [] }, "Very likely the same story?"],
  ])("$kind", (reason, expected) => {
    expect(textsOf(unfolded({ reason }), ".reason")).toEqual([expected]);
  });

  test("with each name kept apart from the direction of the sentence", () => {
    const shared = [{ words: "ميناء" }, { country: "EG" }];
    const place = unfolded({ reason: { ...MATCH, shared } });
    expect(place.querySelector(".reason > span")?.textContent).toBe(
      "Very likely the same story: \u2068ميناء\u2069, \u2068Egypt\u2069",
    );
  });

  test("with a ring that shows the confidence when it was found by its text", () => {
    const ring = unfolded({ reason: MATCH }).querySelector(".confidence-share");
    expect(ring?.getAttribute("stroke-dasharray")).toBe("91 100");
    expect(unfolded().querySelector(".confidence")).toBeNull();
  });

  test("with an explanation that a button shows", () => {
    const place = unfolded({ reason: MATCH });
    const help = button(place, "What does this mean? why this article is shown");
    expect(help.getAttribute("aria-expanded")).toBe("false");
    click(help);
    expect(help.getAttribute("aria-expanded")).toBe("true");
    expect(textsOf(place, ".help-text")).toEqual([
      "The texts were compared on this device. Of articles called very likely, about nine in ten really tell the same story.",
    ]);
  });
});

describe("“Not the same story”", () => {
  test("is offered for an article that was found by its text", () => {
    const place = unfolded({ reason: MATCH });
    click(button(place, "Not the same story"));
    expect(place.onReject.mock.calls).toEqual([[place.related]]);
  });

  test("is named “Not related” for an article on the topic", () => {
    const place = unfolded({ reason: { ...MATCH, verdict: "same-topic" } });
    expect(textsOf(place, ".reject")).toEqual(["Not related"]);
  });

  test("names the article in its label", () => {
    const place = unfolded({ reason: MATCH });
    const id = button(place, "Not the same story").getAttribute("aria-describedby") ?? "";
    expect(textOf(document.getElementById(id))).toBe("The Gazette’s story");
  });

  test.each<RelatedArticle["reason"]>([
    { kind: "named-by-page" },
    { kind: "names-page" },
    { kind: "named-together", by: "Le Phare" },
  ])("is not offered for an article that a record names: $kind", (reason) => {
    expect(unfolded({ reason }).querySelector(".reject")).toBeNull();
  });
});

describe("a card unfolds", () => {
  test("with its button, which is no tab stop", () => {
    const place = card({ excerpt: "More" });
    expect(place.querySelector(".excerpt")).toBeNull();
    const unfold = button(place, "More about the article of \u2068The Gazette\u2069");
    expect(unfold.getAttribute("aria-expanded")).toBe("false");
    expect(unfold.tabIndex).toBe(-1);
    click(unfold);
    expect(place.onToggle).toHaveBeenLastCalledWith(true);
  });

  test("and folds again", () => {
    const place = unfolded({ excerpt: "More" });
    expect(textsOf(place, ".excerpt")).toEqual(["More"]);
    click(button(place, "Show less"));
    expect(place.onToggle).toHaveBeenLastCalledWith(false);
  });

  test("with the arrow keys on its headline", () => {
    const place = card();
    const link = place.querySelector("a") as HTMLAnchorElement;
    press(link, "ArrowRight");
    expect(place.onToggle).toHaveBeenLastCalledWith(true);
    press(link, "ArrowLeft");
    expect(place.onToggle).toHaveBeenLastCalledWith(false);
  });

  test("without an empty paragraph where there is no excerpt", () => {
    expect(unfolded().querySelector(".excerpt")).toBeNull();
  });
});

describe("the data set of a related article", () => {
  const from = (dataSets: string[], names = TWO) =>
    textsOf(card({ dataSets }, { isOpen: true, dataSets: names }), ".from");

  test("is not named when there is only one", () => {
    expect(from(["made-up"], new Map([["made-up", "Made up"]]))).toEqual([]);
  });

  test("is named when the answer comes from several", () => {
    expect(from(["other"])).toEqual(["From: Other"]);
  });

  test("is each that knows the article, the one whose quality is shown first", () => {
    expect(from(["other", "made-up"])).toEqual(["From: Other, Made up"]);
  });
});

describe("marks", () => {
  test("do not appear on an ordinary article", () => {
    expect(textsOf(card(), ".tag, .reprints")).toEqual([]);
  });

  test("appear on the first article, on a video, on a reprint of the page, and where there are reprints", () => {
    const place = card({
      isFirst: true,
      type: "video",
      hasPageText: true,
      copies: [found("A", 0.8), found("B", 0.8)],
    });
    expect(textsOf(place, ".tag, .reprints")).toEqual([
      "First",
      "Video",
      "Same text as this page",
      "+2 reprints",
    ]);
  });
});

test("a card says its language where the list is to say it", () => {
  const languages = new Set(["fr"]);
  expect(textsOf(card({ language: "fr" }, { languages }), ".tag")).toEqual(["French"]);
  expect(textsOf(card({ language: "en" }, { languages }), ".tag")).toEqual([]);
  expect(textsOf(card({ language: "fr" }), ".tag")).toEqual([]);
});

describe("the picture of a related article", () => {
  const image = "https://cdn.example/1.jpg";

  test("is not there by default: nothing is requested", () => {
    expect(card({ image }).querySelector("img")).toBeNull();
  });

  test("is shown when the user has switched pictures on, without a referrer", () => {
    const picture = card({ image }, { showImages: true }).querySelector("img");
    expect(picture?.getAttribute("src")).toBe(image);
    expect(picture?.getAttribute("referrerpolicy")).toBe("no-referrer");
    expect(picture?.getAttribute("alt")).toBe("");
  });

  test("is absent when there is none, and of an article on the same topic", () => {
    expect(card({ image: null }, { showImages: true }).querySelector("img")).toBeNull();
    const reason = { ...MATCH, verdict: "same-topic" } as const;
    expect(card({ image, reason }, { showImages: true }).querySelector("img")).toBeNull();
  });
});

describe("the link to a related article", () => {
  test("opens it in a new tab, which gets no reference to this one", () => {
    const link = card().querySelector("a");
    expect(link?.href).toBe("https://www.the-gazette.example/story");
    expect(link?.target).toBe("_blank");
    expect(link?.rel).toBe("noopener noreferrer");
  });

  test("shows its host in the form in which look-alikes cannot hide", () => {
    const place = card({ url: "https://аррӏе.example/1" });
    expect(place.querySelector<HTMLElement>(".outlet")?.title).toBe("xn--80ak6aa92e.example");
    expect(place.querySelector("a")?.title).toBe("xn--80ak6aa92e.example");
  });
});

test("text from the data is shown as text, not as markup", () => {
  const place = unfolded({ title: "<img src=x onerror=alert(1)>", excerpt: "<b>bold</b>" });
  expect(textOf(place.querySelector(".card-title"))).toBe("<img src=x onerror=alert(1)>");
  expect(textOf(place.querySelector(".excerpt"))).toBe("<b>bold</b>");
  expect(place.querySelector("img, b")).toBeNull();
});
