// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import type { ExportState } from "../../../../components/options/data-sets/data-set-actions.ts";
import { button, click, field, textOf, textsOf } from "../../kit/english.tsx";
import { BUNDLED, ownDataSet } from "./data-set-states.ts";
import { chooseFile, list, one } from "./shown-data-sets.tsx";

function facts(place: Element): Record<string, string> {
  const names = textsOf(place, "dt");
  return Object.fromEntries(textsOf(place, "dd").map((value, at) => [names[at] ?? "", value]));
}

describe("a data set", () => {
  test("shows first its name, its size and whether it is in use", () => {
    const { place } = one();
    expect(textsOf(place, ".data-set-head h3, .data-set-head p")).toEqual([
      "Harbour watch",
      "1 record · 4 articles · 1,234 outlets",
    ]);
    expect(place.querySelector<HTMLInputElement>(".switch-input")?.checked).toBe(true);
    expect(place.querySelector("details")?.open).toBe(false);
  });

  test("that came with the extension is marked as such", () => {
    const { place } = list([BUNDLED]);
    expect(textOf(place)).toContain("Comes with the extension");
  });

  test("has the rest in its details", () => {
    const { place } = list([
      ownDataSet("h", "H", {}, { source: "https://a.example/data", licence: "CC BY 4.0" }),
    ]);
    expect(textOf(place.querySelector(".data-set-details > p"))).toBe("Made up for these tests.");
    expect(facts(place)).toEqual({
      Dates: expect.stringMatching(/^Apr 14\s–\s16, 2022$/),
      Sidebar: "On its 1,234 sites",
      "On disk": "4.2 MB",
      Added: "Apr 10, 2026",
      Indexed: "Apr 15, 2026",
      Source: "https://a.example/data",
      Licence: "CC BY 4.0",
      Version: "00c0ffee",
    });
  });

  test("shows no label for a value that is missing", () => {
    const bare = { description: "", licence: "", source: "", from: null, to: null };
    const { place } = list([ownDataSet("h", "H", {}, bare)]);
    expect(Object.keys(facts(place))).toEqual([
      "Sidebar",
      "On disk",
      "Added",
      "Indexed",
      "Version",
    ]);
    expect(place.querySelector(".data-set-details > p")).toBeNull();
  });

  test.each([
    ["sites", "On its 1 site"],
    ["all", "On all sites"],
    ["toolbar", "Only when you click the toolbar button"],
  ] as const)("says where the sidebar shows up: %s", (access, expected) => {
    expect(facts(one({ access, outlets: 1 }).place)["Sidebar"]).toBe(expected);
  });

  test("counts its sites by the permissions that the browser is asked for", () => {
    const patterns = ["*://*.a.example/*", "*://*.b.example/*"];
    expect(facts(one({ patterns }).place)["Sidebar"]).toBe("On its 2 sites");
  });

  test("shows a name in its own text direction, and markup in it as text", () => {
    const { place } = list([ownDataSet("h", "<b>ميناء</b>")]);
    expect(textOf(place.querySelector("h3"))).toBe("<b>ميناء</b>");
    expect(place.querySelector("h3")?.getAttribute("dir")).toBe("auto");
  });

  test("names its switch", () => {
    const { place } = one();
    const label = place.querySelector(".switch-input")?.getAttribute("aria-labelledby");
    expect(textOf(document.getElementById(label ?? ""))).toBe("Harbour watch");
  });
});

describe("the switch", () => {
  test.each([
    [true, false],
    [false, true],
  ])("turns a data set from %s to %s", (isEnabled, wanted) => {
    const { place, enable } = one({ isEnabled });
    place.querySelector<HTMLInputElement>(".switch-input")?.click();
    expect(enable.mock.calls).toEqual([["harbour", wanted]]);
  });
});

