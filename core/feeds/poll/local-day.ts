import { MINUTE } from "../../durations.ts";

/** The day (YYYY-MM-DD) of a time in ms since 1970, in the user's time zone. */
export function localDay(time: number): string {
  return new Date(time - new Date(time).getTimezoneOffset() * MINUTE).toISOString().slice(0, 10);
}
