import { readdir, readFile } from "node:fs/promises";
import { sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { WxtHooks } from "wxt";
import { BUNDLED_DATA_FILE, type DataSet, dataSetManifest } from "../../core/data-set/data-set.ts";
import { prepareDataSet } from "../../core/data-set/prepare-data-set.ts";
import { STARTER_LIST_FILE } from "../../core/outlets/starter-list.ts";
import { pageAddress } from "../../core/record/article-addresses.ts";
import { describeProblem, type Problem } from "../../core/record/problem.ts";
import { readMarkdownRecord } from "../../core/record/read-markdown.ts";
import type { ReadResult } from "../../core/record/read-record.ts";
import { registrableDomain } from "../../core/url/registrable-domain.ts";
import { urlKey } from "../../core/url/url-key.ts";

/** The list of outlets to choose from; it is the same whatever data set is bundled. */
const STARTER_LIST = fileURLToPath(new URL(`../../data/${STARTER_LIST_FILE}`, import.meta.url));

/** The bundled data set and every repair made to it. */
export interface BundledData {
  readonly dataSet: DataSet;
  readonly problems: readonly Problem[];
}

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
  const results = await Promise.all(
    files.map(async (name) =>
      readArticle(`data/articles/${name}`, await readFile(new URL(name, articles))),
    ),
  );
  const problems = [...results.flatMap((result) => result.problems), ...repeated(files, results)];
  const unusable = problems.filter(({ severity }) => severity !== "repaired");
  if (unusable.length > 0)
    throw new Error(`Bundled data is not usable:\n${unusable.map(describeProblem).join("\n")}`);
  const records = results.map(({ record }) => record).filter((record) => record !== null);
  return { dataSet: prepareDataSet(manifest, records, registrableDomain), problems };
}

function readArticle(file: string, bytes: Uint8Array): ReadResult {
  try {
    return readMarkdownRecord(file, new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { record: null, problems: [rejected(file, "", "expected text in UTF-8")] };
  }
}

/** Records of an article that an earlier file has already. */
function repeated(files: readonly string[], results: readonly ReadResult[]): Problem[] {
  const firstFile = new Map<string | null, string>();
  return results.flatMap(({ record }, i) => {
    const file = `data/articles/${files[i]}`;
    if (record === null) return [];
    const key = urlKey(pageAddress(record));
    const first = firstFile.get(key);
    if (first === undefined) firstFile.set(key, file);
    return first === undefined
      ? []
      : [rejected(file, "webUrl", `expected an article of its own; ${first} has the same`)];
  });
}

function rejected(file: string, field: string, message: string): Problem {
  return { file, line: null, field, severity: "rejected", message, found: "" };
}

/**
 * Build hooks. They put the bundled data set and the list of outlets into the extension and the data set's sites into
 * the manifest's host permissions, and build again when a file in `data/` changes.
 */
export function bundledData(folder: URL): Partial<WxtHooks> {
  return {
    "build:publicAssets": async (wxt, files) => {
      const { dataSet, problems } = await readBundledData(folder).catch((error: unknown) => {
        wxt.logger.error(error); // the dev server swallows what a hook throws
        throw error;
      });
      for (const problem of problems) wxt.logger.info(describeProblem(problem));
      files.push(
        { relativeDest: BUNDLED_DATA_FILE, contents: JSON.stringify(dataSet) },
        { relativeDest: STARTER_LIST_FILE, absoluteSrc: STARTER_LIST },
      );
    },
    "build:manifestGenerated": async (_wxt, manifest) => {
      const { dataSet } = await readBundledData(folder);
      manifest.host_permissions = [...(manifest.host_permissions ?? []), ...dataSet.patterns];
    },
    "server:created": (wxt, server) => {
      const watched = fileURLToPath(folder);
      server.watcher.add(watched);
      server.watcher.on("all", (event, path) => {
        if (!path.startsWith(watched) || path.startsWith(wxt.config.publicDir)) return;
        // For the development server the bundled data is a public asset, which it makes again on any change there.
        server.watcher.emit("all", event, `${wxt.config.publicDir}${sep}${BUNDLED_DATA_FILE}`);
      });
    },
  };
}
