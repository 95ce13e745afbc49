import type { ParquetParsers } from "hyparquet";
import { DAY } from "../../durations.ts";
import { isShallow } from "../text/json-depth.ts";

/** How times, dates and JSON in Parquet become the text or values that records have. */
export const PARSERS: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (millis) => timeText(millis),
  timestampFromMicroseconds: (micros) => timeText(micros / 1000n),
  timestampFromNanoseconds: (nanos) => timeText(nanos / 1_000_000n),
  dateFromDays: (days) => timeText(BigInt(days) * BigInt(DAY))?.slice(0, 10),
  jsonFromBytes(bytes) {
    const text = new TextDecoder().decode(bytes);
    if (!isShallow(text)) return text;
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  },
};

/** A time in ms since 1970 as text; the number where there is no such time, for `readRecord` to report. */
function timeText(millis: bigint): string | undefined {
  if (millis === undefined || millis === null) return undefined;
  const time = new Date(Number(millis));
  return Number.isNaN(time.getTime()) ? String(millis) : time.toISOString();
}

/** A value as JSON would have it: whole numbers of 64 bits as numbers, or as text where they are too large. */
export function plainValue(value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (Array.isArray(value)) return value.map(plainValue);
  if (value instanceof Uint8Array) return `binary data of ${value.length} bytes`;
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value)) return Array.from(value as Int32Array, plainValue);
  if (typeof value !== "object") return value;
  return new Map(Object.entries(value).map(([name, inner]) => [name, plainValue(inner)]));
}
