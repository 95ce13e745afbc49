import { describe, expect, test } from "vitest";
import { type Comparison, compareArticles } from "../../../core/compare/compare-articles.ts";
import type { ComparedArticle } from "../../../core/compare/compared-text.ts";
import { HOUR } from "../../../core/durations.ts";
import { bundledCountryNames } from "../../../scripts/country-names/bundled-country-names.ts";

const COUNTRIES = bundledCountryNames();

/** Articles of different outlets, an hour apart: a title, and an excerpt where there is one. */
function articles(...texts: readonly (readonly [title: string, excerpt?: string])[]) {
  return texts.map(([title, excerpt = ""], at): ComparedArticle => {
    const domain = `paper${at}.example`;
    return {
      title,
      excerpt,
      url: `https://${domain}/1`,
      published: at * HOUR,
      outlet: { name: `Paper ${at}`, domain },
    };
  });
}

function compare(of: readonly ComparedArticle[], pageText: string | null = ""): Comparison {
  return compareArticles(of, pageText, COUNTRIES);
}

/** The marked parts of each headline, as `mark:words`. */
function marks(of: readonly ComparedArticle[]): string[][] {
  return compare(of).headlines.map((ranges, at) =>
    ranges.map(({ start, end, mark }) => `${mark}:${of[at]?.title.slice(start, end)}`),
  );
}

describe("headlines beneath each other", () => {
  test("what all say is common, and what only one says is its own", () => {
    expect(
      marks(
        articles(
          ["The bridge at Lowick is closed after cracks in pillars"],
          ["The bridge at Lowick is closed for two winters of repairs"],
        ),
      ),
    ).toEqual([
      ["common:bridge at Lowick is closed", "own:cracks in pillars"],
      ["common:bridge at Lowick is closed", "own:two winters of repairs"],
    ]);
  });

  test("a single word that another may say in another way is not marked", () => {
    expect(
      marks(
        articles(
          ["The court frees the singer after a long hunger strike"],
          ["The court releases the singer after a long hunger strike"],
        ),
      ).flat(),
    ).not.toContainEqual(expect.stringMatching(/^own/));
  });

  test("inflected forms, compounds and diacritics are the same word", () => {
    const all = marks(
      articles(
        ["Die Feuerwehr löscht den Großbrand in der Möbelfabrik"],
        ["Der Brand in einer Fabrik für Moebel ist von der Feuerwehr gelöscht"],
      ),
    ).flat();
    expect(all.filter((mark) => !mark.startsWith("common"))).toEqual([]);
  });

  test("a country is the same in its adjective", () => {
    const [first] = marks(
      articles(
        ["Norwegian trawlers return to the harbour with empty nets"],
        ["Trawlers of Norway return to the harbour with empty nets"],
      ),
    );
    expect(first).toContain("common:Norwegian trawlers");
  });

  test("of a figure for which another gives another value it says that it differs", () => {
    expect(
      marks(
        articles(
          ["Landslide near Orsa: 12 dead and a road under mud"],
          ["Landslide near Orsa: at least 9 killed and a road under mud"],
        ),
      ).map((own) => own.filter((mark) => mark.startsWith("differs"))),
    ).toEqual([["differs:12"], ["differs:at least 9"]]);
  });

  test("headlines in different languages are compared by figures only", () => {
    expect(
      marks(
        articles(
          ["The ferry with 40 passengers is stuck in the ice"],
          ["Die Fähre mit 40 Passagieren steckt im Eis fest"],
        ),
      ),
    ).toEqual([["common:40"], ["common:40"]]);
  });

  test("a text whose language is not clear gets no marks of words", () => {
    expect(marks(articles(["Zpráva: most spadl"], ["Zpráva: vlak stojí celý den"])).flat()).toEqual(
      [],
    );
  });
});

