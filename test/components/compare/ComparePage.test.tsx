// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { ComparePage } from "../../../components/compare/ComparePage.tsx";
import type { Coverage } from "../../../core/coverage/coverage.ts";
import { HOUR } from "../../../core/durations.ts";
import { CountryNames } from "../../../core/story/words/country-names.ts";
import { addressToken } from "../../../core/url/address-token.ts";
import { answer, article, OUTLET, PUBLISHED, story } from "../answers.ts";
import { button, click, show, textOf, textsOf } from "../kit/english.tsx";

/** No headline here names a country. */
const COUNTRIES = new CountryNames({
  latin: "",
  cyrillic: "",
  arabic: "",
  greek: "",
  hanAndKana: "",
});

const GAZETTE = article("Gazette", {
  title: "Slide at Orsa: 12 dead",
  excerpt: "The road to Orsa is closed.",
  published: PUBLISHED,
});
const COURIER = article("Courier", {
  title: "Slide at Orsa: at least 9 killed",
  excerpt: "The mayor Hanna Weiss has asked for help.",
  published: PUBLISHED - HOUR,
});
const HERALD = article("Herald", {
  title: "Slide at Orsa: a warning in vain since winter",
  excerpt: "In March the mayor, Hanna Weiss, wrote to the district.",
  published: null,
});
const STORY = story(GAZETTE, [COURIER, HERALD]);

interface Shown {
  readonly coverage?: Coverage;
  readonly pageText?: string | null;
  readonly other?: string | null;
  readonly isCopied?: boolean;
}

function page({
  coverage = STORY,
  pageText = "Twelve people are dead after the slide.",
  other = null,
  isCopied = true,
}: Shown = {}) {
  const onCopy = vi.fn((_text: string) => Promise.resolve(isCopied));
  const onRetry = vi.fn();
  const place = show(
    <ComparePage
      answer={answer(coverage)}
      pageText={pageText}
      countries={COUNTRIES}
      other={other}
      onCopy={onCopy}
      onRetry={onRetry}
    />,
  );
  return { place, onCopy, onRetry };
}

test("the headlines of the story stand beneath each other, the page's first", () => {
  const { place } = page();
  expect(textsOf(place, ".headline-outlet")).toEqual([
    "GazetteThis pageApr 15, 2022, 12:00 PM",
    "CourierApr 15, 2022, 11:00 AM",
    "Herald",
  ]);
  expect(textsOf(place, ".headlines .compared-common")).toEqual([
    "Slide at Orsa",
    "Slide at Orsa",
    "Slide at Orsa",
  ]);
  expect(textsOf(place, ".headlines .compared-own")).toEqual(["warning in vain since winter"]);
  expect(textsOf(place, ".headlines .compared-differs")).toEqual(["12", "at least 9"]);
});

test("what is marked is said in words as well", () => {
  const { place } = page();
  expect(textsOf(place, ".headline .visually-hidden")).toEqual([
    "Other articles give another figure for: 12",
    "Other articles give another figure for: at least 9",
    "Only in this headline: warning in vain since winter",
  ]);
});

test("figures that differ are a table by time", () => {
  const { place } = page();
  expect(textOf(place.querySelector("caption"))).toBe("Dead");
  expect(
    Array.from(place.querySelectorAll(".figures tbody tr"), (row) => textsOf(row, "th, td")),
  ).toEqual([
    ["at least 9", "Slide at Orsa: at least 9 killed", "Courier", "Apr 15, 2022, 11:00 AM"],
    ["12", "Slide at Orsa: 12 dead", "Gazette", "Apr 15, 2022, 12:00 PM"],
  ]);
});

test("what others mention is quoted with a link to each", () => {
  const { place } = page();
  expect(textsOf(place, ".mentions h3")).toEqual(["Hanna Weiss"]);
  expect(textsOf(place, ".mentions ul > li")).toEqual([
    "Courier The mayor Hanna Weiss has asked for help.",
    "Herald In March the mayor, Hanna Weiss, wrote to the district.",
  ]);
  const links = Array.from(
    place.querySelectorAll<HTMLAnchorElement>(".mentions a"),
    ({ href }) => href,
  );
  expect(links).toEqual([COURIER.url, HERALD.url]);
});

test("nothing is said to be missing on a page that cannot be read", () => {
  const { place, onRetry } = page({ pageText: null });
  expect(place.querySelector(".mentions")).toBeNull();
  click(button(place, "Try again"));
  expect(onRetry).toHaveBeenCalledOnce();
});

describe("the articles that are compared", () => {
  const boxes = (place: Element) =>
    Array.from(place.querySelectorAll<HTMLInputElement>(".compare-choice input"));

  test("can be any two", () => {
    const { place } = page();
    click(boxes(place)[0] as HTMLInputElement);
    expect(textOf(place.querySelector("summary"))).toBe("2 of 3 articles compared");
    expect(textsOf(place, ".headline-outlet > span:first-child")).toEqual(["Courier", "Herald"]);
    // Without the open page there is nothing that it lacks.
    expect(textsOf(place, "h2")).not.toContain("Others mention, this page does not");
  });

  test("are at least two", () => {
    const { place } = page({ other: addressToken(COURIER.url) });
    expect(textsOf(place, ".headline-outlet > span:first-child")).toEqual(["Gazette", "Courier"]);
    click(boxes(place)[0] as HTMLInputElement);
    expect(textsOf(place, "[role=status]")).toEqual(["Choose at least two articles."]);
  });

  test("are eight at first", () => {
    const many = Array.from({ length: 12 }, (_, i) => article(`Outlet ${i}`));
    const { place } = page({ coverage: story(GAZETTE, many) });
    expect(textOf(place.querySelector("summary"))).toBe("8 of 13 articles compared");
  });
});

test("the comparison is copied as text", async () => {
  const { place, onCopy } = page();
  click(button(place, "Copy as text"));
  await expect.poll(() => textsOf(place, ".compare-foot [role=status]")).toEqual(["Copied."]);
  expect(
    onCopy.mock.lastCall?.[0].replaceAll("\u202f", " "),
  ).toBe(`Gazette (Apr 15, 2022, 12:00 PM): Slide at Orsa: 12 dead
https://www.gazette.example/story
Courier (Apr 15, 2022, 11:00 AM): Slide at Orsa: at least 9 killed
https://www.courier.example/story
Herald (Time unknown): Slide at Orsa: a warning in vain since winter
https://www.herald.example/story

Figures that differ
Dead:
- at least 9: Courier (Apr 15, 2022, 11:00 AM), “Slide at Orsa: at least 9 killed”
- 12: Gazette (Apr 15, 2022, 12:00 PM), “Slide at Orsa: 12 dead”

Others mention, this page does not
Hanna Weiss:
- Courier: “The mayor Hanna Weiss has asked for help.” https://www.courier.example/story
- Herald: “In March the mayor, Hanna Weiss, wrote to the district.” https://www.herald.example/story
`);
});

test("a browser that does not allow copying is told of", async () => {
  const { place } = page({ isCopied: false });
  click(button(place, "Copy as text"));
  await expect
    .poll(() => textsOf(place, ".compare-foot [role=status]"))
    .toEqual(["The browser did not allow copying."]);
});

test.each([
  ["no other article", story(GAZETTE, [])],
  ["no story", OUTLET],
  ["nothing known", { kind: "none" } as const],
])("with %s there is nothing to compare", (_what, coverage) => {
  const { place } = page({ coverage });
  expect(textOf(place.querySelector(".message h2"))).toBe("Nothing to compare");
});
