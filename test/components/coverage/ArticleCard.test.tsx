// @vitest-environment happy-dom

import { describe, expect, test } from "vitest";
import type { RelatedArticle, TextMatch } from "../../../core/coverage/coverage.ts";
import { HOUR, MINUTE } from "../../../core/durations.ts";
import { button, click, textOf, textsOf } from "../kit/english.tsx";
import { card } from "./shown-card.tsx";

/** Data sets by id. */
const TWO = new Map([
  ["made-up", "Made up"],
  ["other", "Other"],
]);

describe("the quality of a related article", () => {
  test("is “Not rated” when there is no score: not 0, and in no third", () => {
    const place = card({ quality: null });
    expect(textsOf(place, ".quality")).toEqual(["Not rated"]);
    expect(place.querySelector(".quality-bars")).toBeNull();
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
  ] as const)("is shown with its third: %s", (band, quality, text, level) => {
    const place = card({ quality, band });
    expect(textOf(place.querySelector(".quality"))).toBe(text);
    expect(place.querySelector(".quality-bars")?.getAttribute("data-level")).toBe(level);
  });

  test("is never shown as a share of 100", () => {
    const place = card({ quality: 85, band: "upper" });
    expect(place.outerHTML).not.toMatch(/85\s*(?:%|\/)|\b100\b|percent(?!age\b)/);
    expect(place.querySelector(".quality")?.getAttribute("title")).toBe(
      "Quality is the data set’s own open-ended score, not a percentage. Thirds of this data set: up to 50, up to 70, above.",
    );
  });
});

describe("the time of a related article", () => {
  test("is shown with how long ago it was", () => {
    const place = card({ published: Date.UTC(2022, 3, 14, 9, 30) });
    expect(textOf(place.querySelector(".when"))).toMatch(/^Apr 14, 2022, 9:30\sAM · 4 years ago$/);
    expect(place.querySelector("time")?.dateTime).toBe("2022-04-14T09:30:00.000Z");
  });

  test("is “Time unknown” when it is not known", () => {
    const place = card({ published: null });
    expect(textOf(place.querySelector(".when"))).toBe("Time unknown");
    expect(place.querySelector("time")).toBeNull();
  });

  test.each([
    [0, "same minute as this page"],
    [59_999, "same minute as this page"],
    [-59_999, "same minute as this page"],
    [MINUTE, "1 min after this page"],
    [-HOUR - 5 * MINUTE, "1 hr, 5 min before this page"],
  ])("is shown with its distance from the page, %i ms", (delay, expected) => {
    expect(textsOf(card({ delay }), ".delay")).toEqual([expected]);
  });
});

const MATCH: TextMatch = {
  kind: "similar-text",
  verdict: "same-story",
  confidence: 0.912,
  shared: [{ words: "Clearview" }, { words: "facial recognition" }, { country: "UA" }],
};

describe("the reason for a related article is shown", () => {
  test.each<[RelatedArticle["reason"], string]>([
    [{ kind: "named-by-page" }, "Named by the record of Futurism (publisher’s own)"],
    [{ kind: "names-page" }, "Its record names this page"],
    [
      { kind: "named-together", by: "Le Phare" },
      "Named beside this page in the record of Le Phare",
    ],
    [MATCH, "Same story, 0.91: Clearview, facial recognition, Ukraine"],
    [
      { ...MATCH, verdict: "same-topic", confidence: 0.3 },
      "Same topic, 0.30: Clearview, facial recognition, Ukraine",
    ],
    [{ ...MATCH, shared: [] }, "Same story, 0.91"],
    [{ ...MATCH, confidence: 1 }, "Same story, 0.99: Clearview, facial recognition, Ukraine"],
  ])("$kind", (reason, expected) => {
    expect(textsOf(card({ reason }), ".reason")).toEqual([expected]);
  });

  test.each([
    [21 * MINUTE, "21 min later"],
    [-HOUR - 5 * MINUTE, "1 hr, 5 min earlier"],
    [59_999, "in the same minute"],
  ])("with the distance in time when it was found by its text: %i ms", (delay, apart) => {
    const place = card({ reason: MATCH, delay });
    expect(textsOf(place, ".reason")).toEqual([
      `Same story, 0.91: Clearview, facial recognition, Ukraine; ${apart}`,
    ]);
    expect(place.querySelector(".delay")).toBeNull();
  });

  test("with each name kept apart from the direction of the sentence", () => {
    const shared = [{ words: "ميناء" }, { country: "EG" }];
    const place = card({ reason: { ...MATCH, shared } });
    expect(place.querySelector(".reason")?.textContent).toBe(
      "Same story, 0.91: \u2068ميناء\u2069, \u2068Egypt\u2069",
    );
  });

  test("with a ring that shows the confidence when it was found by its text", () => {
    const ring = card({ reason: MATCH }).querySelector(".confidence-share");
    expect(ring?.getAttribute("stroke-dasharray")).toBe("91 100");
    expect(card().querySelector(".confidence")).toBeNull();
  });
});

