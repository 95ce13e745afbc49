import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { unpackTar } from "modern-tar";
import type { Page } from "puppeteer-core";
import type { PageReading } from "../../../core/page/page-reading.ts";
import { launchChromium } from "../../../test/harness/chromium.ts";
import { builtExtension } from "../../../test/harness/drive-browser.ts";
import { requireBrowsers } from "../../../test/harness/installed-browsers.ts";
import { startLocalWeb } from "../../../test/harness/local-web.ts";
import { median } from "../benchmark.ts";
import { corpusPath } from "../corpus.ts";

/** A page as our reader read it. */
export interface PageRead {
  /** Its row of the manifest. */
  readonly expected: Readonly<Record<string, string>>;
  readonly reading: PageReading;
  /** Main thread time, ms, median of all loads. */
  readonly ms: number;
}

/** The page runs and loads nothing; `eval` is for measuring. */
const POLICY = "default-src 'none'; script-src 'unsafe-eval'";

/** Opens each page of the manifest at its real address, served by this machine, and reads it. */
export async function readCorpusPages(
  manifest: readonly Readonly<Record<string, string>>[],
  rounds: number,
): Promise<PageRead[]> {
  const archive = gunzipSync(readFileSync(corpusPath("pages/article-extraction-benchmark.tar.gz")));
  const files = new Map(
    (await unpackTar(archive)).map(({ header, data }) => [header.name, data ?? new Uint8Array()]),
  );
  const bodies = new Map(
    manifest.map(({ known_url = "", set = "", path = "" }) => [
      withoutScheme(known_url),
      files.get(`${set}/${path}`),
    ]),
  );
  const web = await startLocalWeb((url) => {
    const body = bodies.get(withoutScheme(url.href));
    return body && { body, headers: { "content-security-policy": POLICY } };
  });
  const browser = await launchChromium({
    program: requireBrowsers(["chromium"]).chromium,
    extension: null,
    headless: true,
    proxyPort: web.proxyPort,
  });
  try {
    const code = readFileSync(join(builtExtension("chromium"), "read-page.js"), "utf8");
    const page = await browser.newPage();
    const pages: PageRead[] = [];
    for (const expected of manifest) {
      const runs: Run[] = [];
      for (let round = 0; round < rounds; round++)
        runs.push(await readAt(page, expected["known_url"] ?? "", code));
      const [first] = runs;
      if (first === undefined) throw new Error("no rounds");
      pages.push({ expected, reading: first.reading, ms: median(runs.map(({ ms }) => ms)) });
    }
    return pages;
  } finally {
    await browser.close();
    await web.close();
  }
}

/** Chromium tries an `http:` address as `https:` first. */
function withoutScheme(address: string): string {
  return new URL(address).href.replace(/^https?:|#.*/g, "");
}

interface Run {
  readonly reading: PageReading;
  readonly ms: number;
}

/** Runs our reader once in an isolated world, as in an extension. */
async function readAt(page: Page, address: string, code: string): Promise<Run> {
  await page.goto(address, { waitUntil: "load" });
  const session = await page.createCDPSession();
  const { frameTree } = await session.send("Page.getFrameTree");
  const { executionContextId } = await session.send("Page.createIsolatedWorld", {
    frameId: frameTree.frame.id,
  });
  const expression = `(() => {
    const start = performance.now();
    const reading = (0, eval)(${JSON.stringify(code)});
    return { reading, ms: performance.now() - start };
  })()`;
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
    expression,
    contextId: executionContextId,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
  return result.value as Run;
}
