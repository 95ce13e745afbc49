import { execFileSync } from "node:child_process";
import { findCoverage } from "../../core/coverage/find-coverage.ts";
import { prepareDataSet } from "../../core/data-set/prepare-data-set.ts";
import type { ArticleRecord } from "../../core/record/article-record.ts";
import { buildSegment } from "../../core/segment/build-segment.ts";
import { SegmentReader } from "../../core/segment/segment-reader.ts";
import { HOST_RULES } from "../../core/url/host-rules.ts";
import { registrableDomain } from "../../core/url/registrable-domain.ts";
import { urlKey } from "../../core/url/url-key.ts";
import type { Benchmark, BenchmarkRow } from "./benchmark.ts";
import { rounded } from "./benchmark.ts";
import { corpusPath, hasCorpus, readTable } from "./corpus.ts";

/** Target: mean share of a host's article ↔ AMP pairs that are recognised by the address alone. */
const PAIR_TARGET = 0.92;
/** Target: how many addresses of differently titled articles may share a key. */
const COLLISION_TARGET = 1 / 10_000;

/** URL identity on real addresses; a host with a thousand rows counts once. */
export const urlBenchmark: Benchmark = {
  what: "URL identity on real addresses, averaged over hosts",
  async run() {
    if (!hasCorpus)
      return {
        rows: [],
        notes: ["The real data is not on this machine: nothing was measured."],
        missed: [],
      };
    const triples = readTable("urls/amp-triples.tsv");
    const pages = readTable("urls/us-article-pages.tsv.gz");
    const ampPairs = triples.map(({ webUrl = "", ampWebUrl = "" }) => pair(webUrl, ampWebUrl));
    const cachePairs = triples
      .filter(({ cdnAmpWebUrl }) => cdnAmpWebUrl)
      .map(({ cdnAmpWebUrl = "", ampWebUrl = "" }) => pair(ampWebUrl, cdnAmpWebUrl));
    const linked = pages.map(({ canonical = "", amphtml = "" }) => pair(canonical, amphtml));
    const withinSite = linked.filter(({ page, other }) => siteOf(page) === siteOf(other));

    const cache = share(cachePairs);
    const amp = share(ampPairs);
    const withoutHostRules = ampPairs.filter(({ host }) => !hasHostRule(host));
    const rows: BenchmarkRow[] = [
      row("AMP address ↔ AMP cache", cache),
      row("article ↔ AMP address", amp),
      row("  of them hosts with no rule of their own", share(withoutHostRules)),
      row("canonical ↔ amphtml, same site (US pages)", share(withinSite)),
      row("canonical ↔ amphtml, any site (US pages)", share(linked)),
      row("AMP address looked up in an index of the records", await shareFound(triples)),
    ];
    const collisions = await countCollisions();
    rows.push({
      measure: "addresses with different titles that share a key",
      hosts: null,
      pairs: collisions.addresses,
      share: rounded((collisions.shared / collisions.addresses) * 10_000, 3),
    });
    const notes = [
      "“Any site”: most of these pages name another site's article as their AMP page (syndicated articles).",
      "The last row's share is per 10,000 addresses (records and 270,000 headlines).",
    ];
    const examples = [
      "Addresses with different titles that share a key:",
      ...collisions.examples.map((example) => `  ${example}`),
      "Article ↔ AMP pairs that the address alone does not tell, one a host:",
      ...examplesOfMissed(ampPairs),
    ];
    const missed: string[] = [];
    if (cache.share < 1) missed.push(`AMP cache ${cache.share}, target 1`);
    if (amp.share < PAIR_TARGET) missed.push(`article ↔ AMP ${amp.share}, target ${PAIR_TARGET}`);
    if (collisions.shared / collisions.addresses > COLLISION_TARGET)
      missed.push(`${collisions.shared} collisions in ${collisions.addresses}`);
    return { rows, notes, examples, missed };
  },
};

interface Pair {
  readonly host: string;
  readonly page: string;
  readonly other: string;
}

function pair(page: string, other: string): Pair {
  return { host: URL.parse(page)?.hostname ?? "", page, other };
}

function siteOf(address: string): string {
  return registrableDomain(URL.parse(address)?.hostname ?? "");
}

function isSame({ page, other }: Pair): boolean {
  return urlKey(page) === urlKey(other);
}

