import { execFileSync } from "node:child_process";
import { existsSync, openAsBlob, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readFiles } from "../../../core/import/read-files.ts";
import { pageAddress } from "../../../core/record/article-addresses.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { urlKey } from "../../../core/url/url-key.ts";
import { corpusPath } from "../../../scripts/bench/corpus.ts";
import { OptionsPage } from "../../harness/options-page.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { sampleOf } from "../../sample.ts";
import { useFolder } from "../own-folder.ts";
import { unfoldCards, useBrowser } from "../session.ts";

const archive = corpusPath("records/records.tar.xz");
/** Of a sample every fiftieth file is taken. */
const EVERY = sampleOf(50, 1);
const PAGES = sampleOf(5, 50);

const session = useBrowser(
  () => ({ body: standInPage({ title: "A story of the corpus", site: "An outlet" }) }),
  { asksPermissions: true },
);
const { folder } = useFolder();

/** The corpus as a user has it: one `.tar.gz`. */
function packed(): string {
  execFileSync("tar", ["-xJf", archive, "-C", folder]);
  const file = join(folder, "records.tar.gz");
  const names = ["azure", "powerapps"].flatMap((part) =>
    readdirSync(join(folder, part), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .map((name) => join(part, name)),
  );
  const list = join(folder, "names.txt");
  writeFileSync(list, names.filter((_, i) => i % EVERY === 0).join("\n"));
  execFileSync("tar", ["-czf", file, "-C", folder, "-T", list]);
  return file;
}

/**
 * Articles of different hosts whose records name others, evenly from all over the file. Of two records of one page the
 * first counts, as in the import.
 */
async function someArticles(file: string): Promise<ArticleRecord[]> {
  const records: ArticleRecord[] = [];
  for await (const event of readFiles([{ path: "records.tar.gz", blob: await openAsBlob(file) }]))
    if (event.kind === "batch") records.push(...event.records.map(({ record }) => record));
  const keys = records.map((record) => urlKey(pageAddress(record)));
  const byHost = new Map(
    records
      .filter((_, i) => keys.indexOf(keys[i] ?? null) === i)
      .filter(({ related = [] }) => related.length > 0)
      .map((record) => [new URL(pageAddress(record)).hostname, record]),
  );
  const hosts = [...byHost.values()];
  return Array.from(
    { length: PAGES },
    (_, i) => hosts[Math.floor((i * hosts.length) / PAGES)],
  ).filter((record) => record !== undefined);
}

const keysOf = (addresses: readonly string[]) => new Set(addresses.map(urlKey));

describe.skipIf(!existsSync(archive))("the files of a news site, 5,632 in all", () => {
  test("are imported through the options page; then their pages show the coverage their records name", async () => {
    const file = packed();
    const options = await OptionsPage.open(session.browser);
    await options.chooseFiles(file);
    const summary = (await options.waitForPanel("Before it is added")).replaceAll(/\s+/g, " ");
    expect(summary).toContain(" Records rejected 0 ");
    // 22 of the 5,632 records are of a page that another record is about.
    const whole = /Articles 5,610 .* Duplicates 22 /;
    expect(summary).toMatch(sampleOf(/Articles 1\d\d /, whole));
    await options.nameIt("Corpus");
    await options.confirm("sites");
    await options.waitForToast("has been added.");
    await options.waitForStories();
    const { dataSets } = await options.status();
    expect(dataSets[1]).toMatchObject({ health: "good", isAccessGranted: true });

    const missing: string[] = [];
    for (const record of await someArticles(file)) {
      const page = await session.open(pageAddress(record));
      const view = await session.sidebar(page);
      await unfoldCards(view);
      const shown = keysOf(
        await view.run((document) =>
          Array.from(
            document.querySelectorAll<HTMLAnchorElement>(".cards .card-title a, .cards .copies a"),
            ({ href }) => href,
          ),
        ),
      );
      const own = urlKey(pageAddress(record));
      const named = keysOf((record.related ?? []).map(pageAddress));
      for (const key of named) if (key !== own && !shown.has(key)) missing.push(`${own}: ${key}`);
      await page.close();
    }
    expect(missing).toEqual([]);
    await options.close();
  });
});
