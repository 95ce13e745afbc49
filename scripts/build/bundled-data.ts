import { mkdir, open, readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Wxt, WxtHooks } from "wxt";
import { BUNDLED_DATA_FILE, dataSetManifest } from "../../core/data-set/data-set.ts";
import {
  type DataSetFileFacts,
  writeDataSetFile,
} from "../../core/data-set-file/write-data-set-file.ts";
import { STARTER_LIST_FILE } from "../../core/outlets/starter-list.ts";
import { pageAddress } from "../../core/record/article-addresses.ts";
import type { ArticleRecord } from "../../core/record/article-record.ts";
import { describeProblem, type Problem } from "../../core/record/problem.ts";
import { readMarkdownRecord } from "../../core/record/read-markdown-record.ts";
import type { ReadResult } from "../../core/record/read-record.ts";
import { createMemorySpill } from "../../core/story-index/spill.ts";
import { registrableDomain } from "../../core/url/registrable-domain.ts";
import { urlKey } from "../../core/url/url-key.ts";
import { bundledCountryNames } from "../country-names/bundled-country-names.ts";
import { fileStorage } from "../tools/file-storage.ts";
import type { BundledData } from "./bundled-records.ts";
import { readGivenData } from "./given-data.ts";

/** The list of outlets to choose from; it is the same whatever data set is bundled. */
const STARTER_LIST = fileURLToPath(new URL(`../../data/${STARTER_LIST_FILE}`, import.meta.url));

/**
 * Reads and validates `data/`: the manifest and every `articles/*.md`.
 *
 * @throws Error that lists each unusable field with file, line, field and expectation. What ships
 * is held to a higher standard than what a user imports: only repairs of text pass.
 */
export async function readBundledData(folder: URL): Promise<BundledData> {
  const manifest = dataSetManifest.parse(
    JSON.parse(await readFile(new URL("manifest.json", folder), "utf8")),
  );
  const articles = new URL("articles/", folder);
  const files = (await readdir(articles)).filter((name) => name.endsWith(".md")).sort();
  const results: ReadResult[] = [];
  for (const name of files)
    results.push(readArticle(`data/articles/${name}`, await readFile(new URL(name, articles))));
  const found = results.flatMap(({ problems }) => problems);
  const unusable = found.filter(({ severity }) => severity !== "repaired");
  if (unusable.length > 0)
    throw new Error(`Bundled data is not usable:\n${unusable.map(describeProblem).join("\n")}`);
  const { records, duplicates } = withoutDuplicates(files, results);
  return { manifest, records, problems: [...found, ...duplicates] };
}

function readArticle(file: string, bytes: Uint8Array): ReadResult {
  try {
    return readMarkdownRecord(file, new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { record: null, problems: [rejected(file, "", "expected text in UTF-8")] };
  }
}

/** The records whose article no earlier file has. */
function withoutDuplicates(
  files: readonly string[],
  results: readonly ReadResult[],
): { readonly records: ArticleRecord[]; readonly duplicates: Problem[] } {
  const firstFile = new Map<string | null, string>();
  const records: ArticleRecord[] = [];
  const duplicates: Problem[] = [];
  for (const [i, { record }] of results.entries()) {
    if (record === null) continue;
    const file = `data/articles/${files[i]}`;
    const key = urlKey(pageAddress(record));
    const first = firstFile.get(key);
    if (first === undefined) {
      firstFile.set(key, file);
      records.push(record);
    } else
      duplicates.push(
        rejected(file, "webUrl", `left out: ${first} is of the same page, and the first counts`),
      );
  }
  return { records, duplicates };
}

function rejected(file: string, field: string, message: string): Problem {
  return { file, line: null, field, severity: "rejected", message, found: "" };
}

/** The file that the extension ships, and what goes into its manifest. */
interface BuiltFile {
  readonly path: string;
  readonly facts: DataSetFileFacts;
  readonly problems: readonly Problem[];
}

/** Writes the data set file of some articles into a folder. */
async function buildFile(data: BundledData, into: string): Promise<BuiltFile> {
  const { manifest, records, problems } = data;
  await mkdir(into, { recursive: true });
  const path = join(into, BUNDLED_DATA_FILE);
  const file = await open(path, "w+");
  try {
    const facts = await writeDataSetFile(fileStorage(file), {
      manifest,
      records,
      siteOf: registrableDomain,
      countries: bundledCountryNames(),
      spill: createMemorySpill(),
    });
    return { path, facts, problems };
  } finally {
    await file.close();
  }
}

/**
 * Build hooks. They put the bundled data set and the list of outlets into the extension and the data set's sites into
 * the manifest's host permissions, and build again when a file in `data/` changes.
 *
 * @param path files to bundle instead of `folder`, in any form that import reads
 */
export function bundledData(folder: URL, path?: string): Partial<WxtHooks> {
  let building: Promise<BuiltFile> | null = null;
  const build = (wxt: Wxt): Promise<BuiltFile> => {
    // One folder for each browser: both are built side by side.
    building ??= (path === undefined ? readBundledData(folder) : readGivenData(path)).then((data) =>
      buildFile(data, join(wxt.config.outBaseDir, `data-${wxt.config.browser}`)),
    );
    building.catch(() => {
      building = null;
    });
    return building;
  };
  return {
    "build:publicAssets": async (wxt, files) => {
      const { path, problems } = await build(wxt).catch((error: unknown) => {
        wxt.logger.error(error); // the dev server swallows what a hook throws
        throw error;
      });
      for (const problem of problems)
        if (problem.severity === "repaired") wxt.logger.info(describeProblem(problem));
        else wxt.logger.warn(describeProblem(problem));
      files.push(
        { relativeDest: BUNDLED_DATA_FILE, absoluteSrc: path },
        { relativeDest: STARTER_LIST_FILE, absoluteSrc: STARTER_LIST },
      );
    },
    "build:manifestGenerated": async (wxt, manifest) => {
      const { facts } = await build(wxt);
      manifest.host_permissions = [...(manifest.host_permissions ?? []), ...facts.patterns];
    },
    "server:created": (wxt, server) => {
      const watched = fileURLToPath(folder);
      server.watcher.add(watched);
      server.watcher.on("all", (event, path) => {
        if (!path.startsWith(watched) || path.startsWith(wxt.config.publicDir)) return;
        building = null;
        // For the development server the bundled data is a public asset, which it makes again on any change there.
        server.watcher.emit("all", event, `${wxt.config.publicDir}${sep}${BUNDLED_DATA_FILE}`);
      });
    },
  };
}