interface Share {
  readonly hosts: number;
  readonly pairs: number;
  /** Mean over hosts of the share of their pairs with one key. */
  readonly share: number;
}

function share(pairs: readonly Pair[]): Share {
  const byHost = [...Map.groupBy(pairs, ({ host }) => host).values()];
  const shares = byHost.map((of) => of.filter(isSame).length / of.length);
  const sum = shares.reduce((a, b) => a + b, 0);
  return { hosts: byHost.length, pairs: pairs.length, share: sum / byHost.length };
}

/** Share of AMP addresses under which a look-up finds the article whose record has them. */
async function shareFound(triples: readonly Record<string, string>[]): Promise<Share> {
  const records = triples.map(
    ({ webUrl = "", ampWebUrl = "", cdnAmpWebUrl = "" }): ArticleRecord => ({
      title: webUrl,
      webUrl,
      ampWebUrl,
      ...(cdnAmpWebUrl !== "" && { cdnAmpWebUrl }),
      type: "article",
      provider: { name: "outlet", domain: new URL(webUrl).hostname },
    }),
  );
  const manifest = { id: "triples", name: "Triples", description: "", licence: "none", source: "" };
  const dataSet = prepareDataSet(manifest, records, registrableDomain);
  const blocks = new Map<string, Uint8Array<ArrayBuffer>>();
  for await (const { name, bytes } of buildSegment(dataSet)) blocks.set(name, bytes);
  const segment = await SegmentReader.open(async (name) => blocks.get(name));
  // Two records may name one AMP address (an article that moved): finding either is right.
  const named = Map.groupBy(triples, ({ ampWebUrl = "" }) => urlKey(ampWebUrl));
  let found = 0;
  for (const { ampWebUrl = "" } of triples) {
    const coverage = await findCoverage([segment], ampWebUrl, []);
    const key = coverage.kind === "article" ? urlKey(coverage.page.url) : null;
    const records = named.get(urlKey(ampWebUrl)) ?? [];
    if (records.some(({ webUrl = "" }) => urlKey(webUrl) === key)) found++;
  }
  const hosts = new Set(triples.map(({ ampWebUrl = "" }) => new URL(ampWebUrl).hostname));
  return { hosts: hosts.size, pairs: triples.length, share: found / triples.length };
}

function row(measure: string, { hosts, pairs, share: value }: Share): BenchmarkRow {
  return { measure, hosts, pairs, share: rounded(value, 4) };
}

function hasHostRule(host: string): boolean {
  return HOST_RULES.some((rule) => rule.host.test(host.replace(/^(?:www|m|mobile|amp)\./, "")));
}

function examplesOfMissed(pairs: readonly Pair[]): string[] {
  const byHost = Map.groupBy(
    pairs.filter((of) => !isSame(of)),
    ({ host }) => host,
  );
  return Array.from(byHost.values(), ([first]) => `  ${first?.page}\n    ${first?.other}`);
}

interface Collisions {
  readonly addresses: number;
  readonly shared: number;
  readonly examples: readonly string[];
}

/** Distinct page addresses of the records and headlines that share a key with another title. */
async function countCollisions(): Promise<Collisions> {
  const titles = new Map<string, string>();
  for (const { url = "", title = "" } of readTable("headlines/us-homepages-270k.tsv.gz"))
    titles.set(url, title);
  // Title and address of each record, without parsing its YAML in full.
  const records = execFileSync("tar", ["-xJOf", corpusPath("records/records.tar.xz")], {
    maxBuffer: 1 << 30,
    encoding: "utf8",
  });
  for (const [, title = "", url = ""] of records.matchAll(
    /^title: "((?:[^"\\]|\\.)*)"$[\s\S]*?^webUrl: "([^"]*)"$/gm,
  ))
    titles.set(url, title);
  const keys = new Map<string, { address: string; title: string }>();
  const examples: string[] = [];
  for (const [address, title] of titles) {
    const key = urlKey(address);
    if (key === null) continue;
    const plain = title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    const other = keys.get(key);
    if (other === undefined) keys.set(key, { address, title: plain });
    else if (other.title !== plain) examples.push(`${other.address} | ${address}`);
  }
  return { addresses: titles.size, shared: examples.length, examples };
}
