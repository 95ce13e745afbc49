import { csvLine } from "../export/csv-line.ts";
import { spreadsheetText } from "../export/spreadsheet-text.ts";
import type { Reading } from "./reading.ts";
import type { OutletFacts, ReadingBalance } from "./reading-balance.ts";

const COLUMNS = [
  "readAt",
  "title",
  "outlet",
  "domain",
  "country",
  "language",
  "owner",
  "address",
] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

function rowOf({ at, title, outlet, domain, url }: Reading, facts: OutletFacts): Row {
  const readAt = new Date(at).toISOString();
  return { readAt, title, outlet, domain, ...facts, address: url };
}

/** What the user has read as a CSV file (RFC 4180, UTF-8) for spreadsheets, a row for each article. */
export function writeReadingsCsv(
  readings: readonly Reading[],
  factsOf: (domain: string) => OutletFacts,
): string {
  const rows = readings.map((reading) => {
    const row = rowOf(reading, factsOf(reading.domain));
    return COLUMNS.map((name) => spreadsheetText(row[name]));
  });
  return [COLUMNS, ...rows].map(csvLine).join("");
}

/** What the user has read, with the balance of it, as a JSON file. */
export function writeReadingsJson(
  readings: readonly Reading[],
  { oneSided, ...balance }: ReadingBalance,
  factsOf: (domain: string) => OutletFacts,
): string {
  const file = {
    balance: { ...balance, storiesFromOneOutlet: oneSided.length },
    articles: readings.map((reading) => rowOf(reading, factsOf(reading.domain))),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
