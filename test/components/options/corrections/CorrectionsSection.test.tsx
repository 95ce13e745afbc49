// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import { CorrectionsSection } from "../../../../components/options/corrections/CorrectionsSection.tsx";
import type {
  CorrectionActions,
  FailedCorrectionsFile,
} from "../../../../components/options/corrections/correction-actions.ts";
import type { Correction } from "../../../../core/corrections/corrections.ts";
import { button, click, show, showIn, textOf, textsOf } from "../../kit/english.tsx";

const SAID: Correction = {
  page: "a.example/story?id=7",
  article: "b.example/other",
  pageTitle: "The ferry returns",
  articleTitle: "Bus drivers strike",
  at: Date.UTC(2026, 3, 14, 9, 0),
};

function section(
  corrections: readonly Correction[],
  failedFile: FailedCorrectionsFile | null = null,
) {
  const actions = {
    remove: vi.fn<CorrectionActions["remove"]>(),
    export: vi.fn<CorrectionActions["export"]>(),
    import: vi.fn<CorrectionActions["import"]>(),
    clear: vi.fn<CorrectionActions["clear"]>(),
  };
  const draw = (list: readonly Correction[]) => (
    <CorrectionsSection corrections={list} failedFile={failedFile} actions={actions} />
  );
  const place = show(draw(corrections));
  return { place, ...actions, redraw: (list: readonly Correction[]) => showIn(place, draw(list)) };
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ ...SAID, article: `b.example/${i}` }));

describe("your corrections", () => {
  test("are stated to stay on this device", () => {
    expect(textsOf(section([]).place, ".group-head p")).toEqual([
      "Articles that you said tell another story than the page you were on. The list shows what you have read, so it stays on this device, unless you export it yourself.",
    ]);
  });

  test("are shown with both articles and the day", () => {
    const { place } = section([SAID]);
    expect(textsOf(place, ".corrections-count")).toEqual(["1 correction"]);
    expect(textsOf(place, ".corrections li > div > *")).toEqual([
      "Bus drivers strikeb.example/other",
      "tells another story than",
      "The ferry returnsa.example/story?id=7",
      "Apr 14, 2026",
    ]);
  });

  test("are shown with the address alone where no title is known", () => {
    const { place } = section([{ ...SAID, pageTitle: "", articleTitle: "" }]);
    expect(textsOf(place, ".corrected")).toEqual(["b.example/other", "a.example/story?id=7"]);
  });

  test("show a host in its own letters where it cannot be taken for another", () => {
    const page = "xn--bcher-kva.example/x";
    const article = "xn--80ak6aa92e.example/x";
    expect(textsOf(section([{ ...SAID, page, article }]).place, ".corrected-address")).toEqual([
      "xn--80ak6aa92e.example/x",
      "bücher.example/x",
    ]);
  });

  test("are text, never markup, and no links", () => {
    const { place } = section([{ ...SAID, pageTitle: "<img src=x>", article: "b.example/<b>" }]);
    expect(place.querySelector(".corrections img, .corrections b, .corrections a")).toBeNull();
    expect(textOf(place)).toContain("<img src=x>");
  });

  test("are the twenty newest, and how many are older", () => {
    const { place } = section(numbered(23));
    expect(textsOf(place, ".corrections-count")).toEqual(["23 corrections"]);
    expect(place.querySelectorAll(".corrections li")).toHaveLength(20);
    expect(textsOf(place, ".box > .fine")).toEqual(["and 3 older ones"]);
  });

  test("that do not exist are shown as an empty list, with the import only", () => {
    const { place } = section([]);
    expect(textOf(place.querySelector(".box p"))).toBe(
      "None. Use “Not the same story” on an article in the sidebar or the popup.",
    );
    expect(textsOf(place, "button")).toEqual(["Import…"]);
  });
});

describe("a correction", () => {
  test("can be removed, and the button says which", () => {
    const { place, remove } = section([SAID]);
    const id = button(place, "Remove").getAttribute("aria-describedby") ?? "";
    expect(textOf(document.getElementById(id))).toContain("Bus drivers strike");
    click(button(place, "Remove"));
    expect(remove.mock.calls).toEqual([[SAID]]);
  });

  test("that is removed moves the focus to the heading of the list", () => {
    const { place, redraw } = section(numbered(2));
    const [first] = place.querySelectorAll<HTMLButtonElement>(".corrections button");
    first?.focus();
    redraw(numbered(2).slice(1));
    expect(textOf(document.activeElement)).toBe("Your corrections");
  });
});

describe("all corrections", () => {
  test("can be exported and cleared", () => {
    const { place, ...actions } = section([SAID]);
    click(button(place, "Export"));
    expect(actions.export).toHaveBeenCalledTimes(1);
    click(button(place, "Clear all"));
    expect(actions.clear).toHaveBeenCalledTimes(1);
  });

  test("can be imported from a file", () => {
    const { place, ...actions } = section([]);
    const input = place.querySelector<HTMLInputElement>("input[type=file]");
    const file = new File(["{}"], "mine.json");
    Object.defineProperty(input, "files", { value: [file] });
    void act(() => {
      input?.dispatchEvent(new Event("change", { bubbles: true }));
    });
    expect(actions.import.mock.calls).toEqual([[file]]);
  });
});

describe("a file that could not be imported is reported with the reason", () => {
  test.each<[FailedCorrectionsFile["fault"], string]>([
    [{ kind: "too-large" }, "It is larger than 20 MB."],
    [{ kind: "unreadable" }, "It could not be read. Choose it again."],
    [{ kind: "not-json" }, "It is not a JSON file."],
    [{ kind: "other-format" }, "It is not a file of corrections from Second Source."],
    [
      { kind: "other-version", version: "2" },
      "It is of version 2; this Second Source reads version 1.",
    ],
    [{ kind: "too-many" }, "It has more than 10,000 corrections."],
    [
      { kind: "field", number: 1234, field: "pageTitle" },
      "Entry 1,234: “pageTitle” is missing or cannot be used.",
    ],
    [{ kind: "one-article", number: 2 }, "Entry 2: both addresses are of the same article."],
  ])("$kind", (fault, expected) => {
    const { place } = section([], { name: "mine.json", fault });
    expect(textsOf(place, "[role=alert]")).toEqual([`“mine.json” was not imported. ${expected}`]);
  });

  test("and there is none when it was", () => {
    expect(textsOf(section([]).place, "[role=alert]")).toEqual([""]);
  });
});
