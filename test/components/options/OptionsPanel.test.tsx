// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import type { Done } from "../../../components/kit/Toast.tsx";
import type { ExportState } from "../../../components/options/data-sets/data-set-actions.ts";
import type { ImportView } from "../../../components/options/data-sets/import-view.ts";
import { OptionsPanel } from "../../../components/options/OptionsPanel.tsx";
import type { Correction } from "../../../core/corrections/corrections.ts";
import type { Status } from "../../../core/protocol/messages.ts";
import { parseSettings, type Settings } from "../../../core/settings/settings.ts";
import { button, choose, click, enter, show, textOf, textsOf } from "../kit/english.tsx";
import {
  BUNDLED,
  jobStatus,
  notedActions,
  ownDataSet,
  summaryView,
} from "./data-sets/data-set-states.ts";

interface State {
  readonly status?: Status | null | "failed";
  readonly importView?: ImportView;
  readonly exporting?: ExportState;
  readonly busy?: "reset" | null;
  readonly done?: Done | null;
  readonly corrections?: readonly Correction[] | null;
}

function status(settings: Partial<Settings> = {}, fields: Partial<Status> = {}): Status {
  return {
    settings: { ...parseSettings({}), ...settings },
    notice: null,
    dataSets: [BUNDLED],
    deleted: [],
    job: null,
    canImport: true,
    ...fields,
  };
}

function options(state: State = {}) {
  const calls = {
    onChange: vi.fn(),
    onSite: vi.fn<(site: string, on: boolean) => void>(),
    onReset: vi.fn(),
    onRetry: vi.fn(),
    onDismissNotice: vi.fn(),
    onDismissDone: vi.fn(),
  };
  const { busy = null, done = null, importView = null, exporting = null, corrections = [] } = state;
  const shown = state.status === undefined ? status() : state.status;
  const actions = notedActions();
  const place = show(
    <OptionsPanel
      status={shown}
      importView={importView}
      exporting={exporting}
      corrections={corrections}
      failedCorrectionsFile={null}
      correctionActions={{ remove() {}, export() {}, import() {}, clear() {} }}
      busy={busy}
      done={done}
      dataSetActions={actions}
      {...calls}
    />,
  );
  return { place, ...calls, ...actions };
}

