import { MINUTE } from "../../core/durations.ts";
import type { Locale } from "./locale.ts";

/** How much later or earlier something was: "21 min later". @param ms negative for earlier */
export function apartText(ms: number, { text, duration }: Locale): string {
  // Times are known to the minute at best.
  if (Math.abs(ms) < MINUTE) return text("apartNone");
  return text(ms > 0 ? "laterBy" : "earlierBy", duration(ms));
}
