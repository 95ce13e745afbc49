// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { OutletView } from "../../../components/coverage/OutletView.tsx";
import type { RelatedArticle } from "../../../core/coverage/coverage.ts";
import type { PageFacts } from "../../../core/page/page-facts.ts";
import { DATA_SET, found, OUTLET } from "../answers.ts";
import { button, click, show, textOf, textsOf } from "../kit/english.tsx";

const onReject = vi.fn<(article: RelatedArticle) => void>();
const onUndo = vi.fn<(article: RelatedArticle) => void>();
const view = (coverage = OUTLET, facts: PageFacts | null = null) =>
  show(
    <OutletView
      coverage={coverage}
      facts={facts}
      preferenceOf={() => null}
      onReject={onReject}
      onUndo={onUndo}
    />,
  );

describe("an outlet", () => {
  test("is shown with name, site and the number of known articles", () => {
    const place = view();
    expect(textOf(place.querySelector(".page-title"))).toBe("The Gazette");
    expect(textOf(place.querySelector(".when"))).toBe(
      "gazette.example · 12 articles known from this outlet",
    );
  });

  test("is shown with the median and the spread of its quality", () => {
    const place = view();
    expect(textsOf(place, "dd > *")).toEqual([
      "Quality 65middle third",
      "3 rated. Half of them: 51.3 to 80. All of them: 40 to 120.",
    ]);
  });

  test("without rated articles has no figures", () => {
    const ratings = OUTLET.ratings.map((rating) => ({ ...rating, rated: 0, quality: null }));
    expect(view({ ...OUTLET, ratings }).querySelector("dl")).toBeNull();
  });
});

describe("a page without a record", () => {
  const FACTS: PageFacts = {
    headline: "Bridge closed for a month",
    description: "Commuters take the ferry.",
    published: Date.UTC(2022, 3, 15, 12, 0),
    language: "en",
    outlet: "The Gazette",
    type: "article",
    marks: [],
  };
  const page = (facts: Partial<PageFacts> = {}) =>
    view(OUTLET, { ...FACTS, ...facts }).querySelector("section");

  test("is shown with its own headline and time", () => {
    expect(textOf(page()?.querySelector("h2") ?? null)).toBe("Bridge closed for a month");
    expect(textOf(page()?.querySelector(".when") ?? null)).toMatch(/^Apr 15, 2022, 12:00\sPM$/);
  });

  test("has no time when it gives none", () => {
    expect(page({ published: null })?.querySelector(".when")).toBeNull();
  });

  test("has its headline as text, never as markup", () => {
    const headline = "<img src=x onerror=alert(1)>";
    expect(textOf(page({ headline })?.querySelector("h2") ?? null)).toBe(headline);
  });
});

describe("the latest articles of an outlet", () => {
  test("are links that open in a tab of their own", () => {
    const links = Array.from(view().querySelectorAll("a"));
    expect(links.map(({ href }) => href)).toEqual([
      "https://www.the-gazette.example/story",
      "https://gazette.example/undated",
    ]);
    expect(links.map(({ target, rel }) => [target, rel])).toEqual([
      ["_blank", "noopener noreferrer"],
      ["_blank", "noopener noreferrer"],
    ]);
  });

  test("have their time and quality, or say that these are not known", () => {
    const [latest, undated] = textsOf(view(), ".card .when");
    expect(latest).toMatch(/^Apr 15, 2022, 12:00\sPMQuality 120upper third$/);
    expect(undated).toBe("Time unknownNot rated");
  });
});

describe("what was found by the text of the page", () => {
  const onTopic = found("A", 0.4, { verdict: "same-topic" });
  const rejected = found("B", 0.6);

  test("on its topic is there, unfolded", () => {
    const place = view({ ...OUTLET, sameTopic: [onTopic] });
    expect(place.querySelector<HTMLDetailsElement>(".more")?.open).toBe(true);
    expect(textsOf(place, ".more .card-title")).toEqual(["A’s story"]);
    click(place.querySelector<HTMLElement>(".more .unfold") ?? place);
    click(button(place, "Not related"));
    expect(onReject).toHaveBeenLastCalledWith(onTopic);
  });

  test("and rejected can be taken back", () => {
    const place = view({ ...OUTLET, rejected: [rejected] });
    expect(textsOf(place, ".more summary")).toEqual(["1 article you said tells another story"]);
    click(button(place, "Undo"));
    expect(onUndo).toHaveBeenLastCalledWith(rejected);
  });

  test("is not mentioned when it is empty", () => {
    expect(view().querySelector(".more")).toBeNull();
  });
});

test("a data set too small for thirds shows the quality alone", () => {
  const ratings = OUTLET.ratings.map((rating) => ({ ...rating, thirds: null }));
  const place = view({ ...OUTLET, ratings });
  expect(textOf(place.querySelector(".quality"))).toBe("Quality 65");
  expect(place.querySelector(".quality")?.hasAttribute("title")).toBe(false);
});

describe("an outlet that two data sets know", () => {
  const [first] = OUTLET.ratings;
  const second = {
    dataSet: { ...DATA_SET, id: "other", name: "Other", description: "Of the other kind." },
    articles: 2,
    rated: 0,
    quality: null,
    thirds: null,
  };
  const both = { ...OUTLET, ratings: first === undefined ? [] : [first, second] };

  test("is shown with the values of each", () => {
    const place = view(both);
    expect(textsOf(place, ".page-standing .when")).toEqual([
      "gazette.example",
      "Made up · 12 articles known from this outlet",
      "Other · 2 articles known from this outlet",
    ]);
    expect(textsOf(place, "dd > .quality")).toEqual(["Quality 65middle third"]);
  });

  test("names both data sets", () => {
    expect(textsOf(view(both), ".data-set p")).toEqual([
      "Data: Made up, Apr 16, 2022",
      "Data: Other, Apr 16, 2022",
    ]);
  });
});
