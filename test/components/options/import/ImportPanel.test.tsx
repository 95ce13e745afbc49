// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { describe, expect, test } from "vitest";
import { ImportPanel } from "../../../../components/options/import/ImportPanel.tsx";
import type {
  ColumnsView,
  ImportView,
  ReadingView,
} from "../../../../components/options/import/import-view.ts";
import { button, click, field, show, submit, textOf, textsOf } from "../../kit/english.tsx";
import { notedImportActions, SUMMARY, summaryView } from "./import-states.ts";

function panel(view: ImportView) {
  const actions = notedImportActions();
  const place = show(<ImportPanel view={view} dataSets={[]} actions={actions} />);
  return { place, ...actions };
}

const READING: ReadingView = {
  step: "reading",
  files: 1234,
  bytesRead: 31_400_000,
  bytesTotal: 84_000_000,
  records: 6180,
  rejected: 3,
  perSecond: 2100.4,
  secondsLeft: 24.2,
};

describe("reading files", () => {
  test("shows how far it is", () => {
    const { place } = panel(READING);
    const bar = field<HTMLProgressElement>(place, "31.4 MB of 84 MB");
    expect([bar.getAttribute("value"), bar.getAttribute("max")]).toEqual(["31400000", "84000000"]);
    expect(textOf(place.querySelector(".progress p"))).toBe(
      "1,234 files · 6,180 records · 3 rejected · 2,100 per second · about 25 sec left",
    );
  });

  test("says that the page has to stay", () => {
    expect(textOf(panel(READING).place)).toContain("Keep this page open until the files are read.");
  });

  test("shows no figure that is not known yet", () => {
    const unknown = { bytesRead: 0, bytesTotal: null, perSecond: null, secondsLeft: null };
    const { place } = panel({ ...READING, ...unknown, files: 1, records: 0, rejected: 0 });
    expect(place.querySelector("progress")?.hasAttribute("value")).toBe(false);
    expect(textOf(place.querySelector(".progress p"))).toBe("1 file · 0 records");
  });

  test("can be cancelled", () => {
    const { place, cancel } = panel(READING);
    click(button(place, "Cancel"));
    expect(cancel).toHaveBeenCalledTimes(1);
  });
});

const COLUMNS: ColumnsView = {
  step: "columns",
  file: "export.csv",
  header: ["headline", "link", "", "paper"],
  sample: [
    ["<b>One</b>", "https://a.example/1", "1", "A"],
    ["ثان", "https://a.example/2", "2"],
  ],
  guess: { url: 1, publisher: 3 },
};

