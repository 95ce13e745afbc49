import { readRecord } from "../../../core/record/read-record.ts";

const LINES = { file: "x.json", lineOf: () => null };

/** The required fields of a record. */
export const least = {
  title: "A bridge opens",
  webUrl: "https://news.example/bridge",
  type: "article",
  provider: { name: "Example News", domain: "news.example" },
};

/** A record as it is read, and what was reported of it. */
export function read(value: unknown) {
  const { record, problems } = readRecord(value, LINES);
  return {
    record,
    reported: problems.map(({ field, severity, found }) => [field, severity, found]),
  };
}
