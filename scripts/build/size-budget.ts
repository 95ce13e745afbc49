import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Wxt } from "wxt";

/** The most bytes an entry may have, compressed (gzip, level 9), with everything it loads. */
export const SIZE_BUDGETS: Readonly<Record<string, number>> = {
  // On every page of a data set's sites. That a sidebar is updated in place, and stays closed once the user has closed
  // it, took 0.1 kB; judging the page's address itself, instead of asking the background and waiting, 0.6 kB; finding
  // the place beside the text that covers nothing, 1.5 kB; the signs of an article's kind, 0.1 kB; and that neither text
  // in other elements than paragraphs nor what is laid over the page in shadow roots, frames or late is covered, 0.4 kB;
  // backgrounds that fill the window, menus that hang out of a head, and articles in several columns, 0.2 kB; single parts
  // that are wider than the rest, words with an element each, consent tools with much text, and vertical text, 0.6 kB;
  // more names of times, microdata, JSON-LD that is cut, and what tells articles from posts and listings, 1.1 kB.
  "overlay.js": 10_000,
  "sidebar.html": 40_000,
  // The one page that opens by itself, once: the story as the sidebar shows it, and the choice of outlets. The story at a
  // glance (its timeline, the line of quality, rows that unfold, filters) took 4 kB; the marks of
  // articles and how they changed 2 kB; outlets that the user hides, prefers or looks at, stories that the user
  // saves, and articles that were read, 2.5 kB.
  // OPML that other programs broke, and the names of encodings, took 0.8 kB, here and in the options.
  "welcome.html": 59_000,
  // Saved stories took 2 kB, what the user has read, as tables and files, 3 kB; that what is read and saved is recognised by
  // any address of an article, 3 kB, and the parameters that say where a visitor came from 1.7 kB.
  "today.html": 40_000,
  // Every part of the settings, imports and published data sets. What few users need is loaded when it is asked for.
  // The same parameters took 1.7 kB, OPML files that are broken 0.9 kB.
  "options.html": 83_500,
  // Woken to answer. Lists that are kept though they cannot be read, and migrations of the database, took 1 kB;
  // answers that are kept per tab, and updates that are sent to open views, 2 kB. Published data sets took 21 kB: their
  // manifests, signatures and hashes, and their mirrors (docs/decisions/mirrors.md). The index over a mirror's files, with
  // which a look-up opens one of them instead of all, took 2.5 kB. Which outlets are on several domains, and which have one
  // owner, took 0.8 kB; the stories of the day, and the search for articles, 6.5 kB. The places where coverage appears
  // (the form of the sidebar on each site, the browser's side panel, the context menu, a shortcut) took 2 kB; the
  // introduction 0.5 kB; what a page says of its article's kind, the pages that compare and cite, and the commands that
  // step through the articles, and the order in which stories are listed 1 kB; the lists that the user keeps (outlets hidden
  // and preferred, saved stories, what was read) and how headlines changed 3 kB; telling events of one
  // kind apart 1 kB; the parameters that say where a visitor came from 1.7 kB, times in the languages, calendars and
  // zones of the world 1.5 kB; outlets' names with their sections in headlines, languages by their scripts, and days in
  // addresses, 1.5 kB.
  "background.js": 122_000,
  // Loaded while a data set is read or written out; the Public Suffix List and the entity table are most of it.
  "data-worker.js": 300_000,
  // Loaded while feeds are polled: the Public Suffix List, the feed parser with all its namespaces, the entity table.
  "feed-worker.js": 230_000,
  "feed-reader.html": 20_000,
};

/** The size of an entry of the built extension, in bytes, with every script and style it loads. */
export interface EntrySize {
  readonly entry: string;
  readonly raw: number;
  readonly gzip: number;
  /** `null` if the entry has no budget. */
  readonly budget: number | null;
}

/** The entries that are weighed. */
export const ENTRIES = [
  "overlay.js",
  "sidebar.html",
  "background.js",
  "popup.html",
  "options.html",
  "welcome.html",
  "today.html",
  "sidepanel.html",
  "citations.html",
  "compare.html",
  "outlet.html",
  "read-page.js",
  "read-text.js",
  "data-worker.js",
  "feed-worker.js",
  "feed-reader.html",
];

/** Measures the entries of a built extension: scripts, and pages with what they load. */
export function weighEntries(outDir: string): EntrySize[] {
  return ENTRIES.map((entry) => {
    const files = loadedBy(outDir, entry).map((file) => readFileSync(join(outDir, file)));
    return {
      entry,
      raw: files.reduce((sum, bytes) => sum + bytes.length, 0),
      gzip: files.reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0),
      budget: SIZE_BUDGETS[entry] ?? null,
    };
  });
}

/** A file and everything it loads: a page's scripts and styles, a script's imports. */
function loadedBy(outDir: string, entry: string): string[] {
  const files = new Set([entry]);
  for (const file of files) {
    const text = readFileSync(join(outDir, file), "utf8");
    for (const [, name = ""] of text.matchAll(/(?:src|href)="\/((?:chunks|assets)\/[^"]+)"/g))
      files.add(name);
    if (file.startsWith("chunks/"))
      for (const [, name = ""] of text.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g))
        files.add(`chunks/${name}`);
  }
  return [...files];
}

/** Build hook: fails the build when an entry of the shipped extension is over its budget. */
export function keepSizeBudgets(wxt: Wxt): void {
  if (wxt.config.mode !== "production") return;
  const over = weighEntries(wxt.config.outDir).filter(
    ({ gzip, budget }) => budget !== null && gzip > budget,
  );
  if (over.length === 0) return;
  const lines = over.map(({ entry, gzip, budget }) => `${entry}: ${gzip} bytes, budget ${budget}`);
  throw new Error(`Over the size budget (gzip):\n${lines.join("\n")}`);
}