describe("the options", () => {
  test("say that they are loading", () => {
    const { place } = options({ status: null });
    expect(place.querySelector("[aria-busy=true]")?.getAttribute("aria-label")).toBe(
      "Looking it up…",
    );
  });

  test("that did not load can be tried again", () => {
    const { place, onRetry } = options({ status: "failed" });
    expect(textsOf(place, "h2")).toEqual(["No answer"]);
    click(button(place, "Try again"));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  test("say what there is to know of the index, until it is dismissed", () => {
    const { place, onDismissNotice } = options({ status: status({}, { notice: "rebuilt" }) });
    expect(textOf(place.querySelector(".notice p"))).toMatch(/^The browser had lost the index/);
    click(button(place, "Dismiss"));
    expect(onDismissNotice).toHaveBeenCalledTimes(1);
  });
});

describe("the settings for reading", () => {
  test("are shown as they are", () => {
    const { place } = options({ status: status({ sidebar: "tab", remoteImages: true }) });
    expect(place.querySelector("select")?.value).toBe("tab");
    expect(place.querySelector<HTMLInputElement>("input[type=checkbox]")?.checked).toBe(true);
  });

  test("change one at a time", () => {
    const { place, onChange } = options();
    choose(place, "off");
    place.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
    expect(onChange.mock.calls).toEqual([[{ sidebar: "off" }], [{ remoteImages: true }]]);
  });
});

describe("a site to switch off", () => {
  test.each([
    ["example.com", "example.com"],
    [" Example.COM ", "example.com"],
    ["www.example.com", "example.com"],
    ["https://www.example.com/a?b#c", "example.com"],
    ["HTTP://example.com:8080", "example.com"],
    ["news.example.co.uk", "news.example.co.uk"],
    ["example.com.", "example.com"],
    ["bücher.example", "xn--bcher-kva.example"],
  ])("is taken as it is typed or pasted: %j", (typed, site) => {
    const { place, onSite } = options();
    enter(place, typed);
    expect(onSite.mock.calls).toEqual([[site, false]]);
    expect(place.querySelector<HTMLInputElement>("input[type=text]")?.value).toBe("");
  });

  test.each([
    "",
    "example",
    "two words",
    "localhost",
    "a..example",
    "ftp://example.com",
    "javascript:alert(1)",
    "*.example.com",
    "exam*ple.com",
    "a.example,b.example",
    "[::1]",
  ])("is refused when it is no site's name: %j", (typed) => {
    const { place, onSite } = options();
    enter(place, typed);
    expect(onSite).not.toHaveBeenCalled();
    expect(textOf(place.querySelector("[role=alert]"))).toBe(
      "Enter a site’s name such as example.com.",
    );
    expect(place.querySelector("input[type=text]")?.getAttribute("aria-invalid")).toBe("true");
  });

  test("clears the complaint once it is right", () => {
    const { place } = options();
    enter(place, "nonsense");
    enter(place, "example.com");
    expect(textOf(place.querySelector("[role=alert]"))).toBe("");
  });
});

describe("the sites that are switched off", () => {
  test("are listed, and can be switched on", () => {
    const { place, onSite } = options({ status: status({ sitesOff: ["a.example", "b.example"] }) });
    expect(textsOf(place, ".sites li")).toHaveLength(2);
    const second = place.querySelectorAll<HTMLElement>(".sites li")[1];
    click(button(second ?? place, "Turn on"));
    expect(onSite.mock.calls).toEqual([["b.example", true]]);
  });

  test("are said to be none", () => {
    expect(textOf(options().place)).toContain("None. Use “Hide on this site”");
  });
});

describe("what was done", () => {
  test("is said, politely", () => {
    const { place } = options({ done: { message: "Saved." } });
    expect(textOf(place.querySelector("[aria-live=polite]"))).toBe("Saved.");
  });

  test("can be undone", () => {
    const undo = vi.fn();
    const { place } = options({ done: { message: "Everything has been reset.", undo } });
    click(button(place, "Undo"));
    expect(undo).toHaveBeenCalledTimes(1);
  });

  test("has no undo where there is none", () => {
    const { place } = options({ done: { message: "Saved." } });
    expect(textsOf(place, ".toast")).toEqual(["Saved."]);
  });

  test("can be dismissed", () => {
    const { place, onDismissDone } = options({ done: { message: "Saved." } });
    click(button(place, "Dismiss"));
    expect(onDismissDone).toHaveBeenCalledTimes(1);
  });
});

describe("the data sets", () => {
  test("are listed in the order they come", () => {
    const dataSets = [BUNDLED, ownDataSet("b", "Politics"), ownDataSet("a", "Harbour watch")];
    const { place } = options({ status: status({}, { dataSets }) });
    expect(textsOf(place, ".data-sets h3")).toEqual(["Made up", "Politics", "Harbour watch"]);
  });

  test("can be exported, which is shown where it happens", () => {
    const exporting = { id: BUNDLED.info.id, format: "csv", done: 1, total: 2 } as const;
    const { place } = options({ exporting });
    expect(textsOf(place, ".data-sets .progress label")).toEqual(["Exporting as CSV"]);
  });

  test("can be added to", () => {
    expect(button(options().place, "Choose files…").disabled).toBe(false);
  });

  test("give way to an import", () => {
    const { place } = options({ importView: summaryView() });
    expect(textsOf(place, ".panel h3")).toEqual(["Before it is added"]);
  });

  test("show the work on one of them", () => {
    const { place } = options({ status: status({}, { job: jobStatus() }) });
    expect(textsOf(place, ".panel h3")).toEqual(["Adding “Harbour watch”"]);
  });
});

describe("the corrections", () => {
  const titles = (corrections: readonly Correction[] | null) =>
    textsOf(options({ corrections }).place, ".group h2");

  test("have a section of their own", () => {
    expect(titles([])).toContain("Your corrections");
  });

  test("are not there before they are known", () => {
    expect(titles(null)).not.toContain("Your corrections");
  });
});

describe("a reset", () => {
  test("can be started", () => {
    const { place, onReset } = options();
    click(button(place, "Reset everything"));
    expect(onReset).toHaveBeenCalledTimes(1);
  });

  test("cannot be started twice", () => {
    const { place } = options({ busy: "reset" });
    expect(button(place, "Reset everything").disabled).toBe(true);
  });
});
