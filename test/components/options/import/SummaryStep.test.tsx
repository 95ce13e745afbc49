// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import type { SummaryView } from "../../../../components/options/import/import-view.ts";
import { SummaryStep } from "../../../../components/options/import/SummaryStep.tsx";
import { button, click, field, show, submit, textOf, textsOf, type } from "../../kit/english.tsx";
import { BUNDLED, ownDataSet } from "../data-sets/data-set-states.ts";
import { notedImportActions, SUMMARY, summaryView } from "./import-states.ts";

const DATA_SETS = [
  BUNDLED,
  ownDataSet("harbour", "Harbour watch", { access: "toolbar" }),
  ownDataSet("politics", "Politics", {}, { version: "5a3e5a3e" }),
];

function summary(fields: Partial<SummaryView> = {}) {
  const actions = notedImportActions();
  const place = show(
    <SummaryStep view={summaryView(fields)} dataSets={DATA_SETS} actions={actions} />,
  );
  const facts = () => {
    const names = textsOf(place, "dt");
    return Object.fromEntries(textsOf(place, "dd").map((value, at) => [names[at] ?? "", value]));
  };
  return { place, facts, name: field(place, "Name"), ...actions };
}

const suggested = (name: string) => ({ name, description: "", licence: "", source: "" });
const nameError = (place: Element) => textOf(place.querySelector(".text-field [role=alert]"));

describe("what was found", () => {
  test("is shown before anything is added", () => {
    expect(summary({ quota: { needed: 84_000_000, free: 212_000_000_000 } }).facts()).toEqual({
      Articles: "18,234",
      Outlets: "410",
      Sites: "412",
      Dates: expect.stringMatching(/^Jan 3, 2023\s–\sOct 28, 2024$/),
      Quality: "3.5 to 184 · 9,120 rated",
      Duplicates: "12",
      "Records rejected": "41",
      "Records repaired": "310",
      "Fields left out": "27",
      "Files passed over": "3",
      "Space needed": "about 84 MB of 212 GB free",
    });
  });

  test("names the columns that were not used, the first 20 of them", () => {
    const names = Array.from({ length: 30 }, (_, i) => `column_${i + 1}`);
    const shown = summary({ unused: names }).facts()["Columns not used"] ?? "";
    expect(shown.replace(/[\u2068\u2069]/g, "")).toBe(`${names.slice(0, 20).join(", ")} …`);
    expect(summary().facts()).not.toHaveProperty("Columns not used");
  });

  test("may have no dates and no rating", () => {
    const { facts } = summary({ summary: { ...SUMMARY, from: null, to: null, quality: null } });
    expect(facts()).toMatchObject({ Dates: "Not stated", Quality: "Not rated" });
    expect(facts()).not.toHaveProperty("Space needed");
  });

  test("may be more than there is space for", () => {
    const { place } = summary({ quota: { needed: 84_000_000, free: 12_000_000 } });
    expect(textsOf(place, ".trouble")).toEqual([
      "This may not fit: it needs about 84 MB, and the browser has 12 MB free.",
    ]);
  });

  test("may be in the list already, which is shown before anything else", () => {
    const { place } = summary({ summary: { ...SUMMARY, version: "5a3e5a3e" } });
    expect(textOf(place.querySelector("h3 + *"))).toBe(
      "These are exactly the articles of “Politics”, which is already here.",
    );
  });

  test("may be in the data set to be replaced already", () => {
    const replaces = { id: "politics", name: "Politics" };
    const { place } = summary({ summary: { ...SUMMARY, version: "5a3e5a3e" }, replaces });
    expect(textOf(place.querySelector("h3 + *"))).toMatch(/^These are exactly the articles/);
  });

  test("comes with its first problems and a report", () => {
    const { place, downloadReport } = summary({ firstProblems: ["a.md:3: <b>"], hasReport: true });
    expect(place.querySelector("details")?.open).toBe(false);
    expect(textsOf(place, ".findings summary *")).toEqual([
      "41 records cannot be used",
      "First problems",
    ]);
    expect(textsOf(place, ".problems li")).toEqual(["a.md:3: <b>"]);
    click(button(place, "Download report"));
    expect(downloadReport).toHaveBeenCalledTimes(1);
  });

  test("does not mention rejections when there are none", () => {
    const { place } = summary({ firstProblems: ["a.md:3: <b>"], rejected: 0 });
    expect(textsOf(place, ".findings summary *")).toEqual(["First problems"]);
    expect(place.querySelector(".findings")?.hasAttribute("data-rejected")).toBe(false);
  });

  test("shows no findings when there are none", () => {
    const { place } = summary();
    expect(place.querySelector(".findings")).toBeNull();
    expect(textsOf(place, "button")).toEqual(["Add data set", "Cancel"]);
  });
});

