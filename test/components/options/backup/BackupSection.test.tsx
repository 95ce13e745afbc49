// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import type { ToastContent } from "../../../../components/kit/Toast.tsx";
import type { AllOfUser } from "../../../../components/options/backup/all-of-user.ts";
import { BackupSection } from "../../../../components/options/backup/BackupSection.tsx";
import { type BackupDeps, useBackup } from "../../../../components/options/backup/use-backup.ts";
import { parseSettings } from "../../../../core/settings/settings.ts";
import { liveOutlet, liveStatus } from "../../../fixtures/live-outlets.ts";
import { publishedSet } from "../../../fixtures/published-sets.ts";
import { READING } from "../../../fixtures/readings.ts";
import { SAVED } from "../../../fixtures/saved-stories.ts";
import { button, click, NOW, show, textOf, textsOf } from "../../kit/english.tsx";
import { FakeBackground } from "../../kit/fake-background.ts";
import { settle } from "../../kit/run-hook.tsx";

const OUTLET = liveOutlet("Gazette", NOW);
const CORRECTION = {
  page: "a.example/1",
  pageTitle: "One",
  article: "b.example/2",
  articleTitle: "Two",
  at: NOW,
} as const;
const PUBLISHED = publishedSet(NOW, {
  pinned: { key: `${"A".repeat(43)}=`, version: 3, signature: `${"A".repeat(86)}==` },
});

const FOLLOW = {
  id: "00000000-0000-4000-8000-000000000001",
  articles: [{ url: "https://a.example/1", title: "Ferry", outlet: "Herald", published: 1 }],
  followedAt: NOW,
};

const HIDDEN = { domain: "coast.example", name: "Coast", preference: "hidden" } as const;

const SITE_FORM = { site: "left.example", form: "closed" } as const;

const EMPTY: AllOfUser = {
  settings: parseSettings({}),
  outlets: [],
  corrections: [],
  dataSets: [],
  published: [],
};
const FULL: AllOfUser = {
  settings: parseSettings({
    sidebar: "tab",
    sitesOff: ["off.example"],
    outletPreferences: [HIDDEN],
  }),
  outlets: [OUTLET],
  corrections: [CORRECTION],
  dataSets: [
    {
      id: "archive",
      name: "Archive",
      description: "",
      licence: "CC0",
      source: "",
      access: "toolbar",
    },
  ],
  published: [PUBLISHED],
};

/** The section of somebody who has `all`, with the toast and all that was asked for. */
function section(all: AllOfUser, isGranted = true) {
  const background = new FakeBackground({
    "settings.change": EMPTY.settings,
    "corrections.add": [CORRECTION],
    "corrections.remove": [],
    "follows.list": all === FULL ? [FOLLOW] : [],
    "follows.add": [FOLLOW],
    "saved.list": all === FULL ? [SAVED] : [],
    "saved.add": [SAVED],
    "readings.list": { readings: all === FULL ? [READING] : [], isKept: false },
    "readings.add": [READING],
    "readings.remove": [],
    "saved.remove": [],
    "today.unfollow": null,
    "siteForms.list": all === FULL ? [SITE_FORM] : [],
    "siteForms.add": [SITE_FORM],
    "siteForms.remove": [],
    "outlets.add": liveStatus([OUTLET, liveOutlet("Other", NOW)]),
    "outlets.remove": liveStatus([]),
    "published.add": { sets: [PUBLISHED], canSubscribe: true },
    "published.change": { sets: [PUBLISHED], canSubscribe: true },
    "published.remove": { sets: [], canSubscribe: true },
  });
  const toasts: (ToastContent | null)[] = [];
  const download = vi.fn<BackupDeps["download"]>();
  const requestAccess = vi.fn<BackupDeps["requestAccess"]>(async () => isGranted);
  const deps = { send: background.send, download, requestAccess, now: () => NOW };
  function Host() {
    const page = { all, showToast: (toast: ToastContent | null) => toasts.push(toast) };
    const backup = useBackup(deps, { ...page, reload: async () => undefined });
    return <BackupSection {...backup} />;
  }
  const place = show(<Host />);
  const open = (text: string) =>
    settle(async () => {
      const input = place.querySelector<HTMLInputElement>("input[type=file]");
      Object.defineProperty(input, "files", { value: [new File([text], "all.json")] });
      input?.dispatchEvent(new Event("change", { bubbles: true }));
      await vi.dynamicImportSettled();
    });
  /** Does something, and waits for what the user is told about it. */
  const told = async (action: () => void) => {
    const before = toasts.length;
    await settle(action);
    await settle(() => vi.waitFor(() => expect(toasts.length).toBeGreaterThan(before)));
    return toasts.at(-1);
  };
  return { place, background, toasts, download, requestAccess, open, told };
}

/** The text of the file that somebody who has `all` saves. */
async function saved(all: AllOfUser): Promise<string> {
  const { place, download } = section(all);
  await settle(() => click(button(place, "Save to a file")));
  const [file] = download.mock.calls[0] ?? [];
  return (await file?.text()) ?? "";
}

const facts = (place: Element) => textsOf(place, "dt, dd");

describe("all that the user has", () => {
  test("is saved to a file named for the day", async () => {
    const { place, download, toasts } = section(FULL);
    await settle(() => click(button(place, "Save to a file")));
    expect(download.mock.calls[0]?.[1]).toBe("second-source-2026-04-15.json");
    expect(toasts.at(-1)?.message).toBe("Your data has been saved to a file.");
    expect(JSON.parse(await saved(FULL))).toMatchObject({
      outlets: [{ name: "Gazette" }],
      published: [{ name: "Harbour News" }],
      dataSets: [{ name: "Archive" }],
      settings: { sitesOff: ["off.example"] },
      siteForms: [SITE_FORM],
    });
  });
});

