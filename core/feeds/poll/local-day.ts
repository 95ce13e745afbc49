const MINUTE = 60_000;

/** The reader's day (YYYY-MM-DD) of a time, ms since 1970. */
export function localDay(time: number): string {
  return new Date(time - new Date(time).getTimezoneOffset() * MINUTE).toISOString().slice(0, 10);
}
