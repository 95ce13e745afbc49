import type { RelatedArticle, TextMatch } from "../../core/coverage/coverage.ts";
import { MINUTE } from "../../core/durations.ts";
import type { SharedName } from "../../core/story/reasons/shared-names.ts";
import { isolated } from "../kit/isolated.ts";
import type { Locale } from "../kit/locale.ts";

/**
 * Why an article is shown, in one line: "Named by the record of Futurism (publisher’s own)",
 * "Same story, 0.91: Clearview, facial recognition, Ukraine; 21 min later".
 *
 * @param pageOutlet name of the outlet of the open page
 */
export function reasonText(
  { reason, delay }: Pick<RelatedArticle, "reason" | "delay">,
  pageOutlet: string,
  locale: Locale,
): string {
  const { text } = locale;
  switch (reason.kind) {
    case "named-by-page":
      return text("reasonNamedByPage", isolated(pageOutlet));
    case "names-page":
      return text("reasonNamesPage");
    case "named-together":
      return text("reasonNamedTogether", isolated(reason.by));
    case "similar-text":
      return matchText(reason, delay, locale);
  }
}

function matchText(
  { verdict, confidence, shared }: TextMatch,
  delay: number | null,
  locale: Locale,
): string {
  const { text, list } = locale;
  const said = text(
    verdict === "same-story" ? "reasonSameStory" : "reasonSameTopic",
    locale.confidence(confidence),
  );
  const names = list(shared.map((name) => isolated(sharedName(name, locale))));
  const match = names === "" ? said : text("reasonShares", said, names);
  return delay === null ? match : text("reasonApart", match, apartText(delay, locale));
}

function sharedName(name: SharedName, { country }: Locale): string {
  return "country" in name ? country(name.country) : name.words;
}

function apartText(delay: number, { text, duration }: Locale): string {
  // Times are known to the minute at best.
  if (Math.abs(delay) < MINUTE) return text("apartNone");
  return text(delay > 0 ? "laterBy" : "earlierBy", duration(delay));
}
