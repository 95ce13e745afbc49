// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import type { LivePanel } from "../../../../components/options/live/live-actions.ts";
import { button, click, NOW, textOf, textsOf } from "../../kit/english.tsx";
import { live, outlet } from "./live-states.tsx";

const GAZETTE = outlet("Gazette");

describe("without outlets", () => {
  test("it explains what can be done and that nothing is sent", () => {
    const { place } = live([]);
    expect(textsOf(place, "h2, h3")).toEqual(["Your outlets", "None picked yet"]);
    expect(textOf(place.querySelector(".group-head p"))).toMatch(
      /Only the feeds you pick are requested, at set times that do not depend on what you read/,
    );
    expect(place.querySelector(".outlets, select")).toBeNull();
  });

  test("there are three ways to add some, and nothing to export", () => {
    const { place, openPicker, openAddress } = live([]);
    expect(textsOf(place, "button")).toEqual([
      "Choose outlets…",
      "Add by address…",
      "Import OPML…",
    ]);
    click(button(place, "Choose outlets…"));
    click(button(place, "Add by address…"));
    expect([openPicker, openAddress].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  });
});

describe("the outlets as a whole", () => {
  test("have a summary, and can be polled now", () => {
    const { place, poll } = live([GAZETTE, outlet("Coast", { articlesToday: 1 })]);
    expect(textOf(place.querySelector(".live-summary p"))).toBe(
      "2 outlets, 25 articles todayChecked 3 minutes ago",
    );
    click(button(place, "Check now"));
    expect(poll.mock.calls).toEqual([[null]]);
  });

  test("show the progress of a poll, which can be stopped", () => {
    const { place, stopPolling } = live([GAZETTE], { status: { round: { done: 3, total: 8 } } });
    expect(textOf(place.querySelector(".progress .fine"))).toBe("3 of 8 · 24 articles today");
    click(button(place, "Stop"));
    expect(stopPolling).toHaveBeenCalledTimes(1);
  });

  test.each([
    ["connection", "There is no connection. Checking goes on as soon as there is one."],
    [
      "unmetered-connection",
      "The browser is set to save data. Until that is off, outlets are checked only when you ask for it.",
    ],
  ] as const)("show why no poll is running: %s", (waitsFor, text) => {
    const { place } = live([GAZETTE], { status: { waitsFor } });
    expect(textsOf(place, ".live-waits")).toEqual([text]);
  });

  test("are exported", () => {
    const { place, exportOpml } = live([GAZETTE]);
    click(button(place, "Export OPML"));
    expect(exportOpml).toHaveBeenCalledTimes(1);
  });

  test("are shown as none when the only one was removed, but it can be restored", () => {
    const { place, restore } = live([outlet("Gazette", { removedAt: NOW })]);
    expect(place.querySelector(".live-summary")).toBeNull();
    click(button(place, "Undo"));
    expect(restore.mock.calls).toEqual([[GAZETTE.id]]);
  });
});

describe("how long articles are kept", () => {
  const select = (place: Element, number: number) => {
    const found = place.querySelectorAll("select")[number];
    if (found === undefined) throw new Error("no such choice");
    return found;
  };

  test("is shown with what is kept now", () => {
    const { place } = live([GAZETTE]);
    expect([select(place, 0).value, select(place, 1).value]).toEqual(["30", "200"]);
    expect(textsOf(place, "small")).toEqual([
      "Kept now: 1,310 articles, 432 kB. Beyond either limit, the oldest are deleted first.",
    ]);
  });

  test("is chosen", () => {
    const { place, onKeepChange } = live([GAZETTE]);
    const choose = (number: number, value: string) => {
      select(place, number).value = value;
      select(place, number).dispatchEvent(new Event("change", { bubbles: true }));
    };
    choose(0, "90");
    choose(1, "1000");
    expect(onKeepChange.mock.calls).toEqual([[{ liveDays: 90 }], [{ liveMegabytes: 1000 }]]);
  });
});

describe("a file that is not a list of feeds", () => {
  test.each([
    ["not-opml", "“feeds.txt” is not an OPML file."],
    ["too-large", "“feeds.txt” was not read: it is larger than 5 MB."],
    ["unreadable", "“feeds.txt” could not be read. Choose it again."],
  ] as const)("is reported: %s", (fault, text) => {
    const { place } = live([], { failedFile: { name: "feeds.txt", fault } });
    expect(textsOf(place, "[role=alert]")).toEqual([text]);
  });
});

describe("the focus", () => {
  const panel: LivePanel = { kind: "address", siteOf: null };

  test("goes to the heading of what was opened, and back", () => {
    const { place, draw } = live([GAZETTE]);
    draw([GAZETTE], { panel });
    expect(textOf(document.activeElement)).toBe("Add a feed by its address");
    draw([GAZETTE]);
    expect(textOf(document.activeElement)).toBe("Your outlets");
    expect(place.contains(document.activeElement)).toBe(true);
  });

  test("goes to “Undo” where the outlet that had it was removed", () => {
    const { place, draw } = live([GAZETTE, outlet("Ultimate")]);
    place.querySelector<HTMLElement>(".outlets summary")?.focus();
    draw([{ ...GAZETTE, removedAt: NOW }, outlet("Ultimate")]);
    expect(textOf(document.activeElement)).toBe("Undo");
  });
});
