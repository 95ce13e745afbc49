import { urlKey } from "../url/url-key.ts";
import { type Correction, MAX_CORRECTIONS } from "./corrections.ts";
import { newCorrection } from "./new-correction.ts";

const FORMAT = "second-source-corrections";
const VERSION = 1;

/** Longest file that is read, in bytes. Holds ten thousand corrections with the longest titles in most scripts. */
export const MAX_CORRECTIONS_FILE = 20_000_000;

const FIELDS = ["page", "article", "pageTitle", "articleTitle", "at"] as const;

/** Why a file of corrections cannot be read. `number` is the number of the pair; the first one is 1. */
export type CorrectionsFileFault =
  | { readonly kind: "not-json" | "other-format" | "too-many" }
  | { readonly kind: "other-version"; readonly version: string }
  | { readonly kind: "field"; readonly number: number; readonly field: (typeof FIELDS)[number] }
  | { readonly kind: "one-article"; readonly number: number };

/** The JSON text of a file of corrections: addresses with `https`, times in ISO 8601. */
export function writeCorrectionsFile(pairs: readonly Correction[]): string {
  const written = pairs.map(savedCorrection);
  return `${JSON.stringify({ format: FORMAT, version: VERSION, pairs: written }, null, 2)}\n`;
}

/** A correction as files hold it. */
export function savedCorrection({ page, article, pageTitle, articleTitle, at }: Correction) {
  return {
    page: `https://${page}`,
    article: `https://${article}`,
    pageTitle,
    articleTitle,
    at: new Date(at).toISOString(),
  };
}

/** Reads such a file: all its corrections, or the first fault. Titles may be missing. */
export function readCorrectionsFile(
  text: string,
): { readonly pairs: readonly Correction[] } | { readonly fault: CorrectionsFileFault } {
  const file = objectIn(text);
  if (file === null) return { fault: { kind: "not-json" } };
  const { format, version, pairs } = file;
  if (format !== FORMAT) return { fault: { kind: "other-format" } };
  if (version !== VERSION)
    return { fault: { kind: "other-version", version: String(version).slice(0, 20) } };
  if (!Array.isArray(pairs)) return { fault: { kind: "other-format" } };
  if (pairs.length > MAX_CORRECTIONS) return { fault: { kind: "too-many" } };
  const read: Correction[] = [];
  for (const [i, entry] of pairs.entries()) {
    const pair = readCorrection(entry);
    if ("kind" in pair) return { fault: { ...pair, number: i + 1 } };
    read.push(pair);
  }
  return { pairs: read };
}

/** Why an entry is no correction. */
type EntryFault =
  | { readonly kind: "field"; readonly field: (typeof FIELDS)[number] }
  | { readonly kind: "one-article" };

/** Reads a correction as files hold it, or says what of it cannot be used. Titles may be missing. */
export function readCorrection(entry: unknown): Correction | EntryFault {
  const fields: Partial<Record<string, unknown>> =
    typeof entry === "object" && entry !== null ? entry : {};
  const [page, article, pageTitle = "", articleTitle = "", at] = FIELDS.map((name) => fields[name]);
  const fault = (field: (typeof FIELDS)[number]): EntryFault => ({ kind: "field", field });
  if (!isAddress(page)) return fault("page");
  if (!isAddress(article)) return fault("article");
  if (typeof pageTitle !== "string") return fault("pageTitle");
  if (typeof articleTitle !== "string") return fault("articleTitle");
  const time = typeof at === "string" ? Date.parse(at) : Number.NaN;
  if (!(time >= 0)) return fault("at");
  return (
    newCorrection({ url: page, title: pageTitle }, { url: article, title: articleTitle }, time) ?? {
      kind: "one-article",
    }
  );
}

function isAddress(value: unknown): value is string {
  return typeof value === "string" && urlKey(value) !== null;
}

function objectIn(text: string): Partial<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : null;
  } catch {
    return null;
  }
}
