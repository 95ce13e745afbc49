import type { JSX } from "preact";
import type { QualityScale } from "../../core/coverage/quality-scale.ts";
import { DOT_LINE_WIDTH, DotLine } from "../kit/DotLine.tsx";
import { isolated } from "../kit/isolated.ts";
import { useLocale } from "../kit/locale.ts";

interface Props {
  readonly scale: QualityScale;
  /** The user has chosen an article by its address. */
  readonly onChoose: (url: string) => void;
}

const THIRDS = [0, 1, 2] as const;

/** The quality of the page and of the story's articles, in the thirds of the data set where they are known. */
export function QualityStrip({ scale, onChoose }: Props): JSX.Element {
  const { text, counted, number } = useLocale();
  const { points, hasThirds } = scale;
  const dots = points.map(({ url, outlet, quality, isPage, share }) => ({
    id: url,
    share,
    label: text("qualityAt", isPage ? text("thisPage") : isolated(outlet), number(quality)),
    look: isPage ? ("here" as const) : ("filled" as const),
  }));
  const label = text(
    hasThirds ? "qualityInThirds" : "qualityInStory",
    counted("ratedArticles", points.length),
    number(points[0]?.quality ?? 0),
    number(points.at(-1)?.quality ?? 0),
  );
  return (
    <div class="quality-strip">
      <DotLine dots={dots} label={label} onChoose={onChoose}>
        {hasThirds &&
          THIRDS.map((third) => (
            <rect
              key={third}
              class="third"
              x={(third * DOT_LINE_WIDTH) / 3 + 1}
              y="1"
              width={DOT_LINE_WIDTH / 3 - 2}
              height="18"
              rx="4"
            />
          ))}
      </DotLine>
    </div>
  );
}
