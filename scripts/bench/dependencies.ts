import { gzipSync } from "node:zlib";
import { build } from "vite";
import { ROOT } from "../tools/run-tool.ts";
import type { Benchmark } from "./benchmark.ts";

/** How the code uses each package, and where it ends up. */
const USES: readonly (readonly [name: string, where: string, code: string])[] = [
  [
    "preact",
    "views",
    'import { render } from "preact"; import * as hooks from "preact/hooks"; console.log(render, hooks.useState, hooks.useEffect, hooks.useRef)',
  ],
  [
    "zod/mini",
    "background, popup",
    'import * as z from "zod/mini"; console.log(z.object({ a: z.optional(z.string().check(z.maxLength(3))), b: z.array(z.discriminatedUnion("t", [z.strictObject({ t: z.literal("x") })])) }).safeParse({}))',
  ],
  [
    "zod",
    "not used",
    'import * as z from "zod"; console.log(z.object({ a: z.optional(z.string().max(3)), b: z.array(z.discriminatedUnion("t", [z.strictObject({ t: z.literal("x") })])) }).safeParse({}))',
  ],
  [
    "hyparquet",
    "data worker",
    'import { parquetMetadataAsync, parquetSchema } from "hyparquet"; import { readPage } from "hyparquet/src/column.js"; import { assembleNested } from "hyparquet/src/assemble.js"; console.log(parquetMetadataAsync, parquetSchema, readPage, assembleNested)',
  ],
  ["fzstd", "data worker", 'import { decompress } from "fzstd"; console.log(decompress)'],
  [
    "hyparquet-compressors (LZ4)",
    "data worker",
    'import { decompressLz4, decompressLz4Raw } from "hyparquet-compressors/src/lz4.js"; console.log(decompressLz4, decompressLz4Raw)',
  ],
  ["smol-toml", "data worker", 'import { parse } from "smol-toml"; console.log(parse)'],
  ["idb", "background", 'import { openDB } from "idb"; console.log(openDB("a", 1, {}))'],
  [
    "webextension-polyfill",
    "background, views",
    'import browser from "webextension-polyfill"; console.log(browser)',
  ],
  [
    "@noble/ed25519",
    "published data sets",
    'import { verifyAsync } from "@noble/ed25519"; console.log(verifyAsync)',
  ],
  [
    "tldts",
    "build only",
    'import { getDomain } from "tldts"; console.log(getDomain("a", { allowPrivateDomains: true }))',
  ],
  [
    "js-yaml",
    "build only",
    'import { parseEvents, constructFromEvents } from "js-yaml"; console.log(parseEvents, constructFromEvents)',
  ],
  [
    "feedsmith",
    "feed worker",
    'import { parseAtomFeed, parseJsonFeed, parseRdfFeed, parseRssFeed } from "feedsmith"; console.log(parseAtomFeed, parseJsonFeed, parseRdfFeed, parseRssFeed)',
  ],
  [
    "fast-xml-parser (in feedsmith)",
    "feed worker",
    'import { XMLParser } from "fast-xml-parser"; console.log(new XMLParser({}))',
  ],
  [
    "entities",
    "build only",
    'import { decodeHTMLStrict } from "entities"; console.log(decodeHTMLStrict)',
  ],
];

/** The size of each package alone, bundled and minified as in the build. */
export const dependencyBenchmark: Benchmark = {
  what: "bytes of each package alone, bundled and minified",
  async run() {
    const rows = [];
    for (const [name, where, code] of USES) {
      const bytes = Buffer.from(await bundle(code));
      rows.push({
        package: name,
        where,
        raw: bytes.length,
        gzip: gzipSync(bytes, { level: 9 }).length,
      });
    }
    return { rows, notes: [], missed: [] };
  },
};

async function bundle(code: string): Promise<string> {
  const entry = "virtual:use";
  const result = await build({
    configFile: false,
    logLevel: "error",
    root: ROOT,
    plugins: [
      {
        name: "use",
        resolveId: (id) => (id === entry ? `${ROOT}use.js` : null),
        load: (id) => (id === `${ROOT}use.js` ? code : null),
      },
    ],
    build: { write: false, minify: true, rollupOptions: { input: entry } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !("output" in output)) throw new Error("nothing was bundled");
  return output.output.map((part) => (part.type === "chunk" ? part.code : "")).join("");
}
