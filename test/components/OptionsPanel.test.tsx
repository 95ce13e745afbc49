// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { type Done, OptionsPanel } from "../../components/OptionsPanel.tsx";
import type { Status } from "../../core/protocol/messages.ts";
import { parseSettings, type Settings } from "../../core/settings/settings.ts";
import { DATA_SET } from "./answers.ts";
import { button, choose, click, enter, NOW, show, textOf, textsOf } from "./english.tsx";

interface State {
  readonly status?: Status | null | "failed";
  readonly busy?: "rebuild" | "reset" | null;
  readonly done?: Done | null;
}

function status(settings: Partial<Settings> = {}, fields: Partial<Status> = {}): Status {
  return {
    settings: { ...parseSettings({}), ...settings },
    notice: null,
    index: { dataSet: DATA_SET, articles: 4, outlets: 1234, builtAt: NOW },
    ...fields,
  };
}

function options(state: State = {}) {
  const calls = {
    onChange: vi.fn(),
    onSite: vi.fn<(site: string, on: boolean) => void>(),
    onRebuild: vi.fn(),
    onReset: vi.fn(),
    onRetry: vi.fn(),
    onDismissNotice: vi.fn(),
  };
  const { busy = null, done = null } = state;
  const shown = state.status === undefined ? status() : state.status;
  return {
    place: show(<OptionsPanel status={shown} busy={busy} done={done} {...calls} />),
    ...calls,
  };
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
    expect(textsOf(place, ".toast button")).toEqual([]);
  });
});

describe("the data set", () => {
  test("is told with its size, dates, version and licence", () => {
    const [name, ...lines] = textsOf(options().place, ".data-set-card > *");
    expect(name).toBe("Made up");
    expect(lines).toEqual([
      "Made up for these tests.",
      "1 record · 4 articles · 1,234 outlets",
      "Articles from Apr 14, 2022 to Apr 16, 2022",
      expect.stringMatching(/^Version 00c0ffee · Indexed Apr 15, 2026, 12:00\sPM$/),
      "Licence: none needed",
    ]);
  });

  test("without dates does not make any up", () => {
    const dataSet = { ...DATA_SET, from: null, to: null };
    const index = { dataSet, articles: 1, outlets: 1, builtAt: NOW };
    expect(textOf(options({ status: status({}, { index }) }).place)).not.toContain("Articles from");
  });

  test("that has no index is said to have none, and can be rebuilt", () => {
    const { place, onRebuild } = options({ status: status({}, { index: null }) });
    expect(textOf(place)).toContain("There is no index. Rebuild it.");
    click(button(place, "Rebuild index"));
    expect(onRebuild).toHaveBeenCalledTimes(1);
  });
});

describe("long actions", () => {
  test("can be started when none is under way", () => {
    const { place, onReset } = options();
    click(button(place, "Reset everything"));
    expect(onReset).toHaveBeenCalledTimes(1);
    expect(button(place, "Rebuild index").disabled).toBe(false);
  });

  test("cannot be started while one is under way", () => {
    const { place } = options({ busy: "rebuild" });
    expect(button(place, "Rebuilding…").disabled).toBe(true);
    expect(button(place, "Rebuilding…").getAttribute("aria-busy")).toBe("true");
    expect(button(place, "Reset everything").disabled).toBe(true);
  });

  test("are not mixed up: a reset is no rebuild", () => {
    const { place } = options({ busy: "reset" });
    expect(button(place, "Rebuild index").disabled).toBe(true);
    expect(button(place, "Rebuild index").getAttribute("aria-busy")).toBe("false");
  });
});
