import type { JSX } from "preact";
import { isolated } from "../../kit/isolated.ts";
import { type Locale, useLocale } from "../../kit/locale.ts";
import { dates } from "../data-sets/DataSetFacts.tsx";
import type { SummaryView } from "./import-view.ts";
import { ProblemLines } from "./NothingUsable.tsx";

/** The most unused columns that are named here; the report has them all. */
const MAX_NAMES = 20;

interface Props {
  readonly view: SummaryView;
  readonly onReport: () => void;
}

/** What was found in the user's files, as a list of facts. */
export function SummaryFacts({ view, onReport }: Props): JSX.Element {
  const locale = useLocale();
  const { text, counted, number, bytes, list } = locale;
  const { summary, quota } = view;
  const { quality } = summary;
  const facts: readonly (readonly [string, string])[] = [
    [text("factArticles"), number(summary.records)],
    [text("factOutlets"), number(summary.outlets)],
    [text("factSites"), number(view.patterns.length)],
    [text("factDates"), dates(locale, summary.from, summary.to) || text("notStated")],
    [
      text("quality"),
      quality === null
        ? text("notRated")
        : [
            text("range", number(quality.min), number(quality.max)),
            counted("ratedCount", quality.rated),
          ].join(" · "),
    ],
    [text("factDuplicates"), number(summary.duplicates)],
    [text("factRejected"), number(view.rejected)],
    [text("factRepaired"), number(view.repaired)],
    [text("factLeftOut"), number(view.leftOut)],
    [text("factSkipped"), number(view.skipped)],
    [text("factUnused"), shortList(view.unused, list)],
    [
      text("factSpace"),
      quota === null ? "" : text("spaceOf", bytes(quota.needed), bytes(quota.free)),
    ],
  ];
  return (
    <>
      <dl class="facts facts-beside">
        {facts
          .filter(([, value]) => value !== "")
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {quota !== null && quota.needed > quota.free && (
        <p class="trouble">{text("spaceShort", bytes(quota.needed), bytes(quota.free))}</p>
      )}
      {(view.firstProblems.length > 0 || view.hasReport) && (
        <div class="findings" data-rejected={view.rejected > 0 ? "" : undefined}>
          {view.firstProblems.length > 0 && (
            <details>
              <summary>
                {view.rejected > 0 && <strong>{counted("cannotBeUsed", view.rejected)}</strong>}
                <span>{text("firstProblems")}</span>
              </summary>
              <ProblemLines lines={view.firstProblems} />
            </details>
          )}
          {view.hasReport && (
            <button type="button" class="button button-secondary" onClick={onReport}>
              {text("downloadReport")}
            </button>
          )}
        </div>
      )}
    </>
  );
}

/** Names from the user's files, each in its own direction; after the first ones an ellipsis. */
function shortList(names: readonly string[], list: Locale["list"]): string {
  const shown = list(names.slice(0, MAX_NAMES).map(isolated));
  return names.length > MAX_NAMES ? `${shown} …` : shown;
}
