import type { ColumnMapping } from "../../core/import/tables/columns.ts";
import { pageAddress } from "../../core/record/article-addresses.ts";
import { registrableDomain } from "../../core/url/registrable-domain.ts";
import { readArticles } from "./read-articles.ts";
import { closingLine, exitCodeOf, summaryLines } from "./summary-lines.ts";

/** `dataset stats`: prints what kinds of articles a data set holds. */
export async function stats(
  paths: readonly string[],
  { columns }: { columns: ColumnMapping },
): Promise<number> {
  const outlets = new Map<string, number>();
  const types = new Map<string, number>();
  const topics = new Map<string, number>();
  const qualities: number[] = [];
  const sites = new Map<string, string>();
  const siteOf = (host: string) => {
    const site = sites.get(host) ?? registrableDomain(host);
    sites.set(host, site);
    return site;
  };
  const reading = await readArticles(paths, columns, {
    onArticle({ record }) {
      count(outlets, siteOf(new URL(pageAddress(record)).hostname));
      count(types, record.type);
      for (const topic of record.topics ?? []) count(topics, topic);
      if (record.quality !== undefined) qualities.push(record.quality);
    },
  });
  console.log(`articles: ${reading.intake.summary().records}`);
  for (const line of summaryLines(reading)) console.log(line);
  console.log(`quality quartiles: ${quartiles(qualities)}`);
  console.log(`sites asked for: ${reading.intake.patterns().length}`);
  console.log(`most articles: ${most(outlets)}`);
  console.log(`types: ${most(types)}`);
  console.log(`topics: ${most(topics)}`);
  console.log(closingLine(reading));
  return exitCodeOf(reading);
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function most(counts: ReadonlyMap<string, number>): string {
  const top = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 10);
  return top.length === 0 ? "none" : top.map(([name, n]) => `${name} ${n}`).join(", ");
}

function quartiles(values: readonly number[]): string {
  if (values.length === 0) return "not rated";
  const sorted = [...values].sort((a, b) => a - b);
  return [0, 0.25, 0.5, 0.75, 1]
    .map((part) => sorted[Math.round(part * (sorted.length - 1))])
    .join(", ");
}