describe("a file", () => {
  test("is shown with what it changes before any permission is requested", async () => {
    const file = await saved(FULL);
    const { place, open, background } = section(EMPTY);
    await open(file);
    expect(textOf(place.querySelector("h3"))).toBe("What “all.json” changes");
    expect(facts(place)).toEqual([
      ...["Settings", "Where Second Source appears"],
      ...["Outlets", "1: Gazette"],
      ...["Published data sets", "1: Harbour News"],
      ...["Your corrections", "1 correction"],
      ...["Following", "1 followed story"],
      ...["Saved stories", "1 saved story"],
      ...["What you have read", "1 article that you read"],
      ...["Hidden on these sites", "1: off.example"],
      ...["Hidden and preferred outlets", "1: Coast"],
      ...["Sidebar as you left it on these sites", "1: left.example"],
    ]);
    expect(textsOf(place, "form > p")).toContain("To be imported from their own files: Archive");
    expect(background.requests).toEqual([
      { type: "follows.list" },
      { type: "saved.list" },
      { type: "readings.list" },
      { type: "siteForms.list" },
    ]);
  });

  test("is imported with one question for permission, within the click", async () => {
    const file = await saved(FULL);
    const { place, open, background, requestAccess, told } = section(EMPTY);
    await open(file);
    const toast = await told(() => {
      click(button(place, "Import"));
      expect(requestAccess.mock.calls).toEqual([
        ["sites", ["*://*.gazette.example/*", "https://data.example/*"]],
      ]);
    });
    expect(background.requests.slice(4).map(({ type }) => type)).toEqual([
      ...[
        "settings.change",
        "corrections.add",
        "follows.add",
        "saved.add",
        "readings.add",
        "siteForms.add",
        "outlets.add",
        "published.add",
        "published.change",
      ],
    ]);
    expect(background.of("settings.change")[0]?.change).toEqual({
      sidebar: "tab",
      sitesOff: ["off.example"],
      outletPreferences: [HIDDEN],
    });
    expect(toast?.message.replaceAll(/[\u2068\u2069]/g, "")).toBe("“all.json” has been imported.");
    expect(place.querySelector("form")).toBeNull();
  });

  test("is imported without the permission, too", async () => {
    const file = await saved(FULL);
    const { place, open, background, told } = section(EMPTY, false);
    await open(file);
    await told(() => click(button(place, "Import")));
    expect(background.of("outlets.add")).toHaveLength(1);
  });

  test("can be undone: what it added is removed, and the settings are as before", async () => {
    const file = await saved(FULL);
    const { place, open, background, told } = section(EMPTY);
    await open(file);
    const toast = await told(() => click(button(place, "Import")));
    const undone = await told(() => toast?.undo?.());
    expect(background.requests.slice(13)).toEqual([
      { type: "settings.change", change: { sidebar: "open", sitesOff: [], outletPreferences: [] } },
      { type: "corrections.remove", pairs: [{ page: "a.example/1", article: "b.example/2" }] },
      { type: "today.unfollow", id: FOLLOW.id },
      { type: "saved.remove", ids: [SAVED.id] },
      { type: "readings.remove", urls: [READING.url] },
      { type: "siteForms.remove", sites: ["left.example"] },
      { type: "outlets.remove", ids: [OUTLET.id] },
      { type: "published.remove", id: PUBLISHED.id },
    ]);
    expect(undone?.message).toBe("All is as it was before the import.");
  });

  test("that changes nothing can only be closed", async () => {
    const file = await saved(FULL);
    const { place, open } = section(FULL);
    await open(file);
    expect(textOf(place.querySelector("h3 + p"))).toBe(
      "Nothing changes: you have all of it already.",
    );
    expect(textsOf(place, "form button")).toEqual(["Close"]);
  });

  test("with pieces that cannot be used says where they are", async () => {
    const file = JSON.parse(await saved(FULL));
    const { place, open } = section(EMPTY);
    file.outlets.push({ ...file.outlets[0], feed: "http://gazette.example/rss" });
    file.settings.liveDays = 31;
    await open(JSON.stringify(file));
    expect(textOf(place.querySelector("summary"))).toBe(
      "2 pieces are left out: a value is missing or cannot be used",
    );
    expect(textsOf(place, "details li")).toEqual(["Settings, liveDays", "Outlets, entry 2, feed"]);
    expect(facts(place)).toContain("1: Gazette");
  });

  test.each([
    ["{", "It is not a JSON file."],
    ['{"format":"other"}', "It is not a file with your data from Second Source."],
    [
      '{"format":"second-source-backup","version":9}',
      "It is of version 9; this Second Source reads version 1.",
    ],
  ])("that cannot be read is refused: %s", async (text, reason) => {
    const { place, open } = section(EMPTY);
    await open(text);
    expect(textOf(place.querySelector("[role=alert]"))).toBe(
      `“all.json” was not imported. ${reason}`,
    );
  });

  test("says so when the background does not answer its import", async () => {
    const file = await saved(FULL);
    const { place, open, background, told } = section(EMPTY);
    await open(file);
    background.isUnavailable = true;
    const toast = await told(() => click(button(place, "Import")));
    expect(toast?.message).toMatch(/^The extension did not answer/);
    expect(toast?.undo).toBeUndefined();
  });
});