describe("differing figures", () => {
  const table = (of: readonly ComparedArticle[]) =>
    compare(of).figures.map(({ counts, rows }) => ({
      counts,
      rows: rows.map(({ article, quote, range }) => [article, quote.slice(range.start, range.end)]),
    }));

  test("are rows by time, in the words of each article", () => {
    const [first, second, third] = articles(
      ["Twelve people died in the landslide"],
      ["At least 9 are dead near Orsa"],
      ["The number of the dead rises to 14"],
    ) as [ComparedArticle, ComparedArticle, ComparedArticle];
    expect(table([{ ...first, published: 5 * HOUR }, second, third])).toEqual([
      {
        counts: "dead",
        rows: [
          [1, "At least 9"],
          [2, "14"],
          [0, "Twelve"],
        ],
      },
    ]);
  });

  test.each([
    [
      "equal values in words and digits",
      "Nine people were hurt in the fire",
      "9 were hurt by the fire",
    ],
    ["a rounded figure and an exact one near it", "More than 200 were hurt", "214 were hurt"],
    ["figures for different things", "Nine people were hurt", "Twelve people are missing"],
    ["years and ages", "The mill of 1902 is on fire", "The mill of 1911 is on fire"],
    ["scores", "The team won by 3-1 at home", "The team won by 4-1 at home"],
    ["shares of different things", "Rents rose by 4 percent", "Turnout fell to 51 percent"],
  ])("are not %s", (_what, one, other) => {
    expect(table(articles([one], [other]))).toEqual([]);
  });

  test("are found across languages and scripts of digits", () => {
    expect(
      table(
        articles(
          ["Fünf Menschen starben bei dem Unfall in den Bergen"],
          ["Siete personas murieron en el accidente de la sierra"],
          ["مقتل ٦ أشخاص في حادث بالجبال"],
        ),
      ),
    ).toEqual([
      {
        counts: "dead",
        rows: [
          [0, "Fünf"],
          [1, "Siete"],
          [2, "٦"],
        ],
      },
    ]);
  });

  test("leave out an article that gives two values for one thing", () => {
    expect(
      table(
        articles(
          ["4 dead in the storm, then 6 dead in the flood"],
          ["5 are dead after the storm"],
          ["5 dead, says the mayor"],
        ),
      ),
    ).toEqual([]);
  });
});

describe("what others mention, and the open page does not", () => {
  const PAGE = ["The dam at Ostra is leaking"] as const;
  const missing = (of: readonly ComparedArticle[], pageText: string | null) =>
    compare(of, pageText).missing?.map(({ words, sources }) => [
      words,
      ...sources.map(({ article }) => article),
    ]);
  const TWO_NAME_HER = articles(
    PAGE,
    ["Water runs through the dam", "The engineer Hanna Weiss had warned of it."],
    ["The dam was not checked", "Its keeper, Hanna Weiss, wrote three letters."],
  );

  test("is a name that two texts have", () => {
    expect(missing(TWO_NAME_HER, "The dam has been leaking since the morning.")).toEqual([
      ["Hanna Weiss", 1, 2],
    ]);
  });

  test.each([
    ["in full", "Hanna Weiss had warned of it."],
    ["by the last name", "Weiss had warned of it."],
    ["in another form", "It is one of the warnings that Weissová gave."],
    ["without diacritics", "Hánna Weiß had warned."],
  ])("is no name that the page has %s", (_how, pageText) => {
    expect(missing(TWO_NAME_HER, pageText)).toEqual([]);
  });

  test("is a name although the page has a word like it in small letters", () => {
    const of = articles(
      PAGE,
      ["Water runs through the dam", "The engineer Hanna Farmer had warned of it."],
      ["The dam was not checked", "Its keeper, Hanna Farmer, wrote three letters."],
    );
    expect(missing(of, "The dam waters what farmed land there is.")).toEqual([
      ["Hanna Farmer", 1, 2],
    ]);
    expect(missing(of, "The dam waters the land that Farmed owns.")).toEqual([]);
  });

  test("is no name that only one text has", () => {
    expect(missing(TWO_NAME_HER.slice(0, 2), "The dam is leaking.")).toEqual([]);
  });

  test("is no name that only copies of one text have", () => {
    const excerpt =
      "The engineer Hanna Weiss had warned of the leaking dam in three letters to the district, a spokesman of the water board said on Monday evening.";
    const of = articles(
      PAGE,
      ["Engineer warned of leaking dam", excerpt],
      ["Engineer warned of leaking dam", excerpt],
    );
    expect(missing(of, "The dam is leaking.")).toEqual([]);
  });

  test("is no name that only one owner's outlets have", () => {
    const [page, one, other] = TWO_NAME_HER as [ComparedArticle, ComparedArticle, ComparedArticle];
    const of = [
      page,
      { ...one, outlet: { name: "Post", domain: "nypost.com" } },
      { ...other, outlet: { name: "Sun", domain: "thesun.co.uk" } },
    ];
    expect(missing(of, "The dam is leaking.")).toEqual([]);
  });

  test("is no outlet", () => {
    const of = articles(
      PAGE,
      ["Water runs through the dam", "A reader of Paper 1 saw it first."],
      ["The dam was not checked", "This was seen first by Paper 1 on Monday."],
    );
    expect(missing(of, "The dam is leaking.")).toEqual([]);
  });

  test("is a figure that two texts have, unless the page has another one for it", () => {
    const of = articles(
      PAGE,
      ["Water runs through the dam", "It has 300 villages below it, 40 people were evacuated."],
      ["The dam was not checked", "So far 40 people were evacuated from the valley."],
    );
    expect(missing(of, "The dam is leaking.")).toEqual([["40", 1, 2]]);
    expect(missing(of, "The dam is leaking. Some 25 people were evacuated.")).toEqual([]);
    expect(missing(of, "The dam is leaking. It is forty years old.")).toEqual([]);
  });

  test("is not said where the page's text could not be read", () => {
    expect(compare(TWO_NAME_HER, null).missing).toBeNull();
  });
});
