import { describe, expect, test } from "vitest";
import type { Backup, SavedDataSet, SavedPublished } from "../../../core/backup/backup.ts";
import { backupChanges, isNoChange } from "../../../core/backup/backup-changes.ts";
import { readBackup } from "../../../core/backup/read-backup.ts";
import { writeBackup } from "../../../core/backup/write-backup.ts";
import type { WantedOutlet } from "../../../core/outlets/subscription.ts";
import type { Reading } from "../../../core/readings/reading.ts";
import type { SavedStory } from "../../../core/saved/saved-story.ts";
import { parseSettings } from "../../../core/settings/settings.ts";
import type { SiteForm } from "../../../core/settings/site-form.ts";
import type { Follow } from "../../../core/today/follows.ts";
import { siteOf } from "../../../core/url/site-of.ts";

const NOW = Date.UTC(2026, 10, 30, 12);
const OUTLET: WantedOutlet = {
  name: "Harbour Herald",
  domains: ["harbour.example"],
  feed: "https://harbour.example/rss",
  country: "GB",
  language: "en",
  every: 60,
  isPaused: true,
};
const CORRECTION = {
  page: "harbour.example/1",
  article: "coast.example/2",
  pageTitle: "The ferry returns",
  articleTitle: "Storm",
  at: NOW - 1000,
};
const DATA_SET: SavedDataSet = {
  name: "Archive",
  description: "All of 2025",
  licence: "CC0",
  source: "",
  access: "sites",
};
const PUBLISHED: SavedPublished = {
  address: "https://data.example/world/manifest.json",
  name: "World",
  pinned: { key: `${"A".repeat(43)}=`, version: 3, signature: `${"A".repeat(86)}==` },
  choice: { languages: ["en"], days: 30 },
  access: "toolbar",
  every: 180,
  isEnabled: true,
  isPaused: false,
};

const FOLLOW: Follow = {
  id: "00000000-0000-4000-8000-000000000001",
  articles: [{ url: "https://harbour.example/1", title: "Ferry", outlet: "Herald", published: 1 }],
  followedAt: NOW,
};

const HIDDEN = { domain: "coast.example", name: "Coast", preference: "hidden" } as const;

const SAVED: SavedStory = {
  id: "00000000-0000-4000-8000-000000000002",
  articles: [
    {
      ...{ url: "https://harbour.example/1", title: "Ferry", outlet: "Herald" },
      ...{ published: null, quality: 61.5 },
    },
  ],
  note: "Ask the port",
  tags: ["ferry"],
  savedAt: NOW,
};

const READING: Reading = {
  url: "https://harbour.example/1",
  title: "Ferry",
  outlet: "Herald",
  domain: "harbour.example",
  at: NOW,
  story: [1, 2],
  hasOthers: true,
};

const SITE_FORM: SiteForm = { site: "b.example", form: "closed" };

const BACKUP: Backup = {
  settings: parseSettings({ sidebar: "tab", sitesOff: ["a.example"], outletPreferences: [HIDDEN] }),
  outlets: [OUTLET],
  corrections: [CORRECTION],
  follows: [FOLLOW],
  saved: [SAVED],
  readings: [READING],
  siteForms: [SITE_FORM],
  dataSets: [DATA_SET],
  published: [PUBLISHED],
};

/** What a file with these parts is read as. */
const readParts = (parts: object) => {
  const text = JSON.stringify({ format: "second-source-backup", version: 1, ...parts });
  const read = readBackup(text, siteOf);
  if ("fault" in read) throw new Error(read.fault.kind);
  return read;
};

describe("a backup", () => {
  test("is read as it was written", () => {
    expect(readBackup(writeBackup(BACKUP, NOW), siteOf)).toEqual({ backup: BACKUP, faults: [] });
  });

  test("holds nothing but what belongs into it", () => {
    const status = { ...OUTLET, id: "1", lastSuccessAt: NOW, articlesToday: 4 };
    const text = writeBackup({ ...BACKUP, outlets: [status] }, NOW);
    expect(JSON.parse(text)).toMatchObject({
      format: "second-source-backup",
      version: 1,
      written: "2026-11-30T12:00:00.000Z",
    });
    expect(JSON.parse(text).outlets).toEqual([OUTLET]);
    expect(JSON.parse(text).corrections[0].page).toBe("https://harbour.example/1");
  });

  test("without any part is empty", () => {
    expect(readParts({})).toEqual({
      backup: {
        settings: {},
        outlets: [],
        corrections: [],
        follows: [],
        saved: [],
        readings: [],
        siteForms: [],
        dataSets: [],
        published: [],
      },
      faults: [],
    });
  });
});

describe("a file is refused as a whole", () => {
  test.each([
    ["that is no JSON", "{", { kind: "not-json" }],
    ["that is a list", "[]", { kind: "not-json" }],
    ["of another format", '{"format":"opml","version":1}', { kind: "other-format" }],
    [
      "of a later version",
      '{"format":"second-source-backup","version":2}',
      { kind: "other-version", version: "2" },
    ],
  ])("%s", (_, text, fault) => {
    expect(readBackup(text, siteOf)).toEqual({ fault });
  });
});