describe("“Not the same story”", () => {
  test("is offered for an article that was found by its text", () => {
    const place = card({ reason: MATCH });
    click(button(place, "Not the same story"));
    expect(place.onReject.mock.calls).toEqual([[place.related]]);
  });

  test("is named “Not related” for an article on the topic", () => {
    const place = card({ reason: { ...MATCH, verdict: "same-topic" } });
    expect(textsOf(place, "button")).toEqual(["Not related"]);
  });

  test("names the article in its label", () => {
    const place = card({ reason: MATCH });
    const id = button(place, "Not the same story").getAttribute("aria-describedby") ?? "";
    expect(textOf(document.getElementById(id))).toBe("The Gazette’s story");
  });

  test.each<RelatedArticle["reason"]>([
    { kind: "named-by-page" },
    { kind: "names-page" },
    { kind: "named-together", by: "Le Phare" },
  ])("is not offered for an article that a record names: $kind", (reason) => {
    expect(card({ reason }).querySelector("button")).toBeNull();
  });
});

describe("an article on the same topic", () => {
  test("is shown without excerpt and picture", () => {
    const fields = { excerpt: "More", image: "https://cdn.example/1.jpg" };
    const place = card({ ...fields, reason: { ...MATCH, verdict: "same-topic" } }, true);
    expect(place.querySelector(".excerpt, img")).toBeNull();
  });
});

describe("the data set of a related article", () => {
  const from = (place: HTMLElement) => textsOf(place, ".from");

  test("is not named when there is only one", () => {
    expect(from(card())).toEqual([]);
  });

  test("is named when the answer comes from several", () => {
    expect(from(card({ dataSets: ["other"] }, false, TWO))).toEqual(["From: Other"]);
  });

  test("is each that knows the article, the one whose quality is shown first", () => {
    expect(from(card({ dataSets: ["other", "made-up"] }, false, TWO))).toEqual([
      "From: Other, Made up",
    ]);
  });
});

describe("marks", () => {
  test("do not appear on an ordinary article", () => {
    expect(textsOf(card(), ".tag")).toEqual([]);
  });

  test("appear on the first article and on a video", () => {
    expect(textsOf(card({ isFirst: true, type: "video" }), ".tag")).toEqual(["First", "Video"]);
  });
});

describe("the picture of a related article", () => {
  const image = "https://cdn.example/1.jpg";

  test("is not there by default: nothing is requested", () => {
    expect(card({ image }).querySelector("img")).toBeNull();
  });

  test("is shown when the user has switched pictures on, without a referrer", () => {
    const picture = card({ image }, true).querySelector("img");
    expect(picture?.getAttribute("src")).toBe(image);
    expect(picture?.getAttribute("referrerpolicy")).toBe("no-referrer");
    expect(picture?.getAttribute("alt")).toBe("");
  });

  test("is absent when there is none", () => {
    expect(card({ image: null }, true).querySelector("img")).toBeNull();
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
    expect(place.querySelector("a")?.title).toBe("xn--80ak6aa92e.example");
    expect(place.querySelector<HTMLElement>(".outlet")?.title).toBe("xn--80ak6aa92e.example");
  });
});

test("text from the data is shown as text, not as markup", () => {
  const place = card({ title: "<img src=x onerror=alert(1)>", excerpt: "<b>bold</b>" });
  expect(textOf(place.querySelector(".card-title"))).toBe("<img src=x onerror=alert(1)>");
  expect(textOf(place.querySelector(".excerpt"))).toBe("<b>bold</b>");
  expect(place.querySelector("img, b")).toBeNull();
});

test("an article without an excerpt has no empty paragraph", () => {
  expect(card().querySelector(".excerpt")).toBeNull();
});
