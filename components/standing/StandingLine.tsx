import type { JSX } from "preact";
import type { Placing, Standing } from "../../core/coverage/standing.ts";
import { isolated } from "../kit/isolated.ts";
import { type Locale, useLocale } from "../kit/locale.ts";

/** Where the page stands in one sentence: when it reported the story, and what has come since. */
export function StandingLine({ standing }: { readonly standing: Standing }): JSX.Element | null {
  const locale = useLocale();
  const { placing, newer, isOnlyOfOutlets } = standing;
  const more = [
    ...(newer > 0 ? [locale.counted("newerArticles", newer)] : []),
    ...(isOnlyOfOutlets ? [locale.text("onlyOfOutlets")] : []),
  ];
  if (placing === null && more.length === 0) return null;
  return (
    <p class="standing-line">
      {placing !== null && <strong class="first">{placingText(placing, locale)}</strong>}
      {more.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
}

function placingText(placing: Placing, { text, number, ordinal, duration }: Locale): string {
  switch (placing.kind) {
    case "first":
      return text(
        "placedFirst",
        number(placing.of),
        duration(placing.lead),
        isolated(placing.next),
      );
    case "together":
      return text("placedTogether", number(placing.of), isolated(placing.other));
    case "later":
      return text(
        "placedLater",
        ordinal(placing.place),
        number(placing.of),
        duration(placing.behind),
        isolated(placing.first),
      );
    case "unplaced":
      return text("placedUnknown", isolated(placing.first));
  }
}