describe("the health of a data set", () => {
  test("is not mentioned when it is good", () => {
    expect(textsOf(one().place, ".trouble")).toEqual([]);
  });

  test("says that an index is being built", () => {
    expect(textsOf(one({ health: "rebuilding" }).place, ".trouble")).toEqual([
      "Its index is being rebuilt. Until that is done, its articles are not found.",
    ]);
  });

  test.each([
    [1, /^1 record is damaged/],
    [12, /^12 records are damaged/],
  ])("says how much is damaged: %i", (lostRecords, expected) => {
    const { place } = one({ health: "incomplete", lostRecords });
    expect(textOf(place.querySelector(".trouble p"))).toMatch(expected);
    expect(button(place, "Import again…").disabled).toBe(false);
  });

  test("offers to import again what the browser has deleted", () => {
    const { place, replace } = one({ health: "lost" });
    expect(textOf(place.querySelector(".trouble p"))).toMatch(/^The browser has deleted/);
    expect(button(place, "Rebuild index").disabled).toBe(true);
    expect(button(place, "CSV").disabled).toBe(true);
    click(button(place, "Import again…"));
    expect(place.querySelector("details")?.open).toBe(true);
    expect(document.activeElement).toBe(button(place, "Choose files…"));
    chooseFile(place);
    expect(replace.mock.calls).toEqual([["harbour", [expect.any(File)]]]);
  });
});

describe("the stories of a data set", () => {
  test("are not mentioned when they are complete", () => {
    expect(textOf(one().place)).not.toContain("tories");
  });

  test("show how far they are found, with the number in the user's locale", () => {
    const { place } = one({ stories: { kind: "building", share: 0.427 } });
    expect(textOf(place.querySelector(".progress"))).toBe("Finding stories: 43%");
    expect(place.querySelector("progress")?.value).toBe(0.427);
  });

  test("say that they wait", () => {
    const { place } = one({ stories: { kind: "waiting" } });
    expect(textOf(place)).toContain("Stories: waiting for their turn");
    expect(place.querySelector("progress")).toBeNull();
  });

  test("say that they could not be found, and what helps", () => {
    const { place, rebuild } = one({ stories: { kind: "failed" } });
    expect(textOf(place.querySelector(".trouble p"))).toBe(
      "Its stories could not be found: the disk may be full. Until they are, pages are found by their addresses only. Free some space, then rebuild the index.",
    );
    click(button(place, "Rebuild index"));
    expect(rebuild.mock.calls).toEqual([["harbour"]]);
  });

  test.each([{ kind: "building", share: 0.5 }, { kind: "waiting" }, { kind: "failed" }] as const)(
    "are not mentioned while the data set itself does not answer: $kind",
    (stories) => {
      const { place } = one({ health: "failed", stories });
      expect(textOf(place)).not.toContain("tories");
      expect(place.querySelector("progress")).toBeNull();
    },
  );

  test("are mentioned beside records that are damaged", () => {
    const { place } = one({ health: "incomplete", lostRecords: 2, stories: { kind: "waiting" } });
    expect(textOf(place)).toContain("Stories: waiting for their turn");
  });
});

describe("missing permission", () => {
  test("is shown, and can be granted", () => {
    const { place, allow } = one({ isAccessGranted: false });
    expect(textOf(place.querySelector(".trouble p"))).toBe(
      "You have not allowed these sites, so the sidebar does not open there by itself.",
    );
    click(button(place, "Allow"));
    expect(allow.mock.calls).toEqual([["harbour"]]);
  });

  test.each([
    ["the data set needs none", { access: "toolbar" }],
    ["the data set is switched off", { isEnabled: false }],
  ] as const)("is not mentioned when %s", (_, fields) => {
    expect(textsOf(one({ isAccessGranted: false, ...fields }).place, ".trouble")).toEqual([]);
  });
});

describe("an export", () => {
  const exporting: ExportState = { id: "harbour", format: "md", done: 4000, total: 18_234 };

  test("shows how far it is and can be cancelled", () => {
    const { place, cancelExport } = one({}, { exporting });
    const bar = field<HTMLProgressElement>(place, "Exporting as Markdown (.zip)");
    expect([bar.getAttribute("value"), bar.getAttribute("max")]).toEqual(["4000", "18234"]);
    expect(textOf(place.querySelector(".progress p"))).toBe("4,000 of 18,234");
    click(button(place, "Cancel"));
    expect(cancelExport).toHaveBeenCalledTimes(1);
  });

  test("is one at a time", () => {
    const { place } = list([ownDataSet("other", "Other")], { exporting });
    expect(button(place, "CSV").disabled).toBe(true);
    expect(place.querySelector("progress")).toBeNull();
  });
});
