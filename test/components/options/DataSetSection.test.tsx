// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { DataSetSection } from "../../../components/options/DataSetSection.tsx";
import type { ImportView, ReadingView } from "../../../components/options/import/import-view.ts";
import type { JobStatus } from "../../../core/protocol/data-set-status.ts";
import { parseSettings } from "../../../core/settings/settings.ts";
import { button, show, showIn, textOf, textsOf } from "../kit/english.tsx";
import { BUNDLED, jobStatus, notedActions, ownDataSet } from "./data-sets/data-set-states.ts";
import { notedImportActions, SUMMARY, summaryView } from "./import/import-states.ts";

interface State {
  readonly importView?: ImportView | null;
  readonly job?: JobStatus | null;
  readonly canImport?: boolean;
}

const READING: ReadingView = {
  step: "reading",
  files: 1,
  bytesRead: 0,
  bytesTotal: null,
  records: 0,
  rejected: 0,
  perSecond: null,
  secondsLeft: null,
};

const actions = notedActions();
const importActions = notedImportActions();

function view({ importView = null, job = null, canImport = true }: State) {
  const dataSets = [BUNDLED, ownDataSet("harbour", "Harbour watch")];
  const status = {
    settings: parseSettings({}),
    notice: null,
    dataSets,
    deleted: [],
    job,
    canImport,
  };
  return (
    <DataSetSection
      status={status}
      importView={importView}
      exporting={null}
      actions={actions}
      importActions={importActions}
    />
  );
}

/** Renders one state after the other and returns what has the focus in the end. */
function focusAfter(...states: readonly State[]): string {
  const [first = {}, ...others] = states;
  const place = show(view(first));
  for (const state of others) showIn(place, view(state));
  return textOf(document.activeElement === document.body ? null : document.activeElement);
}

const spoken = (place: Element) => textOf(place.querySelector("section > [role=status]"));

describe("the section of data sets", () => {
  test("can add and list", () => {
    const place = show(view({}));
    expect(textsOf(place, "h3")).toEqual(["Add a data set", "Made up", "Harbour watch"]);
    expect(button(place, "Choose files…").disabled).toBe(false);
  });

  test("shows an import in place of adding one", () => {
    const place = show(view({ importView: READING }));
    expect(textsOf(place, "h3")).toEqual(["Reading the files", "Made up", "Harbour watch"]);
  });

  test.each([
    ["there is no storage", { canImport: false }, /^This window keeps nothing/],
    ["a job runs", { job: jobStatus() }, /^Another data set can be added once/],
    [
      "a job waits for a word",
      { job: jobStatus({ state: "interrupted" }) },
      /^Another data set can be added once/,
    ],
  ] as const)("cannot add or replace while %s", (_, state, reason) => {
    const place = show(view(state));
    expect(textOf(place.querySelector(".drop-zone p"))).toMatch(reason);
    expect(button(place, "Choose files…").disabled).toBe(true);
    expect(button(place, "Replace…").disabled).toBe(true);
  });

  test("can rebuild where nothing can be imported", () => {
    expect(button(show(view({ canImport: false })), "Rebuild index").disabled).toBe(false);
  });
});

describe("focus", () => {
  test("follows the user into an import and through its steps", () => {
    expect(focusAfter({}, { importView: READING })).toBe("Reading the files");
    expect(focusAfter({}, { importView: READING }, { importView: summaryView() })).toBe(
      "Before it is added",
    );
    expect(
      focusAfter({ importView: READING }, { importView: { step: "failed", reason: "internal" } }),
    ).toBe("The import did not work");
  });

  test("stays where it is during a step", () => {
    const place = show(view({}));
    showIn(place, view({ importView: READING }));
    button(place, "Cancel").focus();
    showIn(place, view({ importView: { ...READING, records: 5 } }));
    expect(document.activeElement).toBe(button(place, "Cancel"));
  });

  test("moves to the job that an import becomes", () => {
    expect(focusAfter({}, { importView: summaryView() }, { job: jobStatus() })).toBe(
      "Adding “Harbour watch”",
    );
  });

  test("returns to the section's heading when an import is closed", () => {
    expect(focusAfter({}, { importView: READING }, {})).toBe("Data sets");
  });

  test("is not taken by a job that was there before, or begins by itself", () => {
    expect(focusAfter({ job: jobStatus() })).toBe("");
    expect(focusAfter({}, { job: jobStatus({ kind: "rebuild" }) })).toBe("");
  });

  test("is not taken from elsewhere when a job ends", () => {
    const place = show(view({ job: jobStatus() }));
    const toggle = place.querySelector<HTMLElement>(".switch-input");
    toggle?.focus();
    showIn(place, view({}));
    expect(document.activeElement).toBe(toggle);
  });
});

describe("what is announced to a screen reader", () => {
  test("is each step, and not how far it is", () => {
    const place = show(view({}));
    expect(spoken(place)).toBe("");
    showIn(place, view({ importView: READING }));
    expect(spoken(place)).toBe("Reading the files");
    showIn(place, view({ importView: { ...READING, records: 5, bytesRead: 100 } }));
    expect(spoken(place)).toBe("Reading the files");
    expect(place.querySelector("progress")?.closest("[role=status], [aria-live]")).toBeNull();
  });

  test.each([
    ["a summary", { importView: summaryView() }, "Before it is added"],
    [
      "nothing to add",
      { importView: summaryView({ summary: { ...SUMMARY, records: 0 } }) },
      "Nothing usable found",
    ],
    ["a job", { job: jobStatus() }, "Adding “Harbour watch”"],
    [
      "a failure",
      { job: jobStatus({ state: "failed", failure: "disk-full" }) },
      "“Harbour watch” could not be added",
    ],
  ] as const)("is the heading of %s", (_, state, expected) => {
    expect(spoken(show(view(state)))).toBe(expected);
  });
});
