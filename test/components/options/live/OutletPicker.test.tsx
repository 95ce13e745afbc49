// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import type { ListedOutlet, StarterList } from "../../../../core/outlets/starter-list.ts";
import type { OutletStatus } from "../../../../core/protocol/live-status.ts";
import { button, click, field, press, submit, textOf, textsOf, type } from "../../kit/english.tsx";
import { live, outlet } from "./live-states.tsx";

const entry = (name: string, country: string, language: string): ListedOutlet => {
  const domain = `${name.toLowerCase()}.example`;
  const evidence = { kind: "checked", date: "2026-03-31" } as const;
  const facts = { country, language, kind: "paper", evidence } as const;
  return { name, domains: [domain], feed: `https://${domain}/rss`, ...facts };
};
const ECHO: ListedOutlet = { ...entry("Echo", "FR", "fr"), kind: "public" };
const DAWN = entry("Dawn", "PK", "en");
const BLICK: ListedOutlet = { ...entry("Blick", "CH", "de"), owner: "Alps Media" };
const TEMPS = entry("Temps", "CH", "fr");
const LIST: StarterList = { writtenDown: "2026-04-01", outlets: [ECHO, DAWN, BLICK, TEMPS] };

const picker = (
  picked: readonly OutletStatus[] = [],
  list: StarterList | null | "failed" = LIST,
  languages: readonly string[] = [],
) => live(picked, { panel: { kind: "picker", list, languages } });
const listed = (place: Element) => textsOf(place, ".outlet-choices bdi");

function choose(place: Element, label: string, value: string): void {
  const select = field<HTMLSelectElement>(place, label);
  select.value = value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}
function tick(place: Element, name: string): void {
  const labels = Array.from(place.querySelectorAll<HTMLElement>(".outlet-choices label"));
  const box = labels
    .find((label) => textOf(label.querySelector("bdi")) === name)
    ?.querySelector("input");
  if (box == null) throw new Error(`no box for ${name}`);
  click(box);
}

describe("the outlets to choose from", () => {
  test("are listed by name, with what the list knows of them", () => {
    const { place } = picker();
    expect(textsOf(place, ".outlet-choices li")).toEqual([
      "BlickSwitzerland · German · Newspaper or magazine · Alps Media",
      "DawnPakistan · English · Newspaper or magazine",
      "EchoFrance · French · Public broadcaster",
      "TempsSwitzerland · French · Newspaper or magazine",
    ]);
  });

  test("show the date on which the list was made", () => {
    expect(textOf(picker().place.querySelector(".panel .fine"))).toBe(
      "Addresses as they were on Apr 1, 2026. No feed is requested before you add it.",
    );
  });

  test("are loading", () => {
    expect(picker([], null).place.querySelector("[aria-busy=true]")).not.toBeNull();
  });

  test("that could not be read are reported, and can be closed", () => {
    const { place, closePanel } = picker([], "failed");
    expect(textsOf(place, ".error")).toEqual(["The list could not be read. Reload this page."]);
    click(button(place, "Cancel"));
    expect(closePanel).toHaveBeenCalledTimes(1);
  });
});

describe("the list is filtered", () => {
  test("by words of the name, the site or the country", () => {
    const { place } = picker();
    type(field(place, "Search"), "SWITZ");
    expect(listed(place)).toEqual(["Blick", "Temps"]);
  });

  test("by country and language", async () => {
    const { place } = picker();
    choose(place, "Country", "CH");
    await expect.poll(() => listed(place)).toEqual(["Blick", "Temps"]);
    choose(place, "Language", "fr");
    await expect.poll(() => listed(place)).toEqual(["Temps"]);
  });

  test("to nothing, with a message", () => {
    const { place } = picker();
    type(field(place, "Search"), "zzz");
    expect(textsOf(place, ".choices-none")).toEqual(["Nothing matches."]);
  });

  test("by Enter without adding what was chosen before", () => {
    const { place, add } = picker();
    tick(place, "Echo");
    press(field(place, "Search"), "Enter");
    expect(add).not.toHaveBeenCalled();
  });
});

describe("who reads some languages", () => {
  const french = () => picker([], LIST, ["fr-CA", "fr", "pt"]);

  test("sees the outlets in these first", () => {
    const { place } = french();
    expect(field<HTMLSelectElement>(place, "Language").selectedOptions[0]?.text).toBe(
      "Your languages",
    );
    expect(listed(place)).toEqual(["Echo", "Temps"]);
  });

  test("finds an outlet in another language by its name", () => {
    const { place } = french();
    type(field(place, "Search"), "dawn");
    expect(listed(place)).toEqual(["Dawn"]);
  });

  test("can choose another language, or all", async () => {
    const { place } = french();
    choose(place, "Language", "de");
    await expect.poll(() => listed(place)).toEqual(["Blick"]);
    choose(place, "Language", "");
    await expect.poll(() => listed(place)).toHaveLength(4);
  });

  test("sees all where no outlet is in these", () => {
    const { place } = picker([], LIST, ["ja"]);
    expect(listed(place)).toHaveLength(4);
    expect(textsOf(place, "option")).not.toContain("Your languages");
  });
});

describe("what is chosen", () => {
  test("is shown, also where the list does not show it, and can be taken out there", () => {
    const { place } = picker();
    tick(place, "Echo");
    tick(place, "Dawn");
    type(field(place, "Search"), "blick");
    expect(textsOf(place, ".chosen-outlets li")).toEqual(["Echo", "Dawn"]);
    click(button(place, "Take out \u2068Echo\u2069"));
    expect(textsOf(place, ".chosen-outlets li")).toEqual(["Dawn"]);
    expect(button(place, "Add 1 outlet").disabled).toBe(false);
  });

  test("is added, including what is filtered out at the moment", () => {
    const { place, add } = picker();
    tick(place, "Echo");
    tick(place, "Dawn");
    type(field(place, "Search"), "blick");
    submit(button(place, "Add 2 outlets"));
    expect(add.mock.calls).toEqual([[[ECHO, DAWN]]]);
  });

  test("can be undone", () => {
    const { place } = picker();
    tick(place, "Echo");
    tick(place, "Echo");
    expect(button(place, "Add 0 outlets").disabled).toBe(true);
  });

  test("can be all that is shown, or nothing", () => {
    const { place } = picker();
    type(field(place, "Search"), "switz");
    click(button(place, "Select all 2 shown"));
    expect(button(place, "Add 2 outlets").disabled).toBe(false);
    click(button(place, "Select none"));
    expect(button(place, "Add 0 outlets").disabled).toBe(true);
  });

  test("cannot be an outlet that was added already", () => {
    const { place, add } = picker([outlet("Echo", { feed: ECHO.feed })]);
    expect(textsOf(place, ".outlet-choices label:has(input:disabled)")).toEqual([
      "EchoAlready added",
    ]);
    click(button(place, "Select all 3 shown"));
    submit(button(place, "Add 3 outlets"));
    expect(add.mock.calls[0]?.[0]).not.toContain(ECHO);
  });
});

test("the arrow keys go from box to box, past those that are there", () => {
  const { place } = picker([outlet("Dawn", { feed: DAWN.feed })]);
  const [blick, dawn, echo] = place.querySelectorAll<HTMLInputElement>(".outlet-choices input");
  expect(dawn?.disabled).toBe(true);
  blick?.focus();
  if (blick !== undefined) press(blick, "ArrowDown");
  expect(document.activeElement).toBe(echo);
  if (echo !== undefined) press(echo, "ArrowUp");
  expect(document.activeElement).toBe(blick);
});
