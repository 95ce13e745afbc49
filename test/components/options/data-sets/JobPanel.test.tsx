// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { JobPanel } from "../../../../components/options/data-sets/JobPanel.tsx";
import type { JobStatus } from "../../../../core/protocol/data-set-status.ts";
import { button, click, field, show, textOf, textsOf } from "../../kit/english.tsx";
import { jobStatus, notedActions } from "./data-set-states.ts";

function panel(fields: Partial<JobStatus> = {}) {
  const actions = notedActions();
  return { place: show(<JobPanel job={jobStatus(fields)} actions={actions} />), ...actions };
}

describe("a job", () => {
  test.each([
    ["import", "running", "Adding “Harbour watch”"],
    ["import", "interrupted", "Adding “Harbour watch” was interrupted"],
    ["import", "failed", "“Harbour watch” could not be added"],
    ["rebuild", "running", "Rebuilding the index of “Harbour watch”"],
    ["rebuild", "interrupted", "Rebuilding the index of “Harbour watch” was interrupted"],
    ["rebuild", "failed", "The index of “Harbour watch” could not be rebuilt"],
  ] as const)("is named: %s, %s", (kind, state, expected) => {
    expect(textOf(panel({ kind, state }).place.querySelector("h3"))).toBe(expected);
  });

  test.each([
    ["import", "running", null, ["Cancel"]],
    ["import", "interrupted", null, ["Resume", "Discard"]],
    ["import", "failed", "disk-full", ["Try again", "Discard"]],
    ["import", "failed", "internal", ["Try again", "Discard"]],
    ["import", "failed", "source-lost", ["Discard"]],
    ["import", "failed", "too-large", ["Discard"]],
    ["rebuild", "running", null, []],
    ["rebuild", "interrupted", null, ["Resume"]],
    ["rebuild", "failed", "disk-full", ["Try again", "Dismiss"]],
    ["rebuild", "failed", "source-lost", ["Dismiss"]],
  ] as const)("offers what helps: %s, %s, %s", (kind, state, failure, expected) => {
    expect(textsOf(panel({ kind, state, failure }).place, "button")).toEqual(expected);
  });
});

describe("a job that runs", () => {
  test("shows how far it is and how long it will take", () => {
    const { place } = panel({ perSecond: 100 });
    const bar = field<HTMLProgressElement>(place, "Records indexed");
    expect([bar.getAttribute("value"), bar.getAttribute("max")]).toEqual(["6200", "18200"]);
    expect(textOf(place.querySelector(".progress p"))).toBe(
      "6,200 of 18,200 · 100 per second · about 2 min left",
    );
    expect(textOf(place)).toContain("You can close this page; the work goes on without it.");
  });

  test.each([null, 0])("makes no forecast at a pace of %s", (perSecond) => {
    expect(textOf(panel({ perSecond }).place.querySelector(".progress p"))).toBe("6,200 of 18,200");
  });

  test("can be cancelled when it is an import", () => {
    const { place, discardJob } = panel();
    click(button(place, "Cancel"));
    expect(discardJob).toHaveBeenCalledTimes(1);
  });
});

describe("a job that stopped", () => {
  test("says where it was interrupted", () => {
    expect(textOf(panel({ state: "interrupted" }).place.querySelector("p"))).toBe(
      "The browser stopped the extension at record 6,200 of 18,200. Nothing done so far is lost.",
    );
  });

  test.each([
    ["disk-full", /^There is not enough room\./],
    ["source-lost", /^The browser has deleted what was read from the files\./],
    ["too-large", /^The data set names more addresses than one index can hold\./],
    ["internal", /^Something went wrong in the extension\./],
    [null, /^Something went wrong in the extension\./],
  ] as const)("says why it failed: %s", (failure, expected) => {
    const { place } = panel({ state: "failed", failure });
    expect(textOf(place.querySelector("p"))).toMatch(expected);
  });

  test("is resumed or discarded by the user", () => {
    const { place, resumeJob, discardJob } = panel({ state: "interrupted" });
    click(button(place, "Resume"));
    click(button(place, "Discard"));
    expect(resumeJob).toHaveBeenCalledTimes(1);
    expect(discardJob).toHaveBeenCalledTimes(1);
  });

  test("is tried again after a failure", () => {
    const { place, resumeJob } = panel({ state: "failed", failure: "internal" });
    click(button(place, "Try again"));
    expect(resumeJob).toHaveBeenCalledTimes(1);
  });
});
