import type { JSX } from "preact";
import type { ArticleCoverage } from "../../core/coverage/coverage.ts";
import { qualityScale } from "../../core/coverage/quality-scale.ts";
import { QualityMark } from "../articles/QualityMark.tsx";
import { HelpButton } from "../kit/HelpButton.tsx";
import { useLocale } from "../kit/locale.ts";
import { QualityStrip } from "./QualityStrip.tsx";

interface Props {
  readonly coverage: ArticleCoverage;
  /** The user has chosen an article by its address. */
  readonly onChoose: (url: string) => void;
}

/** How the page is rated among the others; nothing where nothing is rated. */
export function PageQuality({ coverage, onChoose }: Props): JSX.Element | null {
  const { text, counted, number } = useLocale();
  const { page, rated, match, related } = coverage;
  const ratedOthers = related.filter(({ quality }) => quality !== null).length;
  if (page.quality === null && page.outletQuality === null && ratedOthers === 0) return null;
  const scale = qualityScale(coverage);
  const { thirds } = [page, ...related].find(({ quality }) => quality !== null) ?? page;
  return (
    <>
      <div class="page-quality">
        <span class="eyebrow" aria-hidden="true">
          {text("quality")}
        </span>
        {match !== null && <QualityMark article={page} />}
        {page.rank === null ? (
          <span class="rank">{counted("othersRated", ratedOthers)}</span>
        ) : (
          <span class="rank">
            {rated > 1 ? text("rankOf", number(page.rank), number(rated)) : text("onlyOneRated")}
          </span>
        )}
        <HelpButton about={text("quality")}>
          {thirds === null
            ? text("qualityHelp")
            : text("bandHelp", number(thirds.lower), number(thirds.middle))}
        </HelpButton>
      </div>
      {scale !== null && <QualityStrip scale={scale} onChoose={onChoose} />}
    </>
  );
}
