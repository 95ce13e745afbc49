import type { DataSetSummary } from "../../core/data-set/data-set.ts";
import { unusedLine } from "./input/column-messages.ts";
import type { Reading } from "./read-articles.ts";

/** What a data set holds, one line for each fact. */
export function summaryLines({ intake, leftOut, skipped, names, unused }: Reading): string[] {
  const summary = intake.summary();
  return [
    ...names.map((name) => `data set: ${name}`),
    `outlets: ${summary.outlets}`,
    `published: ${spanOf(summary)}`,
    `quality: ${qualityOf(summary)}`,
    `duplicates: ${summary.duplicates}`,
    `files passed over: ${skipped.length}`,
    `fields left out: ${leftOut}`,
    ...(unused.length === 0 ? [] : [unusedLine(unused)]),
  ];
}

function spanOf({ from, to }: DataSetSummary): string {
  if (from === null || to === null) return "no dates";
  return `${dayOf(from)} to ${dayOf(to)}`;
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function qualityOf({ quality }: DataSetSummary): string {
  return quality === null
    ? "not rated"
    : `${quality.min} to ${quality.max}, ${quality.rated} rated`;
}

/** The closing line of a check. */
export function closingLine({ intake, repaired, rejected }: Reading): string {
  return `${intake.summary().records} articles, ${repaired} repaired, ${rejected} rejected`;
}

/** Exit code: 0 only when there are articles and nothing was rejected. */
export function exitCodeOf({ intake, rejected }: Reading): number {
  return rejected > 0 || intake.summary().records === 0 ? 1 : 0;
}