describe("the columns of a table", () => {
  const select = (place: Element, name: string) =>
    place.querySelector<HTMLSelectElement>(`select[name=${name}]`);
  const pick = (place: Element, name: string, value: string) => {
    const element = select(place, name);
    if (element === null) throw new Error(`no select ${name}`);
    void act(() => {
      element.value = value;
      element.dispatchEvent(new Event("change", { bubbles: true }));
    });
  };

  test("are previewed as text, in their own direction", () => {
    const { place } = panel(COLUMNS);
    expect(textsOf(place, "th")).toEqual(["headline", "link", "Column 3", "paper"]);
    expect(textsOf(place, "tbody tr:first-child td")).toEqual([
      "<b>One</b>",
      "https://a.example/1",
      "1",
      "A",
    ]);
    expect(textsOf(place, "tbody tr:last-child td")).toEqual([
      "ثان",
      "https://a.example/2",
      "2",
      "",
    ]);
    expect(place.querySelector("td")?.getAttribute("dir")).toBe("auto");
  });

  test("are previewed for five rows at most, in a part that scrolls by keyboard too", () => {
    const sample = Array.from({ length: 9 }, (_, row) => [String(row)]);
    const { place } = panel({ ...COLUMNS, sample });
    expect(textsOf(place, "tbody tr")).toHaveLength(5);
    expect(place.querySelector(".preview")?.getAttribute("tabindex")).toBe("0");
    expect(place.querySelector(".preview")?.getAttribute("aria-label")).toBe(
      "First rows of the file",
    );
  });

  test("are chosen field by field, the required ones first, the guesses preselected", () => {
    const { place } = panel(COLUMNS);
    const groups = Array.from(place.querySelectorAll("fieldset"), (group) => [
      textOf(group.querySelector("legend")),
      textsOf(group, "label"),
    ]);
    expect(groups).toEqual([
      ["Needed", ["Title", "Address (URL)"]],
      [
        "Optional",
        [
          "Outlet",
          "Outlet’s site",
          "Published",
          "Excerpt",
          "Quality",
          "Topics",
          "Article or video",
          "Picture",
        ],
      ],
    ]);
    expect(select(place, "title")?.value).toBe("");
    expect(select(place, "url")?.value).toBe("1");
    expect(select(place, "publisher")?.value).toBe("3");
    expect(textsOf(place, "select[name=title] option")).toEqual([
      "Not in this file",
      "headline",
      "link",
      "Column 3",
      "paper",
    ]);
  });

  test("cannot be confirmed until there is a title and an address", () => {
    const { place, chooseColumns } = panel(COLUMNS);
    expect(button(place, "Continue").disabled).toBe(true);
    expect(textOf(place.querySelector("[role=status]"))).toBe(
      "Choose the columns for title and address to go on.",
    );
    submit(button(place, "Continue"));
    expect(chooseColumns).not.toHaveBeenCalled();
    pick(place, "title", "0");
    expect(button(place, "Continue").disabled).toBe(false);
    expect(textOf(place.querySelector("[role=status]"))).toBe("");
  });

  test("cannot be the same for both", () => {
    const { place } = panel(COLUMNS);
    pick(place, "title", "1");
    expect(button(place, "Continue").disabled).toBe(true);
  });

  test("are passed on by number, without those that were deselected", () => {
    const { place, chooseColumns } = panel(COLUMNS);
    pick(place, "title", "0");
    pick(place, "quality", "2");
    pick(place, "publisher", "");
    submit(button(place, "Continue"));
    expect(chooseColumns.mock.calls).toEqual([[{ title: 0, url: 1, quality: 2 }]]);
  });

  test("can be closed", () => {
    const { place, cancel } = panel(COLUMNS);
    click(button(place, "Cancel"));
    expect(cancel).toHaveBeenCalledTimes(1);
  });
});

describe("files without a usable record", () => {
  const nothing = summaryView({
    summary: { ...SUMMARY, records: 0 },
    rejected: 53,
    skipped: 3,
    firstProblems: ["a.md:3: title: rejected: expected text", "b.md:1: rejected: no record"],
    hasReport: true,
  });

  test("are reported as empty, with the first problems", () => {
    const { place } = panel(nothing);
    expect(textOf(place.querySelector("h3"))).toBe("Nothing usable found");
    expect(textOf(place)).toContain("53 rejected · Files passed over: 3");
    expect(textsOf(place, ".problems li")).toEqual([
      "a.md:3: title: rejected: expected text",
      "b.md:1: rejected: no record",
    ]);
  });

  test("can only be closed, with the report on request", () => {
    const { place, cancel, downloadReport } = panel(nothing);
    expect(textsOf(place, "button")).toEqual(["Close", "Download report"]);
    click(button(place, "Download report"));
    click(button(place, "Close"));
    expect(downloadReport).toHaveBeenCalledTimes(1);
    expect(cancel).toHaveBeenCalledTimes(1);
  });

  test("offer no report where there is none", () => {
    const { place } = panel({ ...nothing, firstProblems: [], hasReport: false });
    expect(textsOf(place, "button")).toEqual(["Close"]);
    expect(textsOf(place, "h4")).toEqual([]);
  });
});

describe("an import that failed", () => {
  test.each([
    ["storage", /^The browser does not let this extension keep data\./],
    ["disk-full", /^There was not enough room for the files\./],
    ["internal", /^Something went wrong in the extension\./],
  ] as const)("says why: %s", (reason, expected) => {
    const { place } = panel({ step: "failed", reason });
    expect(textOf(place.querySelector("h3"))).toBe("The import did not work");
    expect(textOf(place.querySelector("p"))).toMatch(expected);
  });

  test("can be closed", () => {
    const { place, cancel } = panel({ step: "failed", reason: "internal" });
    click(button(place, "Close"));
    expect(cancel).toHaveBeenCalledTimes(1);
  });
});