describe("adding", () => {
  test("takes what is suggested, on the data set's sites", () => {
    const { place, name, confirm } = summary({
      suggested: { name: "harbour", description: "By hand.", licence: "CC0", source: "a.example" },
    });
    expect(name.value).toBe("harbour");
    expect(field(place, "On its 412 sites").checked).toBe(true);
    submit(name);
    expect(confirm.mock.calls).toEqual([
      [
        {
          name: "harbour",
          description: "By hand.",
          licence: "CC0",
          source: "a.example",
          access: "sites",
          replaces: null,
        },
      ],
    ]);
  });

  test("takes what the user enters instead", () => {
    const { place, name, confirm } = summary();
    type(name, " Port ");
    type(field(place, "Licence (optional)"), " CC BY 4.0 ");
    type(field(place, "Source (optional)"), "https://a.example");
    click(field(place, "Only when I click the toolbar button"));
    submit(name);
    expect(confirm.mock.calls).toEqual([
      [
        {
          name: "Port",
          description: "",
          licence: "CC BY 4.0",
          source: "https://a.example",
          access: "toolbar",
          replaces: null,
        },
      ],
    ]);
  });

  test("asks the browser for permission within the user's click", () => {
    const { place, confirm } = summary();
    button(place, "Add data set").click();
    expect(confirm).toHaveBeenCalledTimes(1);
  });

  test("says what the browser will ask for", () => {
    const { place } = summary();
    const help = (label: string) =>
      textOf(document.getElementById(field(place, label).getAttribute("aria-describedby") ?? ""));
    expect(help("On its 412 sites")).toBe("The browser will ask for permission for these sites.");
    expect(help("On all sites")).toBe(
      "The browser will ask for permission for all sites. The extension still runs only on pages of sites that your data sets name.",
    );
    expect(help("Only when I click the toolbar button")).toBe("Needs no permission.");
  });

  test("needs a name", () => {
    const { place, name, confirm } = summary({ suggested: suggested("") });
    expect(nameError(place)).toBe("");
    submit(name);
    expect(nameError(place)).toBe("Enter a name.");
    expect(document.activeElement).toBe(name);
    expect(confirm).not.toHaveBeenCalled();
  });

  test("shows the sites before the browser asks", () => {
    const { place } = summary({ patterns: ["*://*.a.example/*", "*://b.example/*"] });
    expect(textsOf(place, ".site-list li")).toEqual(["a.example", "b.example"]);
  });

  test("takes a name without what cannot be seen", () => {
    const { name, confirm } = summary();
    type(name, "\u202ePort\u202c  watch");
    submit(name);
    expect(confirm.mock.lastCall?.[0].name).toBe("Port watch");
  });

  test("does not take a name that is too long, and says so", () => {
    const { place, name, confirm } = summary();
    type(name, "x".repeat(101));
    submit(name);
    expect(nameError(place)).toBe("A name can have 100 characters at most.");
    expect(confirm).not.toHaveBeenCalled();
  });

  test("can be cancelled", () => {
    const { place, cancel } = summary();
    click(button(place, "Cancel"));
    expect(cancel).toHaveBeenCalledTimes(1);
  });

  test("is done once however often it is clicked", () => {
    const { place, name, confirm } = summary({ isConfirming: true });
    submit(name);
    expect(confirm).not.toHaveBeenCalled();
    expect(button(place, "Add data set").getAttribute("aria-disabled")).toBe("true");
  });

  test.each([["disk-full", /^It was not added: there is not enough room\./]] as const)(
    "that failed says why: %s",
    (error, expected) => {
      const alerts = textsOf(summary({ error }).place, "[role=alert]");
      expect(alerts.at(-1)).toMatch(expected);
    },
  );
});

describe("a name that is taken", () => {
  test("is refused, and offers to replace", () => {
    const { place, name, confirm } = summary({ suggested: suggested("politics") });
    expect(nameError(place)).toBe("There is already a data set with this name.");
    submit(name);
    expect(confirm).not.toHaveBeenCalled();
    click(button(place, "Replace “Politics” instead"));
    expect(nameError(place)).toBe("");
    const replace = button(place, "Replace “Politics”");
    expect(document.activeElement).toBe(replace);
    submit(replace);
    expect(confirm.mock.lastCall?.[0]).toMatchObject({
      name: "politics",
      replaces: "politics",
    });
  });

  test("by the bundled data set cannot be replaced", () => {
    const { place } = summary({ suggested: suggested("Made up") });
    expect(nameError(place)).toBe("There is already a data set with this name.");
    expect(textsOf(place, "button")).toEqual(["Add data set", "Cancel"]);
  });

  test("can be changed", () => {
    const { place, name } = summary({ suggested: suggested("Politics") });
    type(name, "Politics 2");
    expect(nameError(place)).toBe("");
    expect(textsOf(place, "button")).toEqual(["Add data set", "Cancel"]);
  });
});

describe("replacing", () => {
  const replaces = { id: "harbour", name: "Harbour watch" };

  test("keeps the name and the access that there were", () => {
    const { place, name, confirm } = summary({ replaces });
    expect(name.value).toBe("Harbour watch");
    expect(textOf(place.querySelector(".trouble p"))).toBe(
      "These articles will take the place of those in “Harbour watch”.",
    );
    submit(button(place, "Replace “Harbour watch”"));
    expect(confirm.mock.lastCall?.[0]).toMatchObject({
      name: "Harbour watch",
      access: "toolbar",
      replaces: "harbour",
    });
  });

  test("can be undone, after which another name is needed", () => {
    const { place, name } = summary({ replaces });
    click(button(place, "Keep both"));
    expect(document.activeElement).toBe(name);
    expect(nameError(place)).toBe("There is already a data set with this name.");
    expect(button(place, "Add data set")).not.toBeNull();
  });
});
