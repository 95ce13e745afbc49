// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { button, click, field, press, submit, textOf, textsOf, type } from "../../kit/english.tsx";
import { BUNDLED, ownDataSet } from "./data-set-states.ts";
import { chooseFile, list, one } from "./shown-data-sets.tsx";

describe("what can be done", () => {
  test("is less for the bundled data set", () => {
    expect(textsOf(list([BUNDLED]).place, ".tools button")).toEqual([
      "Markdown (.zip)",
      "JSON Lines",
      "CSV",
    ]);
  });

  test("is all for the user's own", () => {
    expect(textsOf(one().place, ".tools button")).toEqual([
      "Rename",
      "Replace…",
      "Site access…",
      "Rebuild index",
      "Markdown (.zip)",
      "JSON Lines",
      "CSV",
      "Delete",
    ]);
  });

  test("is done at once", () => {
    const { place, rebuild, remove, export: give } = one();
    click(button(place, "Rebuild index"));
    click(button(place, "JSON Lines"));
    click(button(place, "Delete"));
    expect(rebuild.mock.calls).toEqual([["harbour"]]);
    expect(give.mock.calls).toEqual([["harbour", "jsonl"]]);
    expect(remove.mock.calls).toEqual([["harbour"]]);
  });

  test("waits for other work", () => {
    const { place } = one({}, { isImportBlocked: true, isBuildBlocked: true });
    expect(button(place, "Replace…").disabled).toBe(true);
    expect(button(place, "Rebuild index").disabled).toBe(true);
    expect(button(place, "Rename").disabled).toBe(false);
  });
});

describe("renaming", () => {
  const others = [ownDataSet("harbour", "Harbour watch"), ownDataSet("b", "Politics"), BUNDLED];

  function renaming() {
    const shown = list(others);
    click(button(shown.place, "Rename"));
    return { ...shown, input: field(shown.place, "Name") };
  }

  test("starts with the name there is, ready to be typed over", () => {
    const { input } = renaming();
    expect(input.value).toBe("Harbour watch");
    expect(input.maxLength).toBe(100);
    expect(document.activeElement).toBe(input);
  });

  test("saves with Enter and returns to its button", () => {
    const { place, input, rename } = renaming();
    type(input, "  Port\u202e \n watch ");
    submit(input);
    expect(rename.mock.calls).toEqual([["harbour", "Port watch"]]);
    expect(document.activeElement).toBe(button(place, "Rename"));
  });

  test("ends with Escape, without a change", () => {
    const { place, input, rename } = renaming();
    type(input, "Port watch");
    press(input, "Escape");
    expect(rename).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(button(place, "Rename"));
  });

  test("is not ended by the Escape that ends a composition", () => {
    const { place, input } = renaming();
    press(input, "Escape", { isComposing: true });
    expect(field(place, "Name")).toBe(input);
  });

  test.each([
    ["  ", "Enter a name."],
    ["politics", "There is already a data set with this name."],
    [" Made up ", "There is already a data set with this name."],
    ["x".repeat(101), "A name can have 100 characters at most."],
    ["\u202e\u200f", "Enter a name."],
  ])("refuses %j", (typed, expected) => {
    const { place, input, rename } = renaming();
    type(input, typed);
    submit(input);
    expect(textOf(place.querySelector(".tool-form [role=alert]"))).toBe(expected);
    expect(input.getAttribute("aria-invalid")).toBe("true");
    expect(rename).not.toHaveBeenCalled();
    type(input, "Port");
    expect(textOf(place.querySelector(".tool-form [role=alert]"))).toBe("");
  });

  test("may change the case of its own name", () => {
    const { input, rename } = renaming();
    type(input, "HARBOUR WATCH");
    submit(input);
    expect(rename.mock.calls).toEqual([["harbour", "HARBOUR WATCH"]]);
  });

  test("to the same name is no change", () => {
    const { place, input, rename } = renaming();
    submit(input);
    expect(rename).not.toHaveBeenCalled();
    expect(button(place, "Rename")).not.toBeNull();
  });
});

describe("replacing", () => {
  test("asks for files first", () => {
    const { place, replace } = one();
    click(button(place, "Replace…"));
    expect(textOf(place.querySelector(".tool-form p"))).toMatch(/^Choose the files that take/);
    chooseFile(place);
    expect(replace.mock.calls).toEqual([["harbour", [expect.any(File)]]]);
  });

  test("can be closed", () => {
    const { place, replace } = one();
    click(button(place, "Replace…"));
    click(button(place, "Cancel"));
    expect(replace).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(button(place, "Replace…"));
  });
});

describe("the access to sites", () => {
  test("is chosen and saved", () => {
    const { place, changeAccess } = one({ access: "toolbar" });
    click(button(place, "Site access…"));
    expect(field(place, "Only when I click the toolbar button").checked).toBe(true);
    click(field(place, "On all sites"));
    expect(changeAccess).not.toHaveBeenCalled();
    submit(button(place, "Save"));
    expect(changeAccess.mock.calls).toEqual([["harbour", "all"]]);
  });

  test("is chosen with the sites in sight", () => {
    const { place } = one({ patterns: ["*://*.a.example/*", "*://*.b.example/*"] });
    click(button(place, "Site access…"));
    expect(textsOf(place, ".site-list li")).toEqual(["a.example", "b.example"]);
    expect(field(place, "On its 2 sites").checked).toBe(true);
  });

  test("stays as it is on Escape", () => {
    const { place, changeAccess } = one();
    click(button(place, "Site access…"));
    click(field(place, "On all sites"));
    press(field(place, "On all sites"), "Escape");
    expect(changeAccess).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(button(place, "Site access…"));
  });
});
