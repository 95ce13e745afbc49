// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import type { ToastContent } from "../../../../components/kit/Toast.tsx";
import { useDataSets } from "../../../../components/options/data-sets/use-data-sets.ts";
import type { Status } from "../../../../core/protocol/responses.ts";
import { FakeBackground } from "../../kit/fake-background.ts";
import { runHook, settle } from "../../kit/run-hook.tsx";
import { BUNDLED, ownDataSet } from "./data-set-states.ts";
import { fakeOptions, statusOf } from "./options-states.ts";

const PATTERNS = ["*://*.a.example/*"];
const HARBOUR = ownDataSet("harbour", "Harbour watch", { patterns: PATTERNS, access: "all" });
const AFTER = statusOf({ dataSets: [BUNDLED, HARBOUR] });
/** A name between the marks that isolate its direction. */
const isolated = (name: string) => `\u2068${name}\u2069`;

function page() {
  const fake = fakeOptions(
    new FakeBackground({
      "dataSet.enable": AFTER,
      "dataSet.rename": AFTER,
      "dataSet.delete": AFTER,
      "dataSet.restore": AFTER,
      "dataSet.access": AFTER,
      "index.rebuild": AFTER,
      "import.resume": AFTER,
      "import.discard": AFTER,
    }),
  );
  const show = vi.fn<(status: Status) => void>();
  const showToast = vi.fn<(content: ToastContent | null) => void>();
  const hook = runHook(() =>
    useDataSets(fake.deps, { dataSets: [BUNDLED, HARBOUR], show, showToast }),
  );
  return { ...fake, actions: hook.now, show, showToast };
}

describe("an action", () => {
  test.each([
    ["enable", ["harbour", false], { type: "dataSet.enable", id: "harbour", on: false }],
    ["rename", ["harbour", "Port"], { type: "dataSet.rename", id: "harbour", name: "Port" }],
    ["remove", ["harbour"], { type: "dataSet.delete", id: "harbour" }],
    ["resumeJob", [], { type: "import.resume" }],
    ["discardJob", [], { type: "import.discard" }],
  ] as const)("is sent, and shown without a message: %s", async (name, args, request) => {
    const { actions, background, show, showToast } = page();
    await settle(() => (actions[name] as (...all: readonly unknown[]) => void)(...args));
    expect(background.requests).toEqual([request]);
    expect(show.mock.calls).toEqual([[AFTER]]);
    expect(showToast.mock.calls).toEqual([[null]]);
  });

  test("that starts a rebuild shows a message", async () => {
    const { actions, background, showToast } = page();
    await settle(() => actions.rebuild("harbour"));
    expect(background.requests).toEqual([{ type: "index.rebuild", id: "harbour" }]);
    expect(showToast.mock.calls).toEqual([[{ message: "The index has been rebuilt." }]]);
  });

  test("that the background does not answer shows an error and changes nothing", async () => {
    const { actions, background, show, showToast } = page();
    background.isUnavailable = true;
    await settle(() => actions.enable("harbour", false));
    expect(show).not.toHaveBeenCalled();
    expect(showToast.mock.lastCall?.[0]?.message).toMatch(/did not answer/);
  });
});

describe("undoing a removal", () => {
  test("says that the data set is back", async () => {
    const { actions, show, showToast } = page();
    await settle(() => actions.restore("harbour"));
    expect(show.mock.calls).toEqual([[AFTER]]);
    expect(showToast.mock.lastCall?.[0]?.message).toBe(`“${isolated("Harbour watch")}” is back.`);
  });

  test("shows a message when it came too late", async () => {
    const { actions, background, show, showToast } = page();
    background.answers["dataSet.restore"] = statusOf();
    await settle(() => actions.restore("harbour"));
    expect(show.mock.calls).toEqual([[statusOf()]]);
    expect(showToast.mock.lastCall?.[0]?.message).toBe(
      "It is too late to undo this: the data set is gone.",
    );
  });

  test("shows a message when the background does not answer", async () => {
    const { actions, background, show, showToast } = page();
    background.isUnavailable = true;
    await settle(() => actions.restore("harbour"));
    expect(show).not.toHaveBeenCalled();
    expect(showToast.mock.lastCall?.[0]?.message).toMatch(/did not answer/);
  });
});

describe("access", () => {
  test("is requested within the click, and kept once it is granted", async () => {
    const { actions, background, requestAccess, showToast } = page();
    await settle(() => {
      actions.changeAccess("harbour", "sites");
      expect(requestAccess.mock.calls).toEqual([["sites", PATTERNS]]);
      expect(background.requests).toEqual([]);
    });
    expect(background.requests).toEqual([
      { type: "dataSet.access", id: "harbour", access: "sites" },
    ]);
    expect(showToast.mock.calls).toEqual([[{ message: "Saved." }]]);
  });

  test("that is missing is requested for the access the data set has", async () => {
    const { actions, requestAccess, background } = page();
    await settle(() => actions.allow("harbour"));
    expect(requestAccess.mock.calls).toEqual([["all", PATTERNS]]);
    expect(background.requests).toEqual([{ type: "dataSet.access", id: "harbour", access: "all" }]);
  });

  test("that the user refuses changes nothing", async () => {
    const { actions, requestAccess, background, showToast } = page();
    requestAccess.mockResolvedValue(false);
    await settle(() => actions.changeAccess("harbour", "sites"));
    expect(background.requests).toEqual([]);
    expect(showToast).toHaveBeenCalledTimes(1);
  });
});