describe("what cannot be used is reported with its place, and the rest is used", () => {
  test("of settings", () => {
    const settings = { sidebar: "tab", liveDays: 31, of: "another version" };
    expect(readParts({ settings })).toMatchObject({
      backup: { settings: { sidebar: "tab" } },
      faults: [
        { part: "settings", number: null, field: "liveDays" },
        { part: "settings", number: null, field: "of" },
      ],
    });
  });

  test.each<[string, object, string]>([
    ["without a name", { ...OUTLET, name: " " }, "name"],
    ["with a feed that is not https", { ...OUTLET, feed: "http://harbour.example/rss" }, "feed"],
    ["with a feed in a private network", { ...OUTLET, feed: "https://10.0.0.1/rss" }, "feed"],
    ["on a public suffix", { ...OUTLET, domains: ["harbour.example", "co.uk"] }, "domains"],
    ["that is asked every minute", { ...OUTLET, every: 1 }, "every"],
  ])("of outlets: one %s", (_, entry, field) => {
    const { backup, faults } = readParts({ outlets: [OUTLET, entry] });
    expect(backup.outlets).toEqual([OUTLET]);
    expect(faults).toEqual([{ part: "outlets", number: 2, field }]);
  });

  test("of entries of the wrong type", () => {
    const { faults } = readParts({ outlets: [null], dataSets: ["Archive"], settings: 7 });
    expect(faults).toEqual([
      { part: "settings", number: null, field: "" },
      { part: "outlets", number: 1, field: "" },
      { part: "dataSets", number: 1, field: "" },
    ]);
  });

  test("of parts that are no lists", () => {
    expect(readParts({ corrections: {} }).faults).toEqual([
      { part: "corrections", number: null, field: "" },
    ]);
  });

  test("of corrections and published data sets", () => {
    const one = { page: "https://a.example/1", article: "https://a.example/1", at: "2026-01-01" };
    const published = { ...PUBLISHED, address: "https://192.168.0.1/manifest.json" };
    const { backup, faults } = readParts({ corrections: [one, {}], published: [published] });
    expect(backup).toMatchObject({ corrections: [], published: [] });
    expect(faults).toEqual([
      { part: "corrections", number: 1, field: "article" },
      { part: "corrections", number: 2, field: "page" },
      { part: "published", number: 1, field: "address" },
    ]);
  });

  test("of the form of the sidebar on sites", () => {
    const { backup, faults } = readParts({
      siteForms: [{ site: "a.example", form: "half" }, SITE_FORM, { form: "tab" }],
    });
    expect(backup.siteForms).toEqual([SITE_FORM]);
    expect(faults).toEqual([
      { part: "siteForms", number: 1, field: "form" },
      { part: "siteForms", number: 3, field: "site" },
    ]);
  });

  test("beyond the most outlets that can be added", () => {
    const outlets = Array.from({ length: 1001 }, (_, i) => ({
      ...OUTLET,
      feed: `https://harbour.example/${i}`,
    }));
    const { backup, faults } = readParts({ outlets });
    expect(backup.outlets).toHaveLength(1000);
    expect(faults).toEqual([{ part: "outlets", number: 1001, field: "" }]);
  });
});

describe("what a backup changes", () => {
  const EMPTY = {
    settings: parseSettings({}),
    outlets: [],
    corrections: [],
    follows: [],
    saved: [],
    readings: [],
    siteForms: [],
    dataSets: [],
    published: [],
  };

  test("where there is nothing, is all that it has", () => {
    expect(backupChanges(BACKUP, EMPTY)).toEqual({
      settings: { sidebar: "tab" },
      sites: ["a.example"],
      outletPreferences: [HIDDEN],
      outlets: [OUTLET],
      corrections: [CORRECTION],
      follows: [FOLLOW],
      saved: [SAVED],
      readings: [READING],
      siteForms: [SITE_FORM],
      published: [PUBLISHED],
      missing: ["Archive"],
    });
  });

  test("where all is there, is nothing", () => {
    const same = backupChanges(BACKUP, { ...BACKUP, settings: parseSettings(BACKUP.settings) });
    expect(same.missing).toEqual([]);
    expect(isNoChange(same)).toBe(true);
    expect(isNoChange(backupChanges(BACKUP, EMPTY))).toBe(false);
  });

  test("leaves what the file does not have, and takes what it has twice once", () => {
    const backup = { ...BACKUP, settings: {}, outlets: [OUTLET, { ...OUTLET, name: "Again" }] };
    const changes = backupChanges(backup, {
      ...EMPTY,
      corrections: [{ ...CORRECTION, page: CORRECTION.article, article: CORRECTION.page }],
    });
    expect(changes).toMatchObject({ settings: {}, sites: [], outlets: [OUTLET], corrections: [] });
  });

  test("on a site where the user has left the sidebar in another form, is nothing", () => {
    const siteForms: SiteForm[] = [{ site: "b.example", form: "open" }];
    const there = { ...EMPTY, siteForms };
    expect(backupChanges(BACKUP, there).siteForms).toEqual([]);
    const more = { ...BACKUP, siteForms: [SITE_FORM, { ...SITE_FORM, site: "c.example" }] };
    expect(backupChanges(more, there).siteForms).toEqual([{ site: "c.example", form: "closed" }]);
  });

  test("is no more than there is room for", () => {
    const outlets = Array.from({ length: 999 }, (_, i) => ({ feed: `https://a.example/${i}` }));
    const more = [OUTLET, { ...OUTLET, feed: "https://harbour.example/2" }];
    expect(backupChanges({ ...BACKUP, outlets: more }, { ...EMPTY, outlets }).outlets).toEqual([
      OUTLET,
    ]);
  });
});
