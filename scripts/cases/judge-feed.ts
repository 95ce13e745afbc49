import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { readFeed } from "../../core/feeds/read/read-feed.ts";
import { type Case, shown, type Verdict, verdictOf } from "./case.ts";

/** The day of the cases: their times are in the days before. */
const NOW = Date.UTC(2026, 10, 30);

const expectation = z.object({
  kind: z.string(),
  n: z.optional(z.number()),
  language: z.optional(z.nullable(z.string())),
  period: z.optional(z.nullable(z.number())),
  articles: z.optional(z.array(z.record(z.string(), z.unknown()))),
});

/** A feed that is read as a poll reads it. */
export function judgeFeed(given: Case): Verdict {
  const { folder, input, contentType = "", address = "", outlet } = given;
  const expected = z.parse(expectation, given.expected);
  const path = join(folder, String(input));
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.from(String(input));
  const { name, domain } = outlet ?? { name: "", domain: "" };
  const request = { outlet: { name, domains: [domain] }, now: NOW, oldest: 0 };
  const content = readFeed(bytes, contentType, address, request);
  const kind = typeof content === "string" ? content : "items";
  if (kind !== expected.kind || typeof content === "string")
    return verdictOf(given, kind === expected.kind ? [] : [`${expected.kind}, found ${kind}`]);
  const differences: string[] = [];
  const compare = (what: string, wanted: unknown, found: unknown) => {
    if (wanted !== undefined && !isSame(wanted, found))
      differences.push(`${what}: ${shown(wanted)}, found ${shown(found)}`);
  };
  compare("number of items", expected.n, content.articles.length);
  compare("language", expected.language, content.language);
  compare("period", expected.period, content.period);
  for (const [index, fields] of (expected.articles ?? []).entries()) {
    const record: Readonly<Record<string, unknown>> = { ...content.articles[index]?.record };
    for (const [field, value] of Object.entries(fields))
      compare(`${index} ${field}`, value, fieldOf(record, field));
  }
  return verdictOf(given, differences);
}

/** The cases call the address of an article's picture `image`. */
function fieldOf(record: Readonly<Record<string, unknown>>, field: string): unknown {
  if (field !== "image") return record[field] ?? null;
  return z.safeParse(pictures, record["images"]).data?.[0]?.url ?? null;
}

const pictures = z.array(z.looseObject({ url: z.string() }));

/** Times are the same when they are the same instant. */
function isSame(wanted: unknown, found: unknown): boolean {
  if (JSON.stringify(wanted) === JSON.stringify(found)) return true;
  if (typeof wanted !== "string" || typeof found !== "string") return false;
  return /^\d{4}-\d\d-\d\dT/.test(wanted) && Date.parse(wanted) === Date.parse(found);
}
