import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DataSetFile } from "../../core/data-set-file/data-set-file.ts";
import type { ArticleRecord } from "../../core/record/article-record.ts";
import { readableRecords } from "../../core/segment/scan-source.ts";
import { weighEntries } from "../../scripts/build/size-budget.ts";
import { builtExtension } from "../harness/drive-browser.ts";

const read = (folder: string, file: string) => readFileSync(join(folder, file), "utf8");

/** A piece of text that only this library's code has; the third column is an entry that has it. */
const LIBRARY_MARKS = [
  ["Preact", "__html", "sidebar.html"],
  ["zod", "_zod", "background.js"],
  ["idb", "IDBCursor", "background.js"],
  ["webextension-polyfill", "__mozWebExtensionPolyfillReject__", "background.js"],
] as const;

const BROWSERS = ["chromium", "firefox"] as const;

describe.each(BROWSERS)("the extension built for %s", (browser) => {
  const folder = builtExtension(browser);
  const manifest = JSON.parse(read(folder, "manifest.json"));

  test("asks for the least permissions that do the job", () => {
    expect(manifest.permissions).toEqual([
      "activeTab",
      "alarms",
      "contextMenus",
      ...(browser === "chromium" ? ["offscreen"] : []),
      "scripting",
      ...(browser === "chromium" ? ["sidePanel"] : []),
      "storage",
      "unlimitedStorage",
    ]);
    expect(manifest.optional_permissions).toBeUndefined();
    expect(manifest.optional_host_permissions).toEqual(["*://*/*"]);
    expect(manifest.host_permissions).toEqual([
      "*://*.businessinsider.com/*",
      "*://*.futurism.com/*",
      "*://*.washingtonexaminer.com/*",
      "*://*.wsj.com/*",
      "*://futurism-com.cdn.ampproject.org/*",
      "*://www-businessinsider-com.cdn.ampproject.org/*",
      "*://www-washingtonexaminer-com.cdn.ampproject.org/*",
    ]);
  });

  test("gives the reason for each permission in the README, and for no other", () => {
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    const table = /## Permissions and privacy\n([\s\S]*?)\n\n[^|\n]/.exec(readme)?.[1] ?? "";
    const named = Array.from(table.matchAll(/^\| `(\w+)` \| .{20,} \|$/gm), ([, name]) => name);
    // Firefox's background is a page, and needs no other; its side panel needs no permission.
    const asked = named.filter(
      (name) => browser === "chromium" || !/^(?:offscreen|sidePanel)$/.test(name ?? ""),
    );
    expect(asked.sort()).toEqual(manifest.permissions);
    expect(table).toContain("the sites of the bundled data set");
    expect(table).toContain("the sites of a data set that you add, or all sites (optional)");
  });

  test("makes no connection without encryption", () => {
    const policy: string = manifest.content_security_policy.extension_pages;
    expect(policy).toMatch(/(?:^|; )connect-src 'self' https:;/);
    expect(policy).toMatch(/^script-src 'self'; /);
  });

  test("exposes only the sidebar's page to web pages, under a new address for each session", () => {
    expect(manifest.web_accessible_resources).toEqual([
      { resources: ["sidebar.html"], matches: ["<all_urls>"], use_dynamic_url: true },
    ]);
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.content_scripts).toBeUndefined();
  });

  test("keeps every entry within its size budget", () => {
    for (const { entry, gzip, budget } of weighEntries(folder))
      if (budget !== null) expect(gzip, entry).toBeLessThanOrEqual(budget);
  });

  test.each(LIBRARY_MARKS)("has no %s in the content script", (_library, mark, elsewhere) => {
    expect(read(folder, "overlay.js").includes(mark)).toBe(false);
    const bundle = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) =>
        elsewhere === "sidebar.html" ? file.startsWith("chunks") : file === elsewhere,
      )
      .filter((file) => file.endsWith(".js"))
      .map((file) => read(folder, file))
      .join("");
    expect(bundle.includes(mark)).toBe(true);
  });

  test("has the reader of Parquet in the data worker alone", () => {
    const scripts = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".js"),
    );
    const mark = "parquet unsupported page type";
    expect(scripts.filter((file) => read(folder, file).includes(mark))).toEqual(["data-worker.js"]);
  });

  test("holds the data set in a file of its own, in no script", async () => {
    expect(JSON.stringify(await bundledRecords(folder))).toContain("Clearview AI");
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }))
      if (file.endsWith(".js")) expect(read(folder, file).includes("Clearview"), file).toBe(false);
  });

  test("keeps `secured` byte for byte and the repaired excerpt repaired", async () => {
    const source = readFileSync(
      new URL(
        "../../data/articles/2022-04-15-ukraine-reportedly-using-facial-recognition-to-send-photos-of-dead-russian-soldiers-to-their-mothers.md",
        import.meta.url,
      ),
      "utf8",
    );
    const secured = /^secured: "(.*)"$/m.exec(source)?.[1];
    const [record] = await bundledRecords(folder);
    expect(record?.secured).toBe(secured);
    expect(record?.related?.[2]?.excerpt).toMatch(/^BUCHA, Ukraine—Searching/);
  });

  test.each([
    ["options.html", ["kit", "options"]],
    ["popup.html", ["kit", "coverage", "popup"]],
    ["sidebar.html", ["kit", "coverage", "sidebar"]],
    ["welcome.html", ["kit", "coverage", "welcome"]],
  ])("links the stylesheets of %s so that a page's own rules win", (page, names) => {
    const links = read(folder, page).matchAll(/<link rel="stylesheet"[^>]*href="\/assets\/(\w+)-/g);
    expect(Array.from(links, ([, name]) => name)).toEqual(names);
  });

  test("turns no text into markup", () => {
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }))
      if (file.endsWith(".js"))
        expect(
          /\.innerHTML\s*=|insertAdjacentHTML|document\.write/.test(read(folder, file)),
          file,
        ).toBe(false);
  });
});

test("both browsers get the same data set file, byte for byte", () => {
  const [one, other] = BROWSERS.map(builtExtension).map((folder) =>
    readFileSync(`${folder}/bundled.dataset`),
  );
  expect(one?.equals(other ?? Buffer.of())).toBe(true);
});

/** The records of the data set that a build holds. */
async function bundledRecords(folder: string): Promise<ArticleRecord[]> {
  const bytes = new Uint8Array(readFileSync(`${folder}/bundled.dataset`));
  const file = await DataSetFile.open(async (start, end) => bytes.slice(start, end), bytes.length);
  const records: ArticleRecord[] = [];
  for await (const block of file.scan())
    records.push(...readableRecords(block).map(([, record]) => record));
  return records;
}
