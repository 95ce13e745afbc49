import type { RelatedArticle, TextMatch } from "../../core/coverage/coverage.ts";
import type { SharedName } from "../../core/story/reasons/shared-names.ts";
import { isolated } from "../kit/isolated.ts";
import type { Locale } from "../kit/locale.ts";

/** From this confidence on, about nine in ten matches are right (docs/matching.md). */
const VERY_LIKELY = 0.8;

/**
 * Why an article is shown, in one line: "Linked by Futurism", "Very likely the same story: Clearview, facial recognition".
 *
 * @param pageOutlet name of the outlet of the open page
 */
export function reasonText(
  { reason }: Pick<RelatedArticle, "reason">,
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
      return matchText(reason, locale);
  }
}

function matchText({ verdict, confidence, shared }: TextMatch, locale: Locale): string {
  const { text, list } = locale;
  const story = confidence >= VERY_LIKELY ? "reasonVeryLikely" : "reasonLikely";
  const said = text(verdict === "same-story" ? story : "reasonSameTopic");
  const names = list(shared.map((name) => isolated(sharedName(name, locale))));
  return names === "" ? said : text("labelled", said, names);
}

function sharedName(name: SharedName, { country }: Locale): string {
  return "country" in name ? country(name.country) : name.words;
}
