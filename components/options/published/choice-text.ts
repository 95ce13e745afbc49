import type { PartitionChoice } from "../../../core/published/mirror-plan.ts";
import type { Locale } from "../../kit/locale.ts";

/** A period as text. @param days 0 for all */
export function periodText(days: number, { text, counted }: Locale): string {
  return days === 0 ? text("choiceAll") : text("choiceLast", counted("days", days));
}

/** What is kept of a published data set, as text. */
export function choiceText({ days, languages }: PartitionChoice, locale: Locale): string {
  const named = languages?.map(locale.languageName) ?? [locale.text("allLanguages")];
  return [periodText(days ?? 0, locale), ...named].join(" · ");
}
